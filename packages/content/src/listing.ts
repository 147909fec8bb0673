import { stat } from "node:fs/promises";
import { join } from "node:path";

import type { Json, KindModule } from "@loopwright/core";

import { readText } from "./read-folder.ts";
import { checkShape, parseYaml } from "./read-yaml.ts";

type Listed = { signature: string; listing: Json };

/**
 * What a kind shows of a drill in lists, made from brief.yaml and brief.md alone and kept while they are
 * unchanged. Null where the kind shows nothing. Throws `invalid-drill` for a file that cannot be read.
 */
export function listingReader() {
  const cache = new Map<string, Listed>();
  return async (folder: string, module: KindModule): Promise<Json> => {
    if (!module.listing) return null;
    const files = ["brief.yaml", "brief.md"].map((name) => join(folder, name));
    const stats = await Promise.all(files.map((file) => stat(file).catch(() => null)));
    const signature = stats.map((one) => `${one?.size} ${one?.mtimeMs}`).join("\n");
    const known = cache.get(folder);
    if (known?.signature === signature) return known.listing;
    const [yaml = "", text = ""] = await Promise.all(files.map((file) => readText(file)));
    const source = { path: files[0] ?? folder, text: yaml };
    const brief = checkShape(module.kind.brief, parseYaml(source), source);
    const listing = module.listing({ brief, text } as never);
    cache.set(folder, { signature, listing });
    return listing;
  };
}
