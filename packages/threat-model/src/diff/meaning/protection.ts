import { controlTitle } from "../../model/controls.ts";
import type { Element, Flow } from "../../model/model.ts";
import { technologyOf } from "../../model/technologies.ts";
import { listChange, quoted, type Changed, type Draft, type Sides } from "./sides.ts";

/** What protects elements and flows, and whether they are looked at at all. */
export function protectionSentences(sides: Sides): Draft[] {
  return [
    ...sides.changesIn("elements").flatMap((change) => {
      const who = sides.name(change.id);
      return [...controls(change, who), ...kindOf(change, who), ...scope(change, who)];
    }),
    ...sides.changesIn("flows").flatMap((change) => {
      const who = `Flow ${quoted(sides.name(change.id))}`;
      return [...controls(change, who), ...channel(change, who), ...scope(change, who)];
    }),
  ];
}

const titled = (ids: readonly string[]) => ids.map((id) => quoted(controlTitle(id))).join(", ");

function controls(change: Changed, who: string): Draft[] {
  const field = change.get("controls");
  if (!field) return [];
  const { more, less } = listChange(field);
  return [
    ...(less.length > 0 ? [said(change, `${who} no longer has ${titled(less)}`, 64)] : []),
    ...(more.length > 0 ? [said(change, `${who} now has ${titled(more)}`, 40)] : []),
  ];
}

/** Whoever listens, and whoever pretends. */
function channel(change: Changed, who: string): Draft[] {
  const drafts: Draft[] = [];
  const encryption = change.get("encryption");
  if (encryption) {
    const [was, now] = [encryption.before, encryption.after] as Flow["encryption"][];
    const isSafe = (one: unknown) => one !== "none" && one !== "unknown";
    const text =
      now === "none"
        ? `${who} is no longer encrypted, before ${was}`
        : `${who} now has encryption ${now}, before ${was}`;
    drafts.push(said(change, text, isSafe(now) ? 42 : isSafe(was) ? 76 : 50));
  }
  const authentication = change.get("authentication");
  if (authentication) {
    const [was, now] = [authentication.before, authentication.after] as Flow["authentication"][];
    const text =
      now === "none"
        ? `${who} no longer authenticates its source, before ${was}`
        : `${who} now authenticates by ${now}, before ${was}`;
    const lost = was !== "none" && was !== "unknown";
    drafts.push(said(change, text, now === "none" ? 76 : now === "unknown" && lost ? 66 : 46));
  }
  const protocol = change.get("protocol");
  if (protocol) {
    const [was, now] = [protocol.before, protocol.after].map((one) =>
      typeof one === "string" && one !== "" ? one : "nothing said",
    );
    drafts.push(said(change, `${who} now speaks ${now}, before ${was}`, 30));
  }
  return drafts;
}

function kindOf(change: Changed, who: string): Draft[] {
  const [technology, type] = [change.get("technology"), change.get("type")];
  const title = (id: unknown) => technologyTitle(String(id));
  return [
    ...(type
      ? [said(change, `${who} is now a ${String(type.after)}, before a ${String(type.before)}`, 48)]
      : []),
    ...(technology
      ? [
          said(
            change,
            `${who} is now ${title(technology.after)}, before ${title(technology.before)}`,
            46,
          ),
        ]
      : []),
  ];
}

const technologyTitle = (id: string): string => {
  const known = technologyOf(id);
  return known.id === id ? known.title : id;
};

function scope(change: Changed, who: string): Draft[] {
  const field = change.get("outOfScope");
  if (!field) return [];
  const [was, now] = [field.before, field.after] as Element["outOfScope"][];
  if (was && now) return [];
  const reason = now && now.reason.trim() !== "" ? ` (${now.reason.trim()})` : "";
  return now
    ? [{ ...said(change, `${who} is now out of scope${reason}`, 66), kind: "scope" }]
    : [{ ...said(change, `${who} is in scope again`, 52), kind: "scope" }];
}

const said = ({ id }: Changed, text: string, weight: number): Draft => ({
  kind: "protection",
  text,
  ids: [id],
  weight,
  subjects: [id],
});
