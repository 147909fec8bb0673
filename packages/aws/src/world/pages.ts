import type { Input } from "./input.ts";
import { refusal, type Refusal } from "./refusal.ts";

type Names = {
  /** Member of the input and of the output that carries the token. */
  token: string;
  max: string;
  /** How many a page holds where the caller does not say. */
  size: number;
  /** What a token that nobody handed out is answered with. */
  refuse?: () => Refusal;
};

/** One page of a list with an opaque token. */
export function pageOf<T>(
  all: readonly T[],
  input: Input,
  names: Names,
): { page: T[]; next: string | undefined } {
  const given = input.optional(names.token);
  const from = given === null || given === "" ? 0 : offsetOf(given, names);
  const to = from + Math.max(1, input.number(names.max) ?? names.size);
  const next = to < all.length ? Buffer.from(`offset:${to}`).toString("base64url") : undefined;
  return { page: all.slice(from, to), next };
}

function offsetOf(token: string, { refuse }: Names): number {
  const found = /^offset:(\d{1,9})$/.exec(Buffer.from(token, "base64url").toString());
  if (found) return Number(found[1]);
  throw (
    refuse?.() ?? refusal("InvalidNextTokenException", "The token is not one that was handed out.")
  );
}
