import type { Block, Piece } from "./pieces.ts";

/** A block with the nodes whose text it has, one after another. */
export type DrawnBlock = Block & { nodes: Node[]; element: Element };

const containers = new Set(["UL", "OL", "BLOCKQUOTE", "DIV", "SECTION", "DL", "DETAILS"]);

/** The blocks of a text as it is drawn, in reading order. */
export function blocksIn(root: Element): DrawnBlock[] {
  const blocks: DrawnBlock[] = [];
  for (const child of root.children) blocks.push(...blocksOf(child));
  return blocks;
}

function blocksOf(element: Element): DrawnBlock[] {
  if (element.tagName === "TABLE") return rowsOf(element);
  if (containers.has(element.tagName)) return blocksIn(element);
  if (element.tagName === "LI") return itemOf(element);
  const text = element.textContent;
  if (text.trim() === "") return [];
  if (element.tagName === "PRE") return [{ kind: "code", text, nodes: [element], element }];
  const kind = /^H[1-6]$/.test(element.tagName) ? "heading" : "text";
  return [{ kind, text, nodes: [element], element }];
}

const isBlock = (node: Node): node is Element =>
  node instanceof Element &&
  (containers.has(node.tagName) || /^(P|PRE|TABLE|H[1-6])$/.test(node.tagName));

/** An item's own words, then the lists and paragraphs inside it. */
function itemOf(item: Element): DrawnBlock[] {
  const nodes = [...item.childNodes].filter((node) => !isBlock(node));
  const text = textOf(nodes);
  const own: DrawnBlock[] =
    text.trim() === "" ? [] : [{ kind: "text", text, nodes, element: item }];
  return [...own, ...[...item.childNodes].filter(isBlock).flatMap(blocksOf)];
}

function rowsOf(table: Element): DrawnBlock[] {
  const heads = [...table.querySelectorAll("thead th")].map(({ textContent }) => textContent);
  return [...table.querySelectorAll("tbody tr")].map((row) => {
    const cells = [...row.children].map(({ textContent }, column) => ({
      head: heads[column] ?? "",
      text: textContent,
    }));
    return { kind: "row", text: row.textContent, cells, nodes: [row], element: row };
  });
}

const textOf = (nodes: readonly Node[]): string =>
  nodes.map(({ textContent }) => textContent ?? "").join("");

/** Where a piece stands on the page. */
export function rangeOf({ nodes, element }: DrawnBlock, { start, end }: Piece): Range {
  const range = document.createRange();
  range.selectNodeContents(element);
  let before = 0;
  for (const text of nodes.flatMap(textNodesIn)) {
    const after = before + text.length;
    if (start >= before && start < after) range.setStart(text, start - before);
    if (end > before && end <= after) range.setEnd(text, end - before);
    before = after;
  }
  return range;
}

function textNodesIn(node: Node): Text[] {
  if (node instanceof Text) return [node];
  return [...node.childNodes].flatMap(textNodesIn);
}
