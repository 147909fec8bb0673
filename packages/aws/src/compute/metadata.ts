import { AppError } from "@loopwright/core";

import { secretText } from "../world/ids.ts";
import type { World } from "../world/world.ts";
import { instanceAt } from "./credentials.ts";
import { treeOf, type Tree } from "./metadata-tree.ts";

/** A request to 169.254.169.254 from code on an instance. */
export type MetadataRequest = {
  method: string;
  /** Such as /latest/meta-data/; a query is left out of account. */
  path: string;
  /** Names in any case. */
  headers?: Readonly<Record<string, string>>;
  /** 1 from the instance itself; 2 from a container behind its bridge. */
  hops?: number;
};

/** Null: no answer at all, and who asked waits until giving up. */
export type MetadataReply = { status: number; body: string } | null;

const ttlHeader = "x-aws-ec2-metadata-token-ttl-seconds";
const tokenHeader = "x-aws-ec2-metadata-token";
const ttlMax = 21_600;
const tokensMax = 256;

/**
 * The instance metadata service, versions 1 and 2. Throws `not-found` where no instance has this id.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-retrieval.html
 */
export function metadata(
  world: World,
  instanceId: string,
  request: MetadataRequest,
): MetadataReply {
  const found = instanceAt(world, instanceId);
  if (!found) {
    const message = `There is no instance ${instanceId} in this world.`;
    throw new AppError("not-found", { message, next: "Name one that is declared." });
  }
  const { instance } = found;
  if (instance.state !== "running") return null;
  if (instance.metadata.endpoint === "disabled") return page(403, "Forbidden");
  const headers = folded(request.headers ?? {});
  const [path = ""] = request.path.split("?");
  const method = request.method.toUpperCase();
  if (method === "PUT") return token(world, found, { path, headers, hops: request.hops ?? 1 });
  if (method !== "GET" && method !== "HEAD") return page(405, "Method Not Allowed");
  const given = headers.get(tokenHeader);
  if (given === undefined && instance.metadata.tokens === "required")
    return page(401, "Unauthorized");
  if (given !== undefined && !((instance.tokens.get(given) ?? 0) > world.nowMs))
    return page(401, "Unauthorized");
  return read(treeOf(world, found, given === undefined ? "1.0" : "2.0"), path);
}

type Put = { path: string; headers: ReadonlyMap<string, string>; hops: number };

/**
 * Version 2 begins with a PUT, which carries no X-Forwarded-For: open proxies cannot be led to make one. Its answer
 * travels as far as the hop limit lets it.
 */
function token(
  world: World,
  { instance }: NonNullable<ReturnType<typeof instanceAt>>,
  { path, headers, hops }: Put,
): MetadataReply {
  if (!/^\/latest\/api\/token\/?$/.test(path)) return page(405, "Method Not Allowed");
  if (headers.has("x-forwarded-for")) return page(403, "Forbidden");
  const ttl = headers.get(ttlHeader) ?? "";
  if (!/^\d{1,5}$/.test(ttl) || Number(ttl) < 1 || Number(ttl) > ttlMax)
    return page(400, "Bad Request");
  const made = `AQAEA${secretText(world, 51)}==`;
  for (const [old, endsMs] of instance.tokens)
    if (endsMs <= world.nowMs) instance.tokens.delete(old);
  const [oldest] = instance.tokens.keys();
  if (instance.tokens.size >= tokensMax && oldest !== undefined) instance.tokens.delete(oldest);
  instance.tokens.set(made, world.nowMs + Number(ttl) * 1000);
  return hops > instance.metadata.hopLimit ? null : { status: 200, body: made };
}

/** A folder lists what is in it, folders with a slash; a slash at the end of a request makes no difference. */
function read(tree: Tree, path: string): MetadataReply {
  const [version = "", ...rest] = path.split("/").filter((part) => part !== "");
  if (version === "") return { status: 200, body: "latest" };
  if (!/^(?:latest|1\.0|\d{4}-\d{2}-\d{2})$/.test(version)) return page(404, "Not Found");
  let at: Tree | string = tree;
  for (const part of rest) {
    const next: Tree | string | undefined = typeof at === "string" ? undefined : at.get(part);
    if (next === undefined) return page(404, "Not Found");
    at = next;
  }
  if (typeof at === "string") return { status: 200, body: at };
  const names = [...at].map(([name, value]) => (typeof value === "string" ? name : `${name}/`));
  return { status: 200, body: names.join("\n") };
}

const folded = (headers: Readonly<Record<string, string>>): Map<string, string> =>
  new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

const page = (status: number, title: string) => ({
  status,
  body: `<?xml version="1.0" encoding="iso-8859-1"?>\n<html><head><title>${status} - ${title}</title></head><body><h1>${status} - ${title}</h1></body></html>\n`,
});
