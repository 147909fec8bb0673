import { z } from "zod";

type Json = z.infer<ReturnType<typeof z.json>>;

/** What is nested deeper could exhaust the stack of whoever walks it, a check of its shape first of all. */
export const maxJsonDepth = 64;

/** A value of JSON. */
export const json = z
  .unknown()
  .refine((value) => isJson(value, 0), `JSON, nested ${maxJsonDepth} deep at most`) as z.ZodType<
  Json,
  Json
>;

function isJson(value: unknown, depth: number): boolean {
  if (value === null || typeof value === "string" || typeof value === "boolean") return true;
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object" || depth === maxJsonDepth) return false;
  return Object.values(value).every((one) => isJson(one, depth + 1));
}
