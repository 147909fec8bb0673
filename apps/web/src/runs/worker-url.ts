type Trusted = { createScriptURL: (url: string) => string };
type Policies = {
  createPolicy: (name: string, rules: { createScriptURL: (url: string) => string }) => Trusted;
};

/** Made once; a browser without Trusted Types takes the plain address. */
let policy: Trusted | undefined;

/** The only script that a page may start as a worker is the one of a run. */
function workerUrl(token: string): string {
  const types = (globalThis as { trustedTypes?: Policies }).trustedTypes;
  const rules = {
    createScriptURL: (url: string) => {
      if (/^\/runs\/[\w-]+\/worker\.js$/.test(url)) return url;
      throw new TypeError("not the worker of a run");
    },
  };
  policy ??= types?.createPolicy("loopwright-runs", rules) ?? rules;
  return policy.createScriptURL(`/runs/${token}/worker.js`);
}

/** It is confined by a policy of its own, which names the run's token. */
export const startWorker = (token: string): Worker =>
  new Worker(workerUrl(token), { type: "module" });
