/** Of what type the operator takes key and value to be. */
export type ValueType = "string" | "numeric" | "date" | "bool" | "binary" | "ip" | "arn" | "null";

export type Operator = {
  name: string;
  type: ValueType;
  /** Holds where no value of the policy compares. */
  negated: boolean;
  compares: "equal" | "like" | "less" | "less-equal" | "greater" | "greater-equal";
  ignoreCase: boolean;
  /** Over the values of a key that has several. */
  set: "all" | "any" | null;
  /** Holds where the request has no such key. */
  ifExists: boolean;
};

type Base = Pick<Operator, "type" | "negated" | "compares" | "ignoreCase">;

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
const bases: ReadonlyMap<string, Base> = new Map([
  ...pair("String", "Equals", { type: "string", compares: "equal" }),
  ...pair("String", "EqualsIgnoreCase", { type: "string", compares: "equal", ignoreCase: true }),
  ...pair("String", "Like", { type: "string", compares: "like" }),
  ...ordered("Numeric", "numeric"),
  ...ordered("Date", "date"),
  one("Bool", { type: "bool" }),
  one("BinaryEquals", { type: "binary" }),
  one("IpAddress", { type: "ip" }),
  one("NotIpAddress", { type: "ip", negated: true }),
  // Both compare part by part, with wildcards.
  ...pair("Arn", "Equals", { type: "arn", compares: "like" }),
  ...pair("Arn", "Like", { type: "arn", compares: "like" }),
  one("Null", { type: "null" }),
]);

function one(name: string, base: Partial<Base> & Pick<Base, "type">): [string, Base] {
  return [name.toLowerCase(), { negated: false, compares: "equal", ignoreCase: false, ...base }];
}

function pair(family: string, name: string, base: Partial<Base> & Pick<Base, "type">) {
  return [one(family + name, base), one(`${family}Not${name}`, { ...base, negated: true })];
}

function ordered(family: string, type: ValueType) {
  return [
    ...pair(family, "Equals", { type }),
    one(`${family}LessThan`, { type, compares: "less" }),
    one(`${family}LessThanEquals`, { type, compares: "less-equal" }),
    one(`${family}GreaterThan`, { type, compares: "greater" }),
    one(`${family}GreaterThanEquals`, { type, compares: "greater-equal" }),
  ];
}

/** Null where there is no such operator. Null takes no IfExists: it asks for the key itself. */
export function operatorOf(name: string): Operator | null {
  const found = /^(?:(ForAllValues|ForAnyValue):)?([A-Za-z]+?)(IfExists)?$/i.exec(name);
  const base = bases.get(found?.[2]?.toLowerCase() ?? "");
  if (!found || !base) return null;
  const set =
    found[1] === undefined ? null : found[1].toLowerCase() === "forallvalues" ? "all" : "any";
  const ifExists = found[3] !== undefined;
  if (base.type === "null" && (ifExists || set)) return null;
  return { name, ...base, set, ifExists };
}
