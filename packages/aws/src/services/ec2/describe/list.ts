import type { Operation } from "../../../world/define.ts";
import type { Input } from "../../../world/input.ts";
import { refusal } from "../../../world/refusal.ts";
import { allOf, found, type Kind, type Of } from "../kinds.ts";
import type { Ctx } from "../operations.ts";
import type { Ec2State, View } from "../state.ts";
import { filtered, type Filters } from "./filters.ts";

/** A Describe operation: what it lists, how that is asked for, and how it is written. */
export type Listed<T> = {
  /** The answer's member. */
  member: string;
  all: (context: Ctx) => readonly T[];
  id: (one: T) => string;
  filters: Filters<T>;
  written: (one: T, view: View) => Record<string, unknown>;
  /** Filter, in two operations. */
  filterMember?: string;
};

/** Of what has to be allowed EC2 looks at the action alone: Describe… works on *. */
export const described = <T>(listed: Listed<T>): Operation<Ec2State> => ({
  readOnly: true,
  run: (context) => {
    const { input } = context;
    const { member, id, filters, written, filterMember = "Filters" } = listed;
    const asked = { member: filterMember, id, filters, view: context };
    const { page, NextToken } = paged(filtered(listed.all(context), input, asked), input);
    return { [member]: page.map((one) => written(one, context)), NextToken };
  },
});

/** The same of everything of one kind, which requests name by ids in `ids`. */
export const listed = <K extends Kind>(
  kind: K,
  ids: string,
  rest: Omit<Listed<Of<K>>, "all" | "id">,
): Operation<Ec2State> => described<Of<K>>({ ...rest, all: named(kind, ids), id: ({ id }) => id });

/** Those of a kind that the request names, or all. */
export const named =
  <K extends Kind>(kind: K, member: string) =>
  ({ state, input }: Ctx): readonly Of<K>[] => {
    const ids = input.texts(member);
    if (ids.length === 0) return allOf(state, kind);
    if (input.has("MaxResults")) {
      const message = `The parameter ${member} cannot be used with the parameter MaxResults`;
      throw refusal("InvalidParameterCombination", message);
    }
    return ids.map((id) => found(state, kind, id));
  };

type Sizes = { least: number; most: number; usual: number };

/** As most lists of EC2: 5 to 1000 a page, and everything at once where no size is asked for. */
const most: Sizes = { least: 5, most: 1000, usual: Infinity };

export function paged<T>(all: readonly T[], input: Input, sizes = most) {
  const asked = input.number("MaxResults");
  if (asked !== null && (asked < sizes.least || asked > sizes.most)) {
    const message = `Value ( ${asked} ) for parameter maxResults is invalid. Expecting a value between ${sizes.least} and ${sizes.most}.`;
    throw refusal("InvalidParameterValue", message);
  }
  const from = offsetOf(input.optional("NextToken"));
  const to = from + (asked ?? sizes.usual);
  const more = to < all.length;
  return { page: all.slice(from, to), NextToken: more ? tokenOf(to) : undefined };
}

const tokenOf = (offset: number): string => Buffer.from(`next:${offset}`).toString("base64url");

function offsetOf(token: string | null): number {
  if (token === null) return 0;
  const read = /^next:(\d{1,9})$/.exec(Buffer.from(token, "base64url").toString());
  if (!read) throw refusal("InvalidNextToken", "The token is not valid.");
  return Number(read[1]);
}
