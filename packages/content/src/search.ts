import { stat } from "node:fs/promises";
import { join } from "node:path";

import type { Card, Json } from "@loopwright/core";

import type { Curriculum, DrillEntry } from "./curriculum.ts";
import { readText } from "./read-folder.ts";
import { plainText, sectionsOf } from "./search-text.ts";

export type SearchGroup = "guide" | "drill" | "question" | "card";

/** What a result leads to. */
export type SearchTarget =
  | { group: "guide"; trackId: string; slug: string; anchor: string | null }
  | {
      group: "drill" | "question";
      trackId: string;
      drillId: string;
      kindTitle: string;
      level: number;
    }
  | { group: "card"; cardId: string; back: string; source: string; asOf: string };

/** One thing that can be found. All of its texts are plain, and public before any clock starts. */
export type SearchEntry = {
  id: string;
  target: SearchTarget;
  title: string;
  /** A guide's section. */
  heading: string;
  text: string;
  /** Found by it too, and never shown: kind, track, languages. */
  facts: string;
  /** How much a match in it counts: 1, and less where a text only lists its sources. */
  weight: number;
};

/** Where entries come from. They are read anew when the signature has changed. */
export type SearchSource = {
  key: string;
  signature: () => Promise<string>;
  entries: () => Promise<SearchEntry[]>;
};

/**
 * Everything that may be searched: guides by section, drills and questions by what lists and a drill's own
 * page show before its clock starts, cards. Nothing is read below `answer/`, and concepts are left out,
 * since they name the flaws.
 */
export const searchSources = (curriculum: Curriculum): SearchSource[] => [
  ...curriculum.tracks.flatMap((track) =>
    track.guides.map(({ slug }) => guideSource(curriculum, { ...track, slug })),
  ),
  ...[...curriculum.drills.values()].map((entry) => drillSource(curriculum, entry)),
  ...[...curriculum.cards.values()].map(cardSource),
];

type GuideAt = { id: string; title: string; slug: string };

function guideSource(curriculum: Curriculum, { id: trackId, title, slug }: GuideAt): SearchSource {
  const read = () => curriculum.guide(trackId, slug);
  const key = `guide ${trackId}/${slug}`;
  return {
    key,
    signature: async () => (await read()).text,
    entries: async () => {
      const guide = await read();
      return sectionsOf(guide.text).map(({ heading, anchor, text }, index) => ({
        id: `${key} ${index}`,
        target: { group: "guide", trackId, slug, anchor },
        title: guide.title,
        heading: heading ?? "",
        text,
        facts: title,
        weight: heading === "Sources" ? 0.3 : 1,
      }));
    },
  };
}

function drillSource(curriculum: Curriculum, { meta, trackId, folder }: DrillEntry): SearchSource {
  const { id, title, level, languages, core } = meta;
  const key = `drill ${id}`;
  const kind = curriculum.kinds.get(meta.kind)?.module.kind;
  const kindTitle = kind?.title ?? meta.kind;
  const group = kind?.work === "question" ? "question" : "drill";
  const track = curriculum.tracks.find((one) => one.id === trackId)?.title ?? "";
  return {
    key,
    signature: () => signatureOf([join(folder, "brief.md"), join(folder, "brief.yaml")]),
    entries: async () => {
      const [situation = ""] = (await readText(join(folder, "brief.md"))).trim().split(/\n\s*\n/);
      const { prose, words } = listed(await curriculum.listing(id));
      const text = plainText([situation, ...prose].reduce(joined));
      const facts = [kindTitle, track, ...languages, ...(core ? ["core"] : []), ...words];
      const target = { group, trackId, drillId: id, kindTitle, level } as const;
      return [{ id: key, target, title, heading: "", text, facts: facts.join(" "), weight: 1 }];
    },
  };
}

/** What a kind's `listing` says: sentences, and single words such as a topic. */
function listed(listing: Json): { prose: string[]; words: string[] } {
  const said = stringsOf(listing);
  return {
    prose: said.filter((one) => one.includes(" ")),
    words: said.filter((one) => !one.includes(" ")),
  };
}

const stringsOf = (value: Json): string[] => {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return (Array.isArray(value) ? value : Object.values(value)).flatMap(stringsOf);
};

/** The listing of some kinds repeats the situation: it is told once. */
const joined = (said: string, more: string): string =>
  more.includes(said) ? more : said.includes(more) ? said : `${said}\n${more}`;

/** The back is searched as well: a card of the curriculum is public knowledge. */
const cardSource = ({ id, front, back, source, asOf }: Card): SearchSource => ({
  key: `card ${id}`,
  signature: async () => back,
  entries: async () => [
    {
      id: `card ${id}`,
      target: { group: "card", cardId: id, back, source, asOf },
      title: front,
      heading: "",
      text: back,
      facts: "",
      weight: 1,
    },
  ],
});

async function signatureOf(files: readonly string[]): Promise<string> {
  const stats = await Promise.all(files.map((file) => stat(file).catch(() => null)));
  return stats.map((one) => `${one?.size} ${one?.mtimeMs}`).join("\n");
}
