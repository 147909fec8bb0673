import { z } from "zod";

import type { Model } from "../../model/model.ts";

/** Shapes for reading: whatever another tool leaves out or writes as null is its default. */

export const looseText = z
  .union([z.string(), z.number(), z.boolean()], "a text is expected here")
  .nullish()
  .transform((one) => (one === null || one === undefined ? "" : String(one)));

/**
 * A list that stops at its first member in the wrong shape: a hostile file may hold millions of them, and an
 * array of zod collects an issue for each.
 */
export const looseList = <T extends z.ZodType>(one: T) =>
  z
    .array(z.unknown(), "a list is expected here")
    .nullish()
    .transform((all, context): z.output<T>[] => {
      const members: z.output<T>[] = [];
      for (const [index, member] of (all ?? []).entries()) {
        const result = one.safeParse(member);
        if (!result.success) {
          const { path = [], message = "" } = result.error.issues[0] ?? {};
          context.addIssue({ code: "custom", message, path: [index, ...path] });
          return z.NEVER;
        }
        members.push(result.data);
      }
      return members;
    });

/** Null where it is not said or not a number. */
export const looseNumber = z
  .union([z.number(), z.string(), z.null()])
  .optional()
  .transform((one) => {
    const number = one === null || one === undefined || one === "" ? NaN : Number(one);
    return Number.isFinite(number) ? number : null;
  });

export const looseFlag = z
  .unknown()
  .optional()
  .transform((one) => one === true || one === "true");

/** Any object, kept as it stands. What was parsed and tamed is JSON. */
export const looseRecord = z
  .record(z.string(), z.unknown())
  .nullish()
  .transform((one) => (one ?? {}) as JsonRecord);

type Json = z.infer<ReturnType<typeof z.json>>;
export type JsonRecord = Record<string, Json>;
type Extra = Model["extra"];

/** `extra` with what this format alone says; undefined where that is nothing. */
export function extraOf(format: string, said: Record<string, unknown>): Extra {
  const entries = Object.entries(said).filter(([, value]) => value !== undefined);
  return entries.length === 0 ? undefined : ({ [format]: Object.fromEntries(entries) } as Extra);
}

/** What this format said of a part when it was read; an empty object where it said nothing. */
export function saidBy(format: string, part: { extra?: Extra }): JsonRecord {
  return recordOf(part.extra?.[format]);
}

/** The members of `all` whose key is not in `known`. */
export function without(all: Record<string, unknown>, known: readonly string[]): JsonRecord {
  return Object.fromEntries(
    Object.entries(all).filter(([key, value]) => !known.includes(key) && value !== undefined),
  ) as JsonRecord;
}

export const nonEmpty = <T extends object>(value: T): T | undefined =>
  Object.keys(value).length === 0 ? undefined : value;

/** The value where it is an object; an empty one for whatever else a file may hold there. */
export const recordOf = (value: unknown): JsonRecord =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonRecord) : {};

/** The value at a path of keys, whatever is there. */
export const at = (value: unknown, ...path: (string | number)[]): unknown =>
  path.reduce<unknown>(
    (now, key) =>
      typeof now === "object" && now !== null && Object.hasOwn(now, key)
        ? (now as Record<string | number, unknown>)[key]
        : undefined,
    value,
  );
