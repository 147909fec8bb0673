import { expect, test } from "vitest";

import { spot } from "../../fixture.ts";
import type { SpotKey } from "../../key.ts";
import { lineNotes } from "./line-notes.ts";

const key = spot.key as SpotKey;

test.each<[string, number[], string[]]>([
  [
    "nothing marked",
    [],
    [
      "3 missed Right, but not marked: Early place (line 4 counts too)",
      "6 missed Right, but not marked: Late place",
      "7 null Wrong, though it may look right",
    ],
  ],
  [
    "a place on its second line, a wrong line, and one with nothing to say about it",
    [4, 7, 8],
    [
      "4 met Right, and marked: Early place (line 3 counts too)",
      "6 missed Right, but not marked: Late place",
      "7 missed Wrong, but marked",
      "8 missed Wrong, but marked",
    ],
  ],
])("%s", (_name, marked, notes) => {
  const found = lineNotes(key, marked);
  expect(found.map(({ line, verdict, head }) => `${line} ${verdict} ${head}`)).toEqual(notes);
});
