import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, describe, expect, it } from "vitest";

import { thisSystem, type System } from "../confinement.ts";
import { callJava } from "../fixtures/java-jobs.ts";
import { createSandbox } from "../sandbox.ts";
import { findJdk } from "./jdk.ts";
import { javaResult } from "./probe.ts";

const folder = mkdtempSync(join(tmpdir(), "loopwright-jdk-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A folder that looks like an installed Java. */
function javaHome(version: string, tools: readonly string[]): string {
  const home = mkdtempSync(join(folder, "java-"));
  for (const part of ["bin", "conf", "lib"]) mkdirSync(join(home, part));
  writeFileSync(join(home, "release"), `IMPLEMENTOR="x"\r\nJAVA_VERSION="${version}"\r\n`);
  for (const tool of tools) {
    writeFileSync(join(home, "bin", tool), "#!/bin/sh\n");
    chmodSync(join(home, "bin", tool), 0o755);
  }
  return home;
}

/** A system whose tool folder holds links to these tools. */
function systemOf(home: string, tools: readonly string[]): System {
  const links = mkdtempSync(join(folder, "tools-"));
  for (const tool of tools) symlinkSync(join(home, "bin", tool), join(links, tool));
  return { platform: "linux", toolFolders: [links] };
}

const both = ["java", "javac"];

describe("a JDK", () => {
  it.each([
    ["behind a link", "17.0.15", both, true, ""],
    ["newer", "25", both, true, ""],
    ["too old", "11.0.2", both, false, /11\.0\.2; 17 or newer/],
    ["with a version of old", "1.8.0_402", both, false, /8\.0_402; 17 or newer/],
    ["without a compiler", "17.0.1", ["java"], false, /a JRE, not a JDK/],
    ["not there", "17", [], false, /No Java is installed/],
  ])("%s", (_, version, tools, found, why) => {
    const home = javaHome(version, tools);
    const search = findJdk(systemOf(home, tools));
    expect(search.found).toBe(found);
    if (search.found) expect(search.jdk).toEqual({ home, version, linked: [] });
    else expect(search.why).toMatch(why);
  });

  it("of the settings is preferred", () => {
    const home = javaHome("21.0.1", both);
    const system = systemOf(javaHome("17.0.1", both), both);
    expect(findJdk(system, home)).toMatchObject({ found: true, jdk: { home } });
    expect(findJdk(system, join(folder, "gone"))).toMatchObject({ jdk: { version: "17.0.1" } });
  });

  it.each([
    ["linux", /apt-get install openjdk-17-jdk-headless/],
    ["darwin", /brew install/],
    ["win32", /winget install/],
  ] as const)("that is missing on %s is named with the step that installs it", (platform, next) => {
    expect(findJdk({ platform, toolFolders: [] })).toMatchObject({
      found: false,
      next: expect.stringMatching(next),
    });
  });
});

describe("where there is no JDK", () => {
  /** Everything that confines, and no Java. */
  function systemWithout(): System {
    const links = mkdtempSync(join(folder, "tools-"));
    for (const tool of ["bwrap", "prlimit"]) symlinkSync(join("/usr/bin", tool), join(links, tool));
    return { ...thisSystem, toolFolders: [links] };
  }

  it("Java is refused, and said to be so before", async () => {
    const sandbox = await createSandbox({ system: systemWithout(), warm: 0 });
    const java = sandbox.capabilities().find(({ language }) => language === "java");
    expect(java).toMatchObject({ runs: false, how: expect.stringMatching(/No Java .*install/) });
    for (const start of [sandbox.run, sandbox.open]) {
      await expect(start(callJava("return 1;"))).rejects.toMatchObject({ code: "missing-tool" });
    }
    await sandbox.close();
  });

  it("the probe says what to install", async () => {
    const confinement = { confined: true, tools: { bwrap: "", prlimit: "" } } as const;
    const result = await javaResult(confinement, findJdk(systemWithout()));
    expect(result).toMatchObject({ id: "java", ok: false });
    expect(result.install).toMatch(/openjdk-17-jdk-headless/);
  });
});
