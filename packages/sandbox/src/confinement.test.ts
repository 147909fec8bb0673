import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, describe, expect, it } from "vitest";

import { countsPerNamespace } from "./bwrap.ts";
import { findConfinement, thisSystem, type System } from "./confinement.ts";
import { callGo } from "./fixtures/jobs.ts";
import { nodeResult, probe } from "./probe.ts";
import { createSandbox } from "./sandbox.ts";

const folder = mkdtempSync(join(tmpdir(), "loopwright-tools-"));
afterAll(() => rmSync(folder, { recursive: true }));

const denied = "#!/bin/sh\necho 'bwrap: setting up uid map: Permission denied' >&2\nexit 1\n";

/** A Linux whose only tools are these scripts. */
function systemWith(scripts: Record<string, string>): System {
  const tools = mkdtempSync(join(folder, "tools-"));
  mkdirSync(tools, { recursive: true });
  for (const [tool, script] of Object.entries(scripts)) {
    writeFileSync(join(tools, tool), script);
    chmodSync(join(tools, tool), 0o755);
  }
  return { platform: "linux", toolFolders: [tools] };
}

const systems: [string, System, string, RegExp][] = [
  ["macOS", { ...thisSystem, platform: "darwin" }, "platform", /needs Linux/],
  ["Windows", { ...thisSystem, platform: "win32" }, "platform", /needs Linux/],
  ["no bubblewrap", systemWith({}), "bwrap", /not installed/],
  ["no prlimit", systemWith({ bwrap: denied }), "prlimit", /not installed/],
  [
    "bubblewrap denied",
    systemWith({ bwrap: denied, prlimit: denied }),
    "denied",
    /uid map: Permission denied/,
  ],
];

describe.each(systems)("where there is %s", (_, system, lacks, why) => {
  it("finds nothing that confines, and says what to do", async () => {
    const found = await findConfinement(system);
    expect(found).toMatchObject({ confined: false, lacks, why: expect.stringMatching(why) });
    expect(found).toHaveProperty("next", expect.stringMatching(/sudo|WSL/));
  });

  it("refuses to run, and tells so before", async () => {
    const sandbox = await createSandbox({ system });
    const job = callGo("def go():\n    return 1");
    await expect(sandbox.run(job)).rejects.toMatchObject({ code: "not-confined" });
    await expect(sandbox.open(job)).rejects.toMatchObject({ code: "not-confined" });
    const python = sandbox.capabilities().find(({ language }) => language === "python");
    expect(python).toMatchObject({ runs: false, how: expect.stringMatching(why) });
    await sandbox.close();
  });

  it("is told by the probe", async () => {
    const failed = (await probe(system)).filter(({ ok }) => !ok);
    expect(failed.map(({ id }) => id)).toEqual([
      lacks === "prlimit" ? "prlimit" : "bwrap",
      "python",
      "java",
    ]);
    expect(failed[0]?.install).toBeDefined();
  });
});

it("runs as soon as the missing tools are there", async () => {
  const system = systemWith({});
  const sandbox = await createSandbox({ system, warm: 0 });
  const job = callGo("def go():\n    return 1");
  await expect(sandbox.run(job)).rejects.toMatchObject({ code: "not-confined" });
  for (const tool of ["bwrap", "prlimit"]) {
    symlinkSync(join("/usr/bin", tool), join(system.toolFolders[0]!, tool));
  }
  expect(await sandbox.run(job)).toMatchObject({ end: "finished" });
  expect(sandbox.capabilities()[0]).toMatchObject({ runs: true });
  await sandbox.close();
}, 60_000);

it("passes every probe on a system that confines", async () => {
  expect((await probe()).filter(({ ok }) => !ok)).toEqual([]);
}, 60_000);

it.each([
  ["20.19.0", true],
  ["20.18.3", false],
  ["18.20.0", false],
  ["24.1.0", true],
])("takes Node %s: %s", (version, ok) => expect(nodeResult(version).ok).toBe(ok));

it.each([
  ["5.13.0-52-generic", false],
  ["5.14.0", true],
  ["6.1.0-23-amd64", true],
  ["4.19", false],
])("limits the number of processes on Linux %s: %s", (kernel, counts) => {
  expect(countsPerNamespace(kernel)).toBe(counts);
});
