import { entriesOf, listOf, presentMembers, textOf } from "./output-value.ts";
import type { Member, Shape } from "./shape.ts";

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** Control characters, which keys of S3 may hold, become references; a bare return would be lost in reading. */
export const escapeXml = (text: string): string =>
  // oxlint-disable-next-line no-control-regex
  /[&<>"\u0000-\u001F]/.test(text)
    ? text.replaceAll(
        // oxlint-disable-next-line no-control-regex
        /[&<>"\u0000-\u0008\u000B-\u001F]/g,
        (one) => escapes[one] ?? `&#x${one.charCodeAt(0).toString(16)};`,
      )
    : text;

export const element = (name: string, inner: string, attributes = ""): string =>
  inner === "" ? `<${name}${attributes}/>` : `<${name}${attributes}>${inner}</${name}>`;

/** The members of a structure as elements; those that stand in headers are left out. */
export function writeMembers(shape: Shape, value: unknown, where: string): string {
  let out = "";
  for (const [member, held] of presentMembers(shape, value, where))
    if (!member.location && !member.xmlAttribute)
      out += writeMember(member, held, `${where}.${member.name}`);
  return out;
}

/** One member under its own name. */
export const writeMember = (member: Member, value: unknown, where: string): string =>
  writeAs(member, value, { where, wire: member.locationName ?? member.name });

type Place = { where: string; wire: string };

/** A member under another name than its own: an item of a list, a value of a map. */
function writeAs(member: Member, value: unknown, { where, wire }: Place): string {
  const { of, flattened } = member;
  if (of.type === "structure")
    return element(wire, writeMembers(of, value, where), attributesOf(member, value, where));
  if (of.type === "list") return writeList(member, value, { where, wire });
  if (of.type === "map") {
    const entries = writeEntries(of, value, { where, wire: flattened ? wire : "entry" });
    return flattened ? entries : element(wire, entries);
  }
  return element(wire, escapeXml(textOf(value, of, { where, time: "iso8601" })));
}

function writeList({ of, flattened }: Member, value: unknown, { where, wire }: Place): string {
  const item = of.member;
  if (!item) return "";
  const itemName = flattened ? (item.locationName ?? wire) : (item.locationName ?? "member");
  const items = listOf(value, where)
    .map((one, index) => writeAs(item, one, { where: `${where}.${index}`, wire: itemName }))
    .join("");
  return flattened ? items : element(wire, items);
}

function writeEntries({ key, value: held }: Shape, value: unknown, { where, wire }: Place): string {
  if (!key || !held) return "";
  return entriesOf(value, where)
    .map(([name, one]) => {
      const inner = element(key.locationName ?? "key", escapeXml(name));
      const entry = writeAs(held, one, {
        where: `${where}.${name}`,
        wire: held.locationName ?? "value",
      });
      return element(wire, inner + entry);
    })
    .join("");
}

/** Only a grantee of S3 has one: `xsi:type`, which tells a user from a group. */
function attributesOf({ of, xmlNamespace }: Member, value: unknown, where: string): string {
  const { prefix, uri } = xmlNamespace ?? {};
  const namespace = prefix && uri ? ` xmlns:${prefix}="${escapeXml(uri)}"` : "";
  if (!of.members.some(({ xmlAttribute }) => xmlAttribute)) return namespace;
  const attributes = presentMembers(of, value, where)
    .filter(([{ xmlAttribute }]) => xmlAttribute)
    .map(
      ([{ name, locationName }, held]) => ` ${locationName ?? name}="${escapeXml(String(held))}"`,
    );
  return namespace + attributes.join("");
}
