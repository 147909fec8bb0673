import { anchorsOf } from "@loopwright/core/anchors";

/** What is needed here of a hast node. */
type Node = {
  type: string;
  tagName?: string;
  value?: string;
  properties?: Record<string, unknown>;
  children?: Node[];
};

/** Gives every heading the anchor under which the search of the library knows it. */
export const withAnchors = () => (tree: Node) => {
  const headings = headingsIn(tree);
  const anchors = anchorsOf(headings.map(textOf));
  headings.forEach((heading, index) => {
    heading.properties = { ...heading.properties, id: anchors[index], tabIndex: -1 };
  });
};

const headingsIn = (node: Node): Node[] =>
  /^h[1-6]$/.test(node.tagName ?? "") ? [node] : (node.children ?? []).flatMap(headingsIn);

const textOf = (node: Node): string => node.value ?? (node.children ?? []).map(textOf).join("");
