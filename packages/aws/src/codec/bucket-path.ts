import { hostParts } from "./destination.ts";

/** A bucket may stand in the host: "photos.s3.amazonaws.com", or "photos.localhost" before an own address. */
export function bucketOfHost(host: string): string | null {
  const parts = hostParts(host);
  if (parts) return parts.before === "" ? null : ofAws(parts);
  const local = /^(.+)\.localhost(?::\d{1,5})?$/.exec(host.toLowerCase())?.[1];
  if (local === undefined || local === "s3") return null;
  return local.replace(/\.s3$/, "");
}

function ofAws({ label, before, region }: NonNullable<ReturnType<typeof hostParts>>) {
  const point = /^(.+)-(\d{12})$/.exec(before);
  return label === "s3-accesspoint" && point
    ? `arn:aws:s3:${region ?? "us-east-1"}:${point[2]}:accesspoint/${point[1]}`
    : before;
}

/** The path as if the bucket stood in it. */
export function pathStyle(path: string, host: string): string {
  const bucket = bucketOfHost(host);
  return bucket === null ? path : `/${encodeURIComponent(bucket)}${path}`;
}
