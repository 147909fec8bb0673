/** An element. Of its name and those of its attributes only what stands behind the prefix is kept. */
export type XmlNode = {
  name: string;
  attributes: Map<string, string>;
  children: XmlNode[];
  text: string;
};

const deepest = 64;
const name = /[A-Za-z_][\w.:-]*/y;
const attribute = /\s+([A-Za-z_][\w.:-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const tagEnd = /\s*(\/?)>/y;
const entities = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
]);

const local = (qualified: string) => qualified.slice(qualified.indexOf(":") + 1);

function decodeEntities(text: string): string | null {
  if (!text.includes("&")) return text;
  let broken = false;
  const out = text.replaceAll(/&([^;&\s]{0,10});?/g, (whole, entity: string) => {
    const digits = /^#(?:x([\da-fA-F]{1,6})|(\d{1,7}))$/.exec(entity);
    const code = digits ? parseInt(digits[1] ?? digits[2] ?? "", digits[1] ? 16 : 10) : -1;
    const found = code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entities.get(entity);
    if (found === undefined || !whole.endsWith(";")) broken = true;
    return found ?? "";
  });
  return broken ? null : out;
}

/**
 * Parses a document of elements, attributes and text; null where it is not well-formed. Document types
 * are refused: with them go entities that expand, and files that are fetched.
 */
export function parseXml(source: string): XmlNode | null {
  const root: XmlNode = { name: "", attributes: new Map(), children: [], text: "" };
  const open = [root];
  let at = source.startsWith("\uFEFF") ? 1 : 0;
  while (at < source.length) {
    const node = open.at(-1) as XmlNode;
    const next = source.indexOf("<", at);
    const text = decodeEntities(source.slice(at, next < 0 ? source.length : next));
    if (text === null || (open.length === 1 && text.trim() !== "")) return null;
    node.text += text;
    if (next < 0) break;
    const end = readMarkup(source, next, open);
    if (end === null) return null;
    at = end;
  }
  return open.length === 1 && root.children.length === 1 ? (root.children[0] ?? null) : null;
}

/** Reads one piece of markup at "<"; gives the place behind it, or null. */
function readMarkup(source: string, at: number, open: XmlNode[]): number | null {
  const behind = (end: string, from: number) => {
    const found = source.indexOf(end, from);
    return found < 0 ? null : found + end.length;
  };
  if (source.startsWith("<!--", at)) return behind("-->", at + 4);
  if (source.startsWith("<?", at)) return behind("?>", at + 2);
  if (source.startsWith("<![CDATA[", at)) {
    const end = behind("]]>", at + 9);
    if (end === null || open.length === 1) return null;
    (open.at(-1) as XmlNode).text += source.slice(at + 9, end - 3);
    return end;
  }
  return source.startsWith("</", at)
    ? readClosing(source, at + 2, open)
    : readTag(source, at + 1, open);
}

function readClosing(source: string, at: number, open: XmlNode[]): number | null {
  name.lastIndex = at;
  const found = name.exec(source);
  if (!found || open.length === 1 || local(found[0]) !== open.pop()?.name) return null;
  const end = source.indexOf(">", name.lastIndex);
  return end < 0 || source.slice(name.lastIndex, end).trim() !== "" ? null : end + 1;
}

function readTag(source: string, at: number, open: XmlNode[]): number | null {
  name.lastIndex = at;
  const found = name.exec(source);
  if (!found || open.length > deepest) return null;
  const node: XmlNode = { name: local(found[0]), attributes: new Map(), children: [], text: "" };
  let end = name.lastIndex;
  for (;;) {
    attribute.lastIndex = end;
    const pair = attribute.exec(source);
    if (!pair) break;
    const value = decodeEntities(pair[2] ?? pair[3] ?? "");
    if (value === null) return null;
    node.attributes.set(local(pair[1] ?? ""), value);
    end = attribute.lastIndex;
  }
  tagEnd.lastIndex = end;
  const closed = tagEnd.exec(source);
  if (!closed) return null;
  (open.at(-1) as XmlNode).children.push(node);
  if (closed[1] === "") open.push(node);
  return tagEnd.lastIndex;
}
