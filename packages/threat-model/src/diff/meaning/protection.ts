import { controlTitle } from "../../model/controls.ts";
import type { Element, Flow } from "../../model/model.ts";
import { protocols } from "../../model/protocols.ts";
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
    ...(less.length > 0 ? [told(change, `${who} no longer has ${titled(less)}`, 64)] : []),
    ...(more.length > 0 ? [told(change, `${who} now has ${titled(more)}`, 40)] : []),
  ];
}

/** Whoever listens, and whoever pretends. */
function channel(change: Changed, who: string): Draft[] {
  const drafts: Draft[] = [];
  const encryption = change.get("encryption");
  if (encryption) {
    const [was, now] = [encryption.before, encryption.after] as Flow["encryption"][];
    const isSafe = (one: unknown) => one !== "none" && one !== "unknown";
    const said = wordsOf(now!, {
      none: "is no longer encrypted",
      unknown: "no longer says how it is encrypted",
      else: `is now encrypted by ${now}`,
    });
    const weight = isSafe(now) ? 42 : isSafe(was) ? 76 : 50;
    drafts.push(told(change, `${who} ${said}, before ${was}`, weight));
  }
  const authentication = change.get("authentication");
  if (authentication) {
    const [was, now] = [authentication.before, authentication.after] as Flow["authentication"][];
    const said = wordsOf(now!, {
      none: "no longer authenticates its source",
      unknown: "no longer says how it authenticates",
      else: `now authenticates by ${now}`,
    });
    const lost = was !== "none" && was !== "unknown";
    const weight = now === "none" ? 76 : now === "unknown" && lost ? 66 : 46;
    drafts.push(told(change, `${who} ${said}, before ${was}`, weight));
  }
  const protocol = change.get("protocol");
  if (protocol) {
    const [was, now] = [protocol.before, protocol.after].map(protocolTitle);
    drafts.push(told(change, `${who} now speaks ${now}, before ${was}`, 30));
  }
  return drafts;
}

const wordsOf = (value: string, words: { none: string; unknown: string; else: string }): string =>
  value === "none" || value === "unknown" ? words[value] : words.else;

const protocolTitle = (id: unknown): string => {
  if (typeof id !== "string" || id === "") return "nothing that is said";
  return Object.hasOwn(protocols, id) ? protocols[id]!.title : id;
};

function kindOf(change: Changed, who: string): Draft[] {
  const [technology, type] = [change.get("technology"), change.get("type")];
  const title = (id: unknown) => technologyTitle(String(id));
  return [
    ...(type
      ? [told(change, `${who} is now ${aType(type.after)}, before ${aType(type.before)}`, 48)]
      : []),
    ...(technology
      ? [
          told(
            change,
            `${who} is now ${title(technology.after)}, before ${title(technology.before)}`,
            46,
          ),
        ]
      : []),
  ];
}

const aType = (type: unknown): string => (type === "actor" ? "an actor" : `a ${String(type)}`);

const technologyTitle = (id: string): string => {
  if (id === "generic") return "of no technology that is said";
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
    ? [{ ...told(change, `${who} is now out of scope${reason}`, 66), kind: "scope" }]
    : [{ ...told(change, `${who} is in scope again`, 52), kind: "scope" }];
}

const told = ({ id }: Changed, text: string, weight: number): Draft => ({
  kind: "protection",
  text,
  ids: [id],
  weight,
  subjects: [id],
});
