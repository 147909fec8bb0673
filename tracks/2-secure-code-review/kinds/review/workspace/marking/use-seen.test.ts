import { expect, test } from "vitest";

import { joined } from "./use-seen.ts";

const lines = (file: string, ...numbers: number[]) => numbers.map((line) => ({ file, line }));
const range = (file: string, from: number, to: number, atMs = 7) => ({ file, from, to, atMs });

test.each([
  ["neighbours are one range", lines("a", 1, 2, 3), [], [range("a", 1, 3)]],
  ["what was put away parts them", lines("a", 1, 2, 9), [], [range("a", 1, 2), range("a", 9, 9)]],
  [
    "so does another file",
    [...lines("a", 1), ...lines("b", 2)],
    [],
    [range("a", 1, 1), range("b", 2, 2)],
  ],
  [
    "what was seen keeps its time",
    lines("a", 2, 3, 4, 5),
    [range("a", 1, 3, 1)],
    [range("a", 4, 5)],
  ],
  ["nothing new", lines("a", 1, 2), [range("a", 1, 3, 1)], []],
])("%s", (_name, inSight, seen, fresh) => expect(joined(inSight, seen, 7)).toEqual(fresh));
