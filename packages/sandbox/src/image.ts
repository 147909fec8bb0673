import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, posix, relative, sep } from "node:path";

import { AppError } from "@loopwright/core";

type Mount = { from: string; to: string };

/**
 * What an interpreter holds before learner code comes: folders of the host, copied into its memory
 * file system under `to` and put on the import path, and a snippet that is run once to warm it up.
 */
export type Image = {
  id: string;
  /** Folders, or what makes them; it is asked when the image is first needed. */
  mounts: readonly Mount[] | (() => Promise<readonly Mount[]>);
  /** Python. What it imports is in the memory snapshot, and costs a run nothing. */
  warmup: string;
  /** The module that takes the jobs of this image, as the lab's own does (lab/python/driver.py). Default: that one. */
  driver?: string;
};

/** An image as a child takes it. Equal content has an equal hash. */
export type LoadedImage = {
  id: string;
  /** Path inside the interpreter to base64. */
  files: Record<string, string>;
  folders: string[];
  warmup: string;
  driver: string;
  hash: string;
};

/** An image put on top of another: its folders come after, and it may bring a driver of its own. */
export const onTopOf = (base: Image, image: Image): Image => ({
  ...image,
  mounts: async () => [...(await mountsOf(base)), ...(await mountsOf(image))],
});

const mountsOf = async ({ mounts }: Image) =>
  typeof mounts === "function" ? await mounts() : mounts;

const imageMaxBytes = 20_000_000;

/** Reads an image's folders. Throws `sandbox-failed` where one is missing or too large. */
export async function loadImage(image: Image): Promise<LoadedImage> {
  const files: Record<string, string> = {};
  let bytes = 0;
  const mounts = await mountsOf(image);
  for (const mount of mounts) {
    for (const path of await list(mount.from, image.id)) {
      const content = await readFile(path);
      bytes += content.length;
      if (bytes > imageMaxBytes) throw tooLarge(image.id);
      const inside = relative(mount.from, path).split(sep).join("/");
      files[posix.join(mount.to, inside)] = content.toString("base64");
    }
  }
  const folders = mounts.map(({ to }) => to);
  const content = { files, folders, warmup: image.warmup, driver: image.driver ?? "driver" };
  const hash = createHash("sha256").update(JSON.stringify(content)).digest("hex");
  return { id: image.id, ...content, hash };
}

/** Files of a folder in a fixed order, without what an interpreter or a test run leaves behind. */
async function list(folder: string, image: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => !relative(folder, path).split(sep).some(isLeftOver))
      .toSorted();
  } catch (cause) {
    throw new AppError("sandbox-failed", {
      message: `A folder of the image “${image}” cannot be read.`,
      next: "Install Loopwright again, or correct the image's mounts.",
      cause,
    });
  }
}

const isLeftOver = (part: string) => /^(__pycache__|tests?|\..*)$/.test(part);

const tooLarge = (image: string) =>
  new AppError("sandbox-failed", {
    message: `The image “${image}” is larger than ${imageMaxBytes / 1e6} MB.`,
    next: "Mount fewer files.",
  });
