import type { Node, Place, PolicyProblem } from "./text.ts";

/** Walks a policy's tree and keeps what is wrong with it, each with its place. */
export class Reader {
  readonly problems: PolicyProblem[] = [];
  readonly #place: (offset: number) => Place;

  constructor(place: (offset: number) => Place) {
    this.#place = place;
  }

  place(node: Node): Place {
    return this.#place(node.offset);
  }

  refuse(node: Node, where: string, message: string): null {
    this.problems.push({ ...this.place(node), where, message });
    return null;
  }

  /** The fields of an object by name. Names are told twice, and those that are not `known`. */
  fields(node: Node, where: string, known: readonly string[]): Map<string, Node> | null {
    const found = this.entries(node, where);
    for (const [name, value] of found ?? []) {
      if (!known.includes(name)) this.refuse(value, under(where, name), prohibited(name));
    }
    return found;
  }

  /** As `fields`, where any name may stand. */
  entries(node: Node, where: string): Map<string, Node> | null {
    if (node.type !== "object") {
      return this.refuse(node, where, "Syntax errors in policy: an object is expected.");
    }
    const found = new Map<string, Node>();
    for (const { children } of node.children ?? []) {
      const [name, value] = children ?? [];
      if (!name || !value) continue;
      const text = String(name.value);
      if (found.has(text)) {
        this.refuse(name, under(where, text), `Syntax errors in policy: ${text} stands twice.`);
      }
      found.set(text, value);
    }
    return found;
  }

  /** A text, or a list of texts: most elements take both. */
  texts(node: Node, where: string): { text: string; node: Node; where: string }[] {
    const nodes = node.type === "array" ? (node.children ?? []) : [node];
    return nodes.flatMap((one, index) => {
      const place = node.type === "array" ? `${where}[${index}]` : where;
      const text = this.text(one, place);
      return text === null ? [] : [{ text, node: one, where: place }];
    });
  }

  text(node: Node, where: string): string | null {
    if (node.type === "string") return String(node.value);
    return this.refuse(node, where, "Syntax errors in policy: a text is expected.");
  }
}

export const under = (where: string, name: string): string =>
  where === "" ? name : `${where}.${name}`;

const prohibited = (name: string): string => `Has prohibited field ${name}.`;
