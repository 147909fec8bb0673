import { awsRows } from "./stencils-aws.ts";
import { commonRows } from "./stencils.ts";
import type { ElementType } from "./words.ts";

/**
 * Stencils: what an element is made of. Rules speak of groups, so that a new stencil is found by the rules of
 * its groups. `aliases` are how people type it.
 */
export type Technology = {
  id: string;
  title: string;
  type: ElementType;
  groups: readonly Group[];
  aliases: readonly string[];
};

export const groups = [
  "human",
  "client",
  "browser",
  "mobile-app",
  "iot-device",
  "firmware",
  "vehicle",
  "web-app",
  "api",
  "worker",
  "identity-provider",
  "authorization",
  "function",
  "container",
  "orchestrator",
  "vm",
  "relational-database",
  "document-database",
  "database",
  "object-storage",
  "file-storage",
  "queue",
  "topic",
  "stream",
  "cache",
  "search",
  "warehouse",
  "secrets",
  "keys",
  "log",
  "monitoring",
  "cdn",
  "load-balancer",
  "gateway",
  "firewall",
  "dns",
  "build",
  "artifacts",
  "source-control",
  "deployment",
  "model",
  "vector-store",
  "agent",
  "tool",
  "third-party",
  "payment",
  "messaging",
  "admin",
  "network",
  "backup",
  "media",
  "aws",
  "managed",
] as const;
export type Group = (typeof groups)[number];

const words = (text: string, by: RegExp): string[] => text.split(by).filter((one) => one !== "");

export const technologies: ReadonlyMap<string, Technology> = new Map(
  [...commonRows, ...awsRows].map(([id, title, type, inGroups, aliases = ""]) => [
    id,
    {
      id,
      title,
      type,
      groups: words(inGroups, / /) as Group[],
      aliases: words(aliases, /,\s*/),
    },
  ]),
);

export const technologyOf = (id: string): Technology =>
  technologies.get(id) ?? technologies.get("generic")!;

export const isIn = (technology: string, group: Group): boolean =>
  technologyOf(technology).groups.includes(group);
