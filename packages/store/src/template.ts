import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";

import type { PGlite } from "@electric-sql/pglite";

const unpack = promisify(gunzip);

const { dependencies } = JSON.parse(
  readFileSync(join(import.meta.dirname, "../package.json"), "utf8"),
) as { dependencies: Record<string, string> };
const engineVersion = dependencies["@electric-sql/pglite"];

/**
 * A prepared database: what a first open makes, packed. Loading it takes a third of the time.
 * It holds the schema and no learner's data. Named by what it depends on, so it is never out of date.
 */
export type Template = { cacheFolder: string; name: string };

export const templateFor = (cacheFolder: string, schema: string): Template => ({
  cacheFolder,
  name: `database-${engineVersion}-${schema.slice(0, 16)}`,
});

const path = ({ cacheFolder, name }: Template) => join(cacheFolder, `${name}.tgz`);

/**
 * The unpacked template; null if there is none that can be read. It is unpacked here because PGlite
 * lets the error of a damaged archive escape, which would end the process.
 */
export async function readTemplate(template: Template): Promise<Blob | null> {
  const packed = await readFile(path(template)).catch(() => null);
  if (!packed) return null;
  try {
    return new Blob([await unpack(packed)], { type: "application/x-tar" });
  } catch {
    await dropTemplate(template);
    return null;
  }
}

/** Saves a template for the next first open. Whole or not at all; a full disk is no reason to fail. */
export async function saveTemplate(template: Template, client: PGlite): Promise<void> {
  const unfinished = join(template.cacheFolder, `${template.name}.${randomUUID()}.part`);
  try {
    await mkdir(template.cacheFolder, { recursive: true });
    await client.exec("checkpoint");
    const packed = await client.dumpDataDir("gzip");
    await writeFile(unfinished, Buffer.from(await packed.arrayBuffer()));
    await rename(unfinished, path(template));
  } catch {
    await rm(unfinished, { force: true });
  }
}

export const dropTemplate = (template: Template): Promise<void> =>
  rm(path(template), { force: true });
