import { partsOf } from "../../../conditions/compare.ts";

/** A variable may have any value. */
const plain = (pattern: string): string => pattern.replaceAll(/\$\{[^{}]{0,512}\}/g, "*");

/** Whether one text fits both, `*` and `?` as in policies. */
export function meets(one: string, other: string): boolean {
  const [a, b] = [plain(one), plain(other)];
  // Reached states of both, position by position: the product of the two lengths at most.
  let row = after(new Set([0]), b);
  for (let at = 0; at <= a.length; at += 1) {
    if (at === a.length) return row.has(b.length);
    row = step(a[at]!, row, b);
    if (row.size === 0) return false;
  }
  return false;
}

/** Positions in `b` after one sign of the other pattern. */
function step(sign: string, row: ReadonlySet<number>, b: string): Set<number> {
  if (sign === "*") {
    const first = Math.min(...row);
    return new Set(Array.from({ length: b.length - first + 1 }, (_, index) => first + index));
  }
  const next = new Set<number>();
  for (const at of row) {
    const other = b[at];
    if (other === "*") next.add(at);
    else if (other !== undefined && (other === sign || other === "?" || sign === "?"))
      next.add(at + 1);
  }
  return after(next, b);
}

/** A star of `b` may stand for nothing. */
function after(row: Set<number>, b: string): Set<number> {
  for (const at of row) if (b[at] === "*") row.add(at + 1);
  return row;
}

/** Whether everything that fits `narrow` fits `wide`, as far as that can be told: then it holds. */
export function covers(wide: string, narrow: string): boolean {
  if (wide === narrow || wide === "*") return true;
  if (wide.includes("${") || narrow.includes("${")) return false;
  // A star in the narrow one is met by a star alone, and a star swallows what stands there as it is.
  let [at, by, star, from] = [0, 0, -1, 0];
  while (at < narrow.length) {
    const sign = wide[by];
    const here = narrow[at]!;
    if (sign === "*") [star, from] = [by++, at];
    else if (here !== "*" && (sign === here || sign === "?")) {
      at += 1;
      by += 1;
    } else if (star >= 0) {
      by = star + 1;
      at = ++from;
    } else return false;
  }
  while (wide[by] === "*") by += 1;
  return by === wide.length;
}

/** Two patterns of resources, part by part where both are whole ARNs. */
export function resourcesMeet(one: string, other: string): boolean {
  if (one === "*" || other === "*") return true;
  const [a, b] = [partsOf(one), partsOf(other)];
  if (a.length !== 6 || b.length !== 6) return meets(one, other);
  return a.every((part, index) => meets(part, b[index]!));
}

/** A star in one of an ARN's first five parts stays within it, so they are compared part by part. */
export function resourceCovers(wide: string, narrow: string): boolean {
  if (wide === "*" || wide === narrow) return true;
  const [a, b] = [partsOf(wide), partsOf(narrow)];
  return a.length === 6 && b.length === 6 && a.every((part, index) => covers(part, b[index]!));
}
