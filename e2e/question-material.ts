import { fileURLToPath } from "node:url";

import { loadCurriculum } from "../packages/content/src/index.ts";

const tracks = fileURLToPath(new URL("../tracks", import.meta.url));

export type Material = {
  title: string;
  /** Answers of the drill's own fixtures. */
  strong: string;
  decent: string;
  /** Every point in everyday words: a reply to any probe. */
  reply: string;
};

type Key = {
  fixtures: Record<"strong" | "decent", { text: string }>;
  points: { plain: string[] }[];
};

/** What a question's key holds that a journey can say. */
export async function materialOf(drillId: string): Promise<Material> {
  const { drill } = await (await loadCurriculum(tracks)).drill(drillId);
  const { fixtures, points } = drill.key as unknown as Key;
  return {
    title: drill.meta.title,
    strong: fixtures.strong.text,
    decent: fixtures.decent.text,
    reply: points.map(({ plain }) => plain[0]).join(" "),
  };
}
