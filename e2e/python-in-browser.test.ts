import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";

import { ask } from "./api.ts";
import { drillFile, useJourney, writeCode } from "./journey.ts";

const repaired = drillFile("order-api/answer/exemplars/scoped-queries/files/orders.py");

const journey = useJourney({ hideBubblewrap: true });
/** Another server on this machine, which nothing may reach. */
let neighbour: Server;
let neighbourUrl = "";
let reached = 0;

beforeAll(async () => {
  neighbour = createServer((_request, response) => {
    reached += 1;
    response.setHeader("access-control-allow-origin", "*").end("reached");
  });
  await new Promise<void>((resolve) => neighbour.listen(0, "127.0.0.1", resolve));
  neighbourUrl = `http://127.0.0.1:${(neighbour.address() as AddressInfo).port}`;
});
afterAll(() => neighbour.close());

/** Opens the repair of the order API, the review skipped. */
async function openRepair(): Promise<void> {
  const { page } = journey();
  const begun = { drillId: "order-api", conditions: "practice" };
  const { json } = await ask(`${journey().url}/api/attempts`, begun);
  const attempt = `attempts/${String(json["id"])}`;
  await ask(`${journey().url}/api/${attempt}/skip`, { stage: "review" });
  await page.goto(`${journey().url}/${attempt}/repair`);
  await page.locator(".cm-content").waitFor();
}

it("without bubblewrap, a repair runs in the page and is graded by the server", async () => {
  const { page, faults } = journey();
  await page.goto(`${journey().url}/drills/order-api`);
  await page.getByText(/In this browser, in a worker of its own/).waitFor();
  await openRepair();
  await writeCode(page, await readFile(repaired, "utf8"));
  await page.keyboard.press("Control+Enter");
  await page
    .getByText(/GET \/orders\/502/)
    .first()
    .waitFor();
  await page.keyboard.press("Control+Shift+Enter");
  await page.getByRole("heading", { name: "Repair graded" }).waitFor();
  await page.getByText("100", { exact: true }).first().waitFor();
  await page
    .getByText(/ran in this browser/)
    .first()
    .waitFor();
  expect(faults).toEqual([]);
});

const hostile: [string, string, RegExp][] = [
  ["never ends", "while True:\n    pass", /stopped at its time limit/],
  [
    "swallows what would end it",
    "while True:\n    try:\n        while True: pass\n    except BaseException: pass",
    /stopped at its time limit/,
  ],
  ["prints without end", "while True:\n    print('x' * 100_000)", /printed more than its limit/],
  ["fills memory", "kept = [bytearray(50_000_000) for _ in range(40)]", /MemoryError|more memory/],
  [
    "takes the js module",
    "import js\nprint('out', js.fetch)",
    /No module named 'js'|ModuleNotFoundError/,
  ],
  [
    "makes JavaScript of a string",
    "from pyodide.code import run_js\nprint('out', run_js('1+1'))",
    /Error/,
  ],
  [
    "makes a function by a constructor",
    "from pyodide.ffi import to_js\nprint('out', to_js([]).constructor.constructor('return 1')())",
    /Error/,
  ],
];

it("hostile programs end within their limits, and the next run is unharmed", async () => {
  const { page } = journey();
  await openRepair();
  const last = page.getByRole("region", { name: "Last run" });
  for (const [number, [name, python, end]] of hostile.entries()) {
    await writeCode(page, `import sys\nprint("begun ${number}", file=sys.stderr)\n${python}`);
    await page.keyboard.press("Control+Enter");
    await last.getByText(`begun ${number}`).first().waitFor();
    await last
      .getByText(end)
      .first()
      .waitFor()
      .catch(() => {
        throw new Error(`${name}: no ${String(end)}`);
      });
    expect(await last.getByText(/^out /).count()).toBe(0);
  }
  await writeCode(page, await readFile(repaired, "utf8"));
  await page.keyboard.press("Control+Enter");
  await last.getByText(/→ 200/).first().waitFor();
}, 300_000);

/** As learner code that got through to JavaScript could try it. Each says what it reached, or is refused. */
const attempts: [string, string][] = [
  ["asks this server's API", "await (await fetch('/api/settings')).text()"],
  [
    "asks by XMLHttpRequest",
    "(() => { const x = new XMLHttpRequest(); x.open('GET', '/api/settings', false); x.send(); return x.responseText; })()",
  ],
  ["reads the page's drafts", "await (await fetch('/api/attempts')).text()"],
  [
    "calls for another run",
    "await (await fetch('/runs/another/call', { method: 'POST', body: '{}' })).text()",
  ],
  [
    "leaves through a path that begins like its own",
    "await (await fetch('call/../../../api/settings', { method: 'POST' })).text()",
  ],
  ["asks another server on this machine", "await (await fetch(NEIGHBOUR)).text()"],
  ["asks it without wanting an answer", "(await fetch(NEIGHBOUR, { mode: 'no-cors' }), 'sent')"],
  [
    "opens a socket",
    "await new Promise((yes, no) => { const s = new WebSocket(NEIGHBOUR.replace('http', 'ws')); s.onopen = () => yes('open'); s.onerror = no; })",
  ],
  [
    "listens to events",
    "await new Promise((yes, no) => { const s = new EventSource(NEIGHBOUR); s.onopen = () => yes('open'); s.onerror = no; })",
  ],
  ["makes code of a string", "eval('1 + 1')"],
  ["makes a function of a string", "new Function('return 1')()"],
  ["makes a function by a constructor's constructor", "[].constructor.constructor('return 1')()"],
  ["imports a module from data", "(await import('data:text/javascript,export default 1')).default"],
  ["imports a script of the page", "Object.keys(await import('/assets/index.js'))"],
  ["imports a module of another server", "Object.keys(await import(NEIGHBOUR + '/a.js'))"],
  [
    "starts a worker",
    "await new Promise((yes, no) => { const w = new Worker('/runs/x/worker.js'); w.onmessage = () => yes('up'); w.onerror = no; setTimeout(() => no(new Error('nothing')), 2000); })",
  ],
  [
    "starts a worker from a blob",
    "await new Promise((yes, no) => { const w = new Worker(URL.createObjectURL(new Blob(['postMessage(1)']))); w.onmessage = () => yes('up'); w.onerror = no; setTimeout(() => no(new Error('nothing')), 2000); })",
  ],
  ["reads storage of the page", "String(self.localStorage.length)"],
  ["reads the page", "self.document.title"],
  ["reads cookies", "JSON.stringify(await self.cookieStore.getAll()).replace('[]', '')"],
];

it("the worker's own policy holds what reaches JavaScript", async () => {
  const seen = await whatWorkersReach(attempts.map(([, code]) => code));
  const reachedWhat = attempts.flatMap(([name], index) =>
    seen[index]?.startsWith("refused") ? [] : [`${name}: ${seen[index]}`],
  );
  expect(reachedWhat).toEqual([]);
  expect(reached).toBe(0);
});

it("without that policy, such attempts get through", async () => {
  const through = attempts.filter(([name]) => /API|XMLHttp|code of|function of|blob/.test(name));
  const seen = await whatWorkersReach(
    through.map(([, code]) => code),
    { policy: false },
  );
  expect(seen.filter((one) => !one.startsWith("reached"))).toEqual([]);
});

/**
 * Puts each code in place of the worker's script, under the header that the server sends with it, and tells
 * what it came back with.
 */
async function whatWorkersReach(codes: string[], { policy = true } = {}): Promise<string[]> {
  const from = await journey().page.context().newPage();
  await from.goto(`${journey().url}/settings`);
  const seen: string[] = [];
  for (const code of codes) {
    const script = `const NEIGHBOUR = ${JSON.stringify(neighbourUrl)};
      try { const value = ${code}; postMessage(value ? "reached " + value : "refused: nothing"); }
      catch (error) { postMessage("refused: " + (error?.message ?? error)); }`;
    await from.route("**/runs/**/worker.js", async (route) => {
      const { headers } = await route.fetch().then((response) => ({ headers: response.headers() }));
      if (!policy) delete headers["content-security-policy"];
      await route.fulfill({ headers, body: script });
    });
    seen.push(await from.evaluate(startWorker));
    await from.unroute("**/runs/**/worker.js");
  }
  await from.close();
  return seen;
}

/** Runs in the page. */
function startWorker(): Promise<string> {
  type Rules = { createScriptURL: (url: string) => string };
  const types = (globalThis as { trustedTypes?: { createPolicy: (n: string, r: Rules) => Rules } })
    .trustedTypes;
  const url = `/runs/${Math.random().toString(36).slice(2)}/worker.js`;
  const rules = { createScriptURL: (one: string) => one };
  const trusted = (types?.createPolicy(url, rules) ?? rules).createScriptURL(url);
  return new Promise((resolve) => {
    const worker = new Worker(trusted, { type: "module" });
    worker.addEventListener("message", ({ data }) => resolve(String(data)));
    worker.addEventListener("error", (event) => resolve(`refused: ${event.message}`));
  });
}
