import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "../../..");

/** Folders of the installation. */
export const places = {
  root,
  tracks: join(root, "tracks"),
  web: join(root, "apps", "web", "dist"),
  /** What can be made again: snapshots, templates. */
  cache: join(root, "node_modules", ".cache", "loopwright"),
};

export const version: string = (
  JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string }
).version;
