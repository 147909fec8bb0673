import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative, sep } from "node:path";

import { runnerFolder } from "../places.ts";
import type { ThreadData } from "./thread.ts";

const require = createRequire(import.meta.url);
const wasmFile = () => require.resolve("@jitl/quickjs-wasmfile-release-sync/wasm");
const labFolder = join(dirname(runnerFolder), "lab", "javascript");

/** The interpreter, compiled once for all threads, and the text of the lab. */
export async function loadParts(): Promise<Omit<ThreadData, "memoryMb">> {
  const entries = await readdir(labFolder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter(({ name }) => name.endsWith(".js") && !name.endsWith(".test.js"))
    .map(({ parentPath, name }) => join(parentPath, name));
  const texts = await Promise.all(
    paths.map(async (path) => {
      const inside = relative(labFolder, path).split(sep).join("/");
      return [`/${inside}`, await readFile(path, "utf8")] as const;
    }),
  );
  const wasm = await WebAssembly.compile(await readFile(wasmFile()));
  return { wasm, library: Object.fromEntries(texts) };
}
