import { fileURLToPath } from "node:url";

import { expect, test } from "vitest";

import { loadCurriculum } from "./curriculum.ts";
import { searchSources } from "./search.ts";

const tracks = fileURLToPath(new URL("../test/tracks", import.meta.url));

const load = async () => {
  const sources = searchSources(await loadCurriculum(tracks));
  const entries = await Promise.all(sources.map((one) => one.entries()));
  return entries.flat();
};

test("guides, drills and cards can be found, each by what is public of it", async () => {
  const entries = await load();
  const faces = entries.map(({ target, title, heading, text }) =>
    [target.group, title, heading, text].join(" | "),
  );
  expect(faces).toEqual([
    "guide | How to count |  | One, two. See walls.",
    "guide | walls |  | No title.",
    "drill | A good drill |  | A hall. What is said?",
    "drill | A drill to count in |  | 1. Count Up.",
    "card | What comes back? |  | The echo.",
  ]);
});

test("nothing of a key is in any entry", async () => {
  // The key of the drill “good”.
  expect(JSON.stringify(await load())).not.toContain("hello");
});
