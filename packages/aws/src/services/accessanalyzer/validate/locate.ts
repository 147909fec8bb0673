import type { Node } from "../../../policy/text.ts";
import { placer } from "../../../policy/text.ts";

/** One step of a path in AWS's form. */
type Step = { key: string } | { value: string } | { index: number };
export type Location = {
  path: Step[];
  span: { start: Position; end: Position };
  /** Whether an empty list stands there. */
  empty: boolean;
};
type Position = { line: number; column: number; offset: number };

/** Finds places of a policy by the paths that its reader tells, such as Statement[1].Action[0]. */
export type Locate = (where: string) => Location;

/** Lines are counted from 1, columns and offsets from 0; an end is what comes after. */
export function locator(text: string, root: Node | null): Locate {
  const place = placer(text);
  const at = (offset: number): Position => {
    const { line, column } = place(offset);
    return { line, column: column - 1, offset };
  };
  return (where) => {
    const { steps, node } = walk(root, where);
    const begin = node?.offset ?? 0;
    const end = begin + (node?.length ?? 0);
    const empty = node?.type === "array" && !node.children?.length;
    return { path: steps, span: { start: at(begin), end: at(end) }, empty };
  };
}

/** As far as the path leads: an element that is missing is told by what it is missing from. */
function walk(root: Node | null, where: string): { steps: Step[]; node: Node | null } {
  const steps: Step[] = [];
  let node = root;
  let rest = where;
  while (node && rest !== "") {
    const found = stepIn(node, rest);
    if (!found) break;
    steps.push(found.step);
    ({ node, rest } = found);
  }
  return { steps, node };
}

/** Names may hold dots and colons, so the longest that is there is taken. */
function stepIn(node: Node, rest: string): { step: Step; node: Node; rest: string } | null {
  const index = /^\[(\d{1,6})\]\.?/.exec(rest);
  if (index) {
    const inner = node.children?.[Number(index[1])];
    return inner
      ? { step: { index: Number(index[1]) }, node: inner, rest: rest.slice(index[0].length) }
      : null;
  }
  const pairs = (node.type === "object" ? (node.children ?? []) : [])
    .flatMap(({ children }) => {
      const [name, value] = children ?? [];
      return name && value ? [{ name: String(name.value), value }] : [];
    })
    .filter(({ name }) => rest.startsWith(name) && /^(?:$|\.|\[)/.test(rest.slice(name.length)))
    .toSorted((a, b) => b.name.length - a.name.length);
  const [found] = pairs;
  if (!found) return null;
  const after = rest.slice(found.name.length).replace(/^\./, "");
  return { step: { value: found.name }, node: found.value, rest: after };
}
