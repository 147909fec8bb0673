import { bootForSnapshot } from "./boot.ts";
import { loadImage, type Image, type LoadedImage } from "./image.ts";
import type { Launch } from "./launch.ts";
import { defaultLimits, limitsOf } from "./limits.ts";
import { snapshotCache } from "./snapshot.ts";

/** An image, and the file with an interpreter's memory after its imports; null where there is none. */
export type Pictured = { image: LoadedImage; snapshot: string | null };

type Spec = {
  launch: Launch;
  /** Null goes without. */
  cacheFolder: string | null;
  signal: AbortSignal;
};

/** Finds an image's snapshot or makes it. Throws `sandbox-failed` where the image cannot be read. */
export async function loadSnapshot(image: Image, spec: Spec): Promise<Pictured> {
  return snapshotOf(await loadImage(image), spec);
}

/** The same, of an image that is loaded already. */
export async function snapshotOf(
  image: LoadedImage,
  { launch, cacheFolder, signal }: Spec,
): Promise<Pictured> {
  if (cacheFolder === null) return { image, snapshot: null };
  const cache = snapshotCache(cacheFolder);
  const found = await cache.find(image);
  if (found !== null) return { image, snapshot: found };
  const { memoryMb } = limitsOf({}, defaultLimits);
  // Where none can be made, a plain boot works, or says better what is wrong.
  const bytes = await bootForSnapshot(launch, { image, snapshot: null, memoryMb, signal }).catch(
    () => null,
  );
  return { image, snapshot: bytes === null ? null : await cache.store(image, bytes) };
}
