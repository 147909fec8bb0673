import { readFile } from "node:fs/promises";
import { basename } from "node:path";

import { AppError } from "@loopwright/core";

import { loadImage, onTopOf, type Image, type LoadedImage } from "../image.ts";
import { snapshotOf } from "../load-snapshot.ts";
import { labImage } from "../places.ts";
import { pictureLaunch } from "./picture-launch.ts";

type Options = {
  /** Beside the lab's own, which a job without an image gets. */
  images: readonly Image[];
  /** Where memory snapshots are kept; null goes without. */
  cacheFolder: string | null;
  /** How long a page waits for a snapshot that is still being made. Default five seconds. */
  snapshotWaitMs?: number;
};

/** By which names the worker asks for an image and its snapshot; null boots plainly, which takes seconds. */
export type ImageNames = { image: string; snapshot: string | null };

type Loading = { image: Promise<LoadedImage>; snapshot: Promise<string | null> };

/** What interpreters in a page are made of: the files of images, and pictures of their memory. */
export class PageImages {
  readonly #images: readonly Image[];
  readonly #cacheFolder: string | null;
  readonly #snapshotWaitMs: number;
  readonly #loading = new Map<string, Loading>();
  /** Name to what it stands for. */
  readonly #files = new Map<string, () => Promise<string | Uint8Array>>();
  readonly #stop = new AbortController();

  constructor({ images, cacheFolder, snapshotWaitMs = 5_000 }: Options) {
    this.#images = [labImage, ...images.map((one) => onTopOf(labImage, one))];
    // A process without a group cannot be ended as a whole there.
    this.#cacheFolder = process.platform === "win32" ? null : cacheFolder;
    this.#snapshotWaitMs = snapshotWaitMs;
  }

  /** Makes the snapshots of all images, one after the other. */
  async prepare(): Promise<void> {
    for (const { id } of this.#images) await this.#load(id).snapshot;
  }

  /** Throws `sandbox-failed` where there is no such image, or where it cannot be read. */
  async names(id: string = labImage.id): Promise<ImageNames> {
    const loading = this.#load(id);
    const image = `${(await loading.image).hash}.json`;
    return { image, snapshot: await within(this.#snapshotWaitMs, loading.snapshot) };
  }

  /** The content behind a name that `names` gave; null for any other. */
  async file(name: string): Promise<string | Uint8Array | null> {
    return (
      (await this.#files
        .get(name)?.()
        .catch(() => null)) ?? null
    );
  }

  close(): void {
    this.#stop.abort();
  }

  /** Loaded once; a failure is forgotten, so that the next job tries again. */
  #load(id: string): Loading {
    const known = this.#loading.get(id);
    if (known) return known;
    const image = loadImage(this.#find(id)).then((loaded) => {
      const { files, folders, warmup, driver, hash } = loaded;
      const text = async () => JSON.stringify({ files, folders, warmup, driver });
      this.#files.set(`${hash}.json`, text);
      return loaded;
    });
    const snapshot = image.then((loaded) => this.#snapshot(loaded)).catch(() => null);
    const loading = { image, snapshot };
    this.#loading.set(id, loading);
    image.catch(() => this.#loading.delete(id));
    return loading;
  }

  async #snapshot(image: LoadedImage): Promise<string | null> {
    const { signal } = this.#stop;
    const spec = { launch: pictureLaunch, cacheFolder: this.#cacheFolder, signal };
    const { snapshot } = await snapshotOf(image, spec);
    if (snapshot === null) return null;
    const name = basename(snapshot);
    this.#files.set(name, () => readFile(snapshot));
    return name;
  }

  #find(id: string): Image {
    const found = this.#images.find((one) => one.id === id);
    if (found) return found;
    throw new AppError("sandbox-failed", {
      message: `There is no image “${id}”.`,
      next: `The drill names an image that is not installed. There are: ${this.#images.map((one) => one.id).join(", ")}.`,
    });
  }
}

function within<T>(ms: number, work: Promise<T>): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(null), ms);
    void work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
