import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

// @ts-expect-error plain JavaScript, which runs before anything is installed
import { checkDirection } from "./check-direction.js";
// @ts-expect-error plain JavaScript
import { checkInvariants } from "./check-invariants.js";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "loopwright-house-"));
  add("packages/core", "core", []);
  add("packages/ui", "ui", ["@x/core"]);
  add("packages/store", "host", ["@x/core"]);
  add("tracks/1-one", "track", ["@x/core", "@x/ui"]);
  add("tracks/2-two", "track", ["@x/core"]);
  add("apps/server", "app", ["@x/core", "@x/store"]);
  add("apps/web", "app", ["@x/core", "@x/ui"]);
});
afterEach(() => rmSync(root, { recursive: true }));

function add(folder: string, layer: string, dependencies: string[]) {
  const name = `@x/${folder.split("/")[1]!.replace(/^\d-/, "")}`;
  const declared = Object.fromEntries(dependencies.map((one) => [one, "1"]));
  write(
    `${folder}/package.json`,
    JSON.stringify({ name, dependencies: declared, loopwright: { layer } }),
  );
}

function write(path: string, text: string) {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

describe("the direction of imports", () => {
  it.each<[string, string, string, string | null]>([
    ["down, declared", "apps/server/src/a.ts", 'import { b } from "@x/core";', null],
    [
      "a type from the server, in the web",
      "apps/web/src/a.ts",
      'import type { B } from "@x/server";',
      null,
    ],
    [
      "a value from the server, in the web",
      "apps/web/src/a.ts",
      'import { b } from "@x/server";',
      "does not declare",
    ],
    [
      "down, not declared",
      "tracks/2-two/track.ts",
      'import { b } from "@x/ui";',
      "does not declare",
    ],
    [
      "not declared, over several lines",
      "tracks/2-two/track.ts",
      'import {\n  b,\n} from "@x/ui";',
      "does not declare",
    ],
    [
      "not declared, when asked for",
      "tracks/2-two/a.ts",
      'await import("@x/ui");',
      "does not declare",
    ],
    [
      "out of the package",
      "packages/ui/src/a.ts",
      'export * from "../../core/src/b.ts";',
      "leaves its package",
    ],
    [
      "a .tsx from a kind",
      "tracks/1-one/kinds/k/kind.ts",
      'import { b } from "./b.tsx";',
      "imports a .tsx",
    ],
    [
      "a .tsx from a workspace",
      "tracks/1-one/kinds/k/workspace.tsx",
      'import { b } from "./b.tsx";',
      null,
    ],
  ])("%s", (_name, path, text, problem) => {
    write(path, text);
    expect(checkDirection(root)).toEqual(
      problem === null ? [] : [expect.stringContaining(problem)],
    );
  });

  it.each([
    ["core", "packages/core", "core", ["@x/store"]],
    ["a track on a track", "tracks/1-one", "track", ["@x/two"]],
    ["a track on a host", "tracks/1-one", "track", ["@x/store"]],
    ["a host on an app", "packages/store", "host", ["@x/server"]],
  ])("refuses to let %s depend upwards or sideways", (_name, folder, layer, dependencies) => {
    add(folder, layer, dependencies);
    expect(checkDirection(root)).toEqual([expect.stringContaining("may not depend on")]);
  });

  it("wants a layer of every package", () => {
    write("packages/new/package.json", '{ "name": "@x/new" }');
    expect(checkDirection(root)).toEqual([expect.stringContaining("no known layer")]);
  });
});

describe("the invariants", () => {
  it.each<[string, string, string, string | null]>([
    ["the environment, in env.ts", "apps/cli/src/env.ts", "process.env.PORT", null],
    [
      "the environment, elsewhere",
      "packages/store/src/a.ts",
      "process.env.PORT",
      "reads the environment",
    ],
    [
      "the environment, taken apart",
      "apps/cli/src/a.ts",
      "const { env } = process;",
      "reads the environment",
    ],
    [
      "a process, elsewhere",
      "apps/cli/src/a.ts",
      'import "node:child_process";',
      "starts processes",
    ],
    [
      "a process, in the sandbox",
      "packages/sandbox/src/a.ts",
      'import "node:child_process";',
      null,
    ],
    ["a process, in a test", "apps/cli/src/a.test.ts", 'import "node:child_process";', null],
    ["SQL, elsewhere", "apps/server/src/a.ts", 'import { sql } from "drizzle-orm";', "writes SQL"],
    [
      "a track's name, in shared code",
      "packages/core/src/a.ts",
      'const id = "1-one";',
      "names the track",
    ],
    ["a track's name, in the track", "tracks/1-one/track.ts", 'const id = "1-one";', null],
  ])("%s", (_name, path, text, problem) => {
    write(path, text);
    expect(checkInvariants(root)).toEqual(
      problem === null ? [] : [expect.stringContaining(problem)],
    );
  });
});
