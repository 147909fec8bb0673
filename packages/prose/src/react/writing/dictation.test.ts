import { expect, test } from "vitest";

import { dictationWords } from "./dictation.ts";

test.each<[string, number, RegExp]>([
  ["macOS", 0, /microphone key \(F5\), or the shortcut set in Keyboard settings/],
  ["MacIntel", 0, /F5/],
  ["MacIntel", 5, /microphone on the keyboard/],
  ["iPhone", 5, /microphone on the keyboard/],
  ["Android", 5, /microphone on the keyboard/],
  ["Windows", 0, /Win\+H/],
  ["Win32", 10, /Win\+H/],
  ["Linux x86_64", 0, /none is built in/],
  ["", 0, /what the system offers/],
])("%j with %i touch points", (platform, touchPoints, words) =>
  expect(dictationWords({ platform, touchPoints })).toMatch(words),
);
