import type { CompiledCondition } from "../../../conditions/condition.ts";

/** One value that a request might have for a key; null where it has none. */
export type Value = string | null;

const most = 20;
const fills = ["x", "", "other-7"] as const;

/** Texts that a pattern of a policy fits, `*` and `?` filled in several ways. */
export function textsFor(pattern: string): string[] {
  const plain = pattern
    .replaceAll("${*}", "\u0001")
    .replaceAll("${?}", "\u0002")
    .replaceAll("${$}", "$")
    .replaceAll(/\$\{[^{}]{0,512}\}/g, "x");
  return fills.map((fill) =>
    plain
      .replaceAll("*", fill)
      .replaceAll("?", "x")
      .replaceAll("\u0001", "*")
      .replaceAll("\u0002", "?"),
  );
}

/**
 * What is tried for a key, the values of `first` before others: what its conditions name, what lies beside that, and
 * no value at all.
 */
export function valuesFor(
  first: readonly CompiledCondition[],
  others: readonly CompiledCondition[],
): Value[] {
  const named = first.flatMap(valuesOf);
  const beside = [...first, ...others].map(({ operator }) => elsewhere[operator.type]);
  return [...new Set([...named, null, ...beside, ...others.flatMap(valuesOf)])].slice(0, most);
}

const elsewhere = {
  string: "something-else",
  arn: "arn:aws:iam::210987654321:user/something-else",
  numeric: "1000000",
  date: "2099-01-01T00:00:00Z",
  bool: "true",
  binary: "AA==",
  ip: "198.51.100.200",
  null: "x",
} as const;

function valuesOf({ operator, source }: CompiledCondition): string[] {
  switch (operator.type) {
    case "bool":
      return ["true", "false"];
    case "null":
      return ["x"];
    case "numeric":
      return source.values.flatMap((value) => [
        value,
        String(Number(value) - 1),
        String(Number(value) + 1),
      ]);
    case "date":
      return source.values.flatMap((value) => {
        const at = Date.parse(value);
        return Number.isNaN(at)
          ? [value]
          : [at - 1000, at, at + 1000].map((ms) => new Date(ms).toISOString());
      });
    case "ip":
      return source.values.map((value) => value.split("/")[0]!);
    case "binary":
      return [...source.values];
    case "string":
    case "arn":
      return source.values.flatMap(operator.compares === "like" ? textsFor : (value) => [value]);
  }
}
