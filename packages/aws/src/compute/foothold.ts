import { decodeCall } from "../codec/index.ts";
import type { HttpRequest } from "../http.ts";
import { allViews, type Ec2Instance, type View } from "../services/ec2/state.ts";
import type { Credential } from "../world/credential.ts";
import type { Origin } from "../world/origin.ts";
import type { World } from "../world/world.ts";
import type { Container } from "./containers.ts";
import { credentialsFor, instanceCalled, roleOf } from "./credentials.ts";
import type { Foothold } from "./curl.ts";
import { metadata } from "./metadata.ts";
import { originFrom } from "./origin.ts";

type Place = { view: View; instance: Ec2Instance };

const containerOf = (
  { view, instance }: Place,
  name: string,
): { instance: string; container: Container } | null => {
  const found = instance.containers.find((one) => one.name === name);
  if (!found) return null;
  const { task, role, relativeUri } = found;
  return { instance: instance.id, container: { task, role, region: view.region, relativeUri } };
};

const placesIn = (world: World): Place[] =>
  allViews(world).flatMap((view) =>
    [...view.state.instances.values()].map((instance) => ({ view, instance })),
  );

/** Where whoever begins in this world sits: in a container whose declaration says so. Null for anywhere else. */
export function footholdOfStart(world: World): Foothold | null {
  const { start } = world;
  if (start?.principal.type !== "role-session") return null;
  const { role } = start.principal;
  for (const place of placesIn(world)) {
    const shell = place.instance.containers.find((one) => one.shell && one.role === role);
    if (shell) return containerOf(place, shell.name);
  }
  return null;
}

/** Variables of a shell there that lead SDKs to their credentials. */
export const footholdEnv = ({ container }: Foothold): Record<string, string> =>
  container?.relativeUri ? { AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: container.relativeUri } : {};

/** By which way a request to AWS leaves there; null where it does not get through. */
export function originAt(
  world: World,
  { instance }: Foothold,
  request: HttpRequest,
): Origin | null {
  const decoded = decodeCall(request);
  if (!("call" in decoded) || instance === undefined) return null;
  return originFrom(world, instance, decoded.call.service);
}

export type Found = {
  /** Null where none is handed out. */
  credential: Credential | null;
  instance: string;
  running: boolean;
};
export type Door = "metadata" | "metadata-v1" | "task";

/**
 * The credentials that code finds at a place: an instance by id or name, or behind a slash a container on it.
 * `metadata` asks 169.254.169.254, by version 2 and then by version 1, `metadata-v1` as a forged request would, by
 * version 1 alone; any name behind the slash is some container, so that nothing has to be declared on an instance that
 * is launched later. `task` asks 169.254.170.2.
 */
export function credentialsAt(world: World, from: Door, at: string): Found | null {
  const [host = "", ...rest] = at.split("/");
  const place = instanceCalled(world, host);
  if (!place) return null;
  const { id: instance, state } = place.instance;
  const running = state === "running";
  if (from !== "task") {
    const hops = rest.length > 0 ? 2 : 1;
    const versions = from === "metadata" ? ([2, 1] as const) : ([1] as const);
    return { credential: ofInstance(world, place, { hops, versions }), instance, running };
  }
  const there = containerOf(place, rest.join("/"));
  return { credential: there && credentialsFor(world, there.container), instance, running };
}

type Ask = { hops: number; versions: readonly (1 | 2)[] };

/** Null where none of these versions of the metadata service hands any out. */
function ofInstance(
  world: World,
  { view, instance }: Place,
  { hops, versions }: Ask,
): Credential | null {
  const role = roleOf(view, instance);
  const ttl = { "x-aws-ec2-metadata-token-ttl-seconds": "60" };
  const put = { method: "PUT", path: "/latest/api/token", headers: ttl, hops };
  const token = versions.includes(2) ? metadata(world, instance.id, put) : null;
  const path = `/latest/meta-data/iam/security-credentials/${role?.name}`;
  const shown = token?.status === 200 ? [{ "x-aws-ec2-metadata-token": token.body }] : [];
  for (const headers of [...shown, ...(versions.includes(1) ? [{}] : [])]) {
    const reply = metadata(world, instance.id, { method: "GET", path, headers, hops });
    const key = reply?.status === 200 ? keyIn(reply.body) : null;
    if (key !== null) return world.credentials.get(key) ?? null;
  }
  return null;
}

function keyIn(body: string): string | null {
  const { AccessKeyId } = JSON.parse(body) as { AccessKeyId?: string };
  return AccessKeyId ?? null;
}
