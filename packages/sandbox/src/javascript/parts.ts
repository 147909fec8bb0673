import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative, sep } from "node:path";

import { runnerFolder } from "../places.ts";
import type { ThreadData } from "./thread.ts";

const require = createRequire(import.meta.url);
const wasmFile = () => require.resolve("@jitl/quickjs-wasmfile-release-sync/wasm");
const labs = join(dirname(runnerFolder), "lab");
/** Where a folder's modules stand inside the interpreter. */
const folders = { "": join(labs, "javascript"), "/page": join(labs, "page") };

/** The interpreter, compiled once for all threads, and the text of the lab. */
export async function loadParts(): Promise<Omit<ThreadData, "memoryMb">> {
  const texts = await Promise.all(
    Object.entries(folders).map(([inside, from]) => textsOf(from, inside)),
  );
  const wasm = await WebAssembly.compile(await readFile(wasmFile()));
  return { wasm, library: Object.fromEntries(texts.flat()) };
}

async function textsOf(folder: string, prefix: string) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter(({ name }) => name.endsWith(".js") && !name.endsWith(".test.js"))
    .map(({ parentPath, name }) => join(parentPath, name));
  return Promise.all(
    paths.map(async (path) => {
      const inside = relative(folder, path).split(sep).join("/");
      return [`${prefix}/${inside}`, await readFile(path, "utf8")] as const;
    }),
  );
}
