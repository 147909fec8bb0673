import { now } from "lab/clock";

/** What a program may ask of its process. `env` is laid out before each test. */
const process = {
  argv: ["node", "/app/server.js"],
  env: {},
  pid: 1,
  platform: "linux",
  title: "node",
  version: "v20.20.0",
  versions: { node: "20.20.0" },
  cwd: () => "/app",
  emitWarning() {},
  exit(code = 0) {
    throw new Error(`the program ended itself with ${code}`);
  },
  memoryUsage: () => ({ rss: 50e6, heapTotal: 20e6, heapUsed: 10e6, external: 0, arrayBuffers: 0 }),
  nextTick: (work, ...given) => queueMicrotask(() => work(...given)),
  off: () => process,
  on: () => process,
  once: () => process,
  uptime: () => 60,
};

process.hrtime = Object.assign(() => [Math.floor(now() / 1000), (now() % 1000) * 1e6], {
  bigint: () => BigInt(Math.round(now() * 1e6)),
});

export const { argv, env, platform } = process;
export default process;
