import { z } from "zod";

import type { Json } from "../json.ts";

/**
 * The world around a program under test: what stands on its machine and what its network reaches. All of it
 * is made up. Files and environment are laid out by the driver inside the interpreter; hosts, names and
 * commands are played on the host, so that one implementation serves every language.
 */

const json: z.ZodType<Json> = z.json();
const text = z.string().max(200_000);

/** What one path of a host answers. At most one of body and json. */
const reply = z.strictObject({
  status: z.int().min(100).max(599).default(200),
  headers: z.record(z.string(), text).default({}),
  body: text.optional(),
  json: json.optional(),
});
export type WorldReply = z.infer<typeof reply>;

/** A machine on the network, found by its address; names lead to it through `dns`. */
const host = z.strictObject({
  /** IPv4 or IPv6, in its plain form. */
  address: z.string().min(3),
  port: z.int().min(1).max(65_535).default(80),
  /** Path, or a prefix that ends in *, to what it answers; the longest that fits is taken. */
  serves: z.record(z.string().startsWith("/"), reply),
});

/** What a command of the fake shell does, beside those that every shell of the lab has. */
const command = z.strictObject({
  stdout: text.default(""),
  stderr: text.default(""),
  exit: z.int().min(0).max(255).default(0),
});

export const world = z.strictObject({
  /** Absolute path to content, laid out anew before every test. */
  files: z
    .record(
      z.string().regex(/^(\/[^/]+)+$/),
      z.union([text, z.strictObject({ base64: z.base64() })]),
    )
    .default({}),
  env: z.record(z.string(), text).default({}),
  hosts: z.array(host).default([]),
  /** Name to address; of several, each look-up takes the next, and the last one stays. */
  dns: z.record(z.string(), z.union([z.string(), z.array(z.string()).min(1)])).default({}),
  commands: z.record(z.string(), command).default({}),
});
export type World = z.infer<typeof world>;

/** The part of the world that is played on the host; the fake shell knows files and environment too. */
export type HostWorld = World;

export const hostWorldOf = (world: World): HostWorld => world;
