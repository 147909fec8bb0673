import type { Group, Identity, ManagedPolicy } from "../account/details.ts";
import { trustIn, type Actor } from "./actor.ts";
import type { ResourceType } from "./catalogue/entry.ts";
import { things } from "./things.ts";

/** What stands for the names in a path's calls. */
export type Binding = {
  self: Actor;
  role?: Identity | undefined;
  second?: Identity | undefined;
  target?: Identity | undefined;
  user?: Identity | undefined;
  group?: Group | undefined;
  policy?: ManagedPolicy | undefined;
  attached?: ManagedPolicy | undefined;
  thing?: Thing | undefined;
};

/** What runs. `known`: somebody said that it does; otherwise its ARN is a template. */
export type Thing = {
  type: ResourceType;
  arn: string;
  known: boolean;
  tags: Readonly<Record<string, string>> | null;
  policy: Identity["trust"];
};

/** Names in braces that the caller chooses, and what they are where nothing limits the choice. */
const usual: Readonly<Record<string, string>> = {
  region: "us-east-1",
  id: "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
  instance: "i-0a1b2c3d4e5f67890",
  subnet: "subnet-0a1b2c3d4e5f67890",
  securityGroup: "sg-0a1b2c3d4e5f67890",
  interface: "eni-0a1b2c3d4e5f67890",
  image: "ami-0a1b2c3d4e5f67890",
  volume: "vol-0a1b2c3d4e5f67890",
  template: "lt-0a1b2c3d4e5f67890",
  request: "sir-0a1b2c3d",
  type: "t3.micro",
};

/** What the caller chooses: a region, and names of what is made. */
export type Choice = Readonly<Record<string, string>>;

const braces = /\{([\w-]+)\}/g;

/** The text with every name replaced. */
export function filled(text: string, binding: Binding, choice: Choice): string {
  const known = settled(text, binding);
  if (!known.includes("{")) return known;
  return known.replace(braces, (_all, name: string) => choice[name] ?? usual[name] ?? "escalation");
}

/** The text as far as it is settled: what is left in braces, the caller chooses. */
export function settled(text: string, binding: Binding): string {
  const ready = named(text, binding);
  if (!ready.includes("{")) return ready;
  const fixed = fixedNames(binding);
  return ready.replace(braces, (all, name: string) => fixed[name] ?? all);
}

/** The ARN for the name of something bound. */
function named(text: string, binding: Binding): string {
  switch (text) {
    case "self":
      return binding.self.identity.arn;
    case "role":
    case "second":
    case "target":
    case "user":
    case "group":
    case "policy":
    case "thing":
      return binding[text]!.arn;
    default:
      return text;
  }
}

const fixedOf = new WeakMap<Binding, Record<string, string>>();

function fixedNames(binding: Binding): Record<string, string> {
  const known = fixedOf.get(binding);
  if (known) return known;
  const fixed = namesIn(binding);
  fixedOf.set(binding, fixed);
  return fixed;
}

function namesIn({ self, role, attached, thing }: Binding): Record<string, string> {
  const [, partition = "aws"] = self.identity.arn.split(":");
  const region = thing?.known ? thing.arn.split(":")[3] : undefined;
  return {
    partition,
    account: self.account,
    ...(region !== undefined && region !== "" && { region }),
    ...(role && { role: role.arn }),
    ...(attached && { attached: attached.arn }),
    ...(thing && { "cluster-of-thing": clusterOf(thing.arn) }),
  };
}

/** A container instance has its cluster's name in its ARN. */
const clusterOf = (arn: string): string =>
  arn.replace(/:container-instance\/([^/]+)\/.*$/, ":cluster/$1");

/** Something of a type, where nobody said what runs. */
export const someThing = (type: ResourceType): Thing => ({
  type,
  arn: things[type].arn,
  known: false,
  tags: null,
  policy: null,
});

/** The trust policy of a role as it stands, or after the caller wrote itself into it. */
export const trustOf = (role: Identity, opened: Actor | null) =>
  opened ? trustIn(opened) : role.trust;
