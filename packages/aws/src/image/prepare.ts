import { createHash, randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

import { AppError } from "@loopwright/core";
import { gzipSync, strFromU8, strToU8, unzipSync } from "fflate";

import { dataFolder, placeOf, servicesInTheBox } from "./selection.ts";
import { endpointsInTheBox, withoutProse } from "./slim.ts";

/** To be raised whenever what is made of the archive changes. */
const layout = 1;

/**
 * Lays the AWS CLI and botocore out of their npm package into a folder of the cache, once for each content
 * of the archive. Safe when several processes do it at once: each makes its own, the first one stays.
 * Throws `missing-tool` without the package.
 */
export async function prepareAwsFolder(cacheFolder: string): Promise<string> {
  const archive = await readArchive();
  const key = createHash("sha256").update(`${layout} `).update(archive).digest("hex").slice(0, 16);
  const folder = join(cacheFolder, `aws-${key}`);
  if (await isThere(folder)) return folder;
  const unfinished = join(cacheFolder, `${randomUUID()}.part`);
  try {
    for (const [path, bytes] of layoutOf(archive)) {
      await mkdir(dirname(join(unfinished, path)), { recursive: true });
      await writeFile(join(unfinished, path), bytes);
    }
    await rename(unfinished, folder);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    // Another process was quicker: what it made is the same.
    if (!(await isThere(folder))) throw error;
  }
  return folder;
}

const isThere = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

async function readArchive(): Promise<Buffer> {
  try {
    const require = createRequire(import.meta.url);
    return await readFile(require.resolve("@aws-cdk/asset-awscli-v1/lib/layer.zip"));
  } catch (cause) {
    throw new AppError("missing-tool", {
      message: "The package that holds the AWS CLI is not installed.",
      next: "In the folder of Loopwright: npm ci",
      cause,
    });
  }
}

/** Path in the image to content. */
function layoutOf(archive: Uint8Array): Map<string, Uint8Array> {
  const services = new Set<string>();
  const files = unzipSync(archive, {
    filter: ({ name }) => {
      const service = name.startsWith(dataFolder) && name.endsWith("/service-2.json");
      if (service) services.add(name.slice(dataFolder.length).split("/")[0]!);
      return placeOf(name) !== null;
    },
  });
  const placed = new Map<string, Uint8Array>();
  for (const [name, bytes] of Object.entries(files)) {
    const place = placeOf(name)!;
    if (name.startsWith(dataFolder)) placed.set(`${place}.gz`, slimmed(place, bytes));
    else placed.set(place, bytes);
  }
  const others = [...services].filter((name) => !servicesInTheBox.includes(name)).toSorted();
  return placed.set("other-services.json", strToU8(JSON.stringify(others)));
}

function slimmed(place: string, bytes: Uint8Array): Uint8Array {
  const data: unknown = JSON.parse(strFromU8(bytes));
  const slim = place.endsWith("/endpoints.json") ? endpointsInTheBox(data) : withoutProse(data);
  // Without the time of day, so that equal content has an equal hash.
  return gzipSync(strToU8(JSON.stringify(slim)), { level: 9, mtime: 0 });
}
