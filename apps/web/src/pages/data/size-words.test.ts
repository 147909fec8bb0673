import { expect, it } from "vitest";

import { sizeWords } from "./size-words.ts";

it.each([
  [0, "0 bytes"],
  [999, "999 bytes"],
  [1000, "1 kB"],
  [1234, "1.2 kB"],
  [45_600, "46 kB"],
  [3_400_000, "3.4 MB"],
  [1_000_000_000, "1 GB"],
  [8e15, "8,000 TB"],
])("%d bytes are %s", (bytes, words) => expect(sizeWords(bytes)).toBe(words));
