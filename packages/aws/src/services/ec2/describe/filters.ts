import { compilePattern } from "../../../policy/pattern.ts";
import type { Input } from "../../../world/input.ts";
import { refusal } from "../../../world/refusal.ts";
import type { View } from "../state.ts";

/** Filter names with what a resource has under them. */
export type Filters<T> = Readonly<
  Record<string, (one: T, view: View) => readonly (string | undefined)[]>
>;

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Filter.html */
const filtersMax = 50;
const valuesMax = 200;

type Asked<T> = { member: string; id: (one: T) => string; filters: Filters<T>; view: View };

/** All filters have to hold, and one value of each is enough. A filter that is not known is refused, as EC2 does. */
export function filtered<T>(all: readonly T[], input: Input, asked: Asked<T>): readonly T[] {
  const given = input.list(asked.member);
  if (given.length > filtersMax) throw tooMany("filters");
  const tests = given.map((filter) => {
    const values = filter.texts("Values");
    if (values.length > valuesMax) throw tooMany("filter values");
    const patterns = values.map((one) => compilePattern(one, { variables: false }));
    const read = reader(filter.optional("Name") ?? "", asked);
    return (one: T) =>
      read(one).some((value) => patterns.some((pattern) => pattern.matches(value, nothing)));
  });
  return all.filter((one) => tests.every((test) => test(one)));
}

function reader<T>(name: string, { id, filters, view }: Asked<T>): (one: T) => string[] {
  const tags = (one: T) => view.state.tags.get(id(one)) ?? new Map<string, string>();
  if (name.startsWith("tag:"))
    return (one) => [tags(one).get(name.slice(4))].filter((value) => value !== undefined);
  if (name === "tag-key") return (one) => [...tags(one).keys()];
  if (name === "tag-value") return (one) => [...tags(one).values()];
  const known = Object.hasOwn(filters, name) ? filters[name]! : null;
  if (!known) throw refusal("InvalidParameterValue", `The filter '${name}' is invalid`);
  return (one) => known(one, view).filter((value) => value !== undefined);
}

const nothing = () => null;

const tooMany = (what: string) =>
  refusal("FilterLimitExceeded", `The maximum number of ${what} was exceeded.`);
