import { describe, expect, test } from "vitest";

import { chordOf, hasModifier, keyParts } from "./keys.ts";

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

describe("the chord of a key press", () => {
  test.each([
    ["a letter", { key: "g" }, false, "g"],
    ["a sign that needs shift", { key: "?", shiftKey: true }, false, "?"],
    ["Ctrl elsewhere", { key: "k", ctrlKey: true }, false, "Mod+k"],
    ["Cmd on a Mac", { key: "k", metaKey: true }, true, "Mod+k"],
    ["Ctrl on a Mac is not Mod", { key: "k", ctrlKey: true }, true, "Ctrl+k"],
    ["caps lock with Ctrl", { key: "K", ctrlKey: true }, false, "Mod+k"],
    [
      "shift with a letter and Ctrl",
      { key: "Z", shiftKey: true, ctrlKey: true },
      false,
      "Mod+Shift+z",
    ],
    ["shift with a sign and Ctrl", { key: "?", shiftKey: true, ctrlKey: true }, false, "Mod+?"],
    ["shift with a named key", { key: "Enter", shiftKey: true }, false, "Shift+Enter"],
    ["the space bar", { key: " " }, false, "Space"],
  ])("%s", (_name, event, mac, expected) => {
    expect(chordOf({ ...none, ...event }, mac)).toBe(expected);
  });
});

test.each([
  ["g t", ["g", "t"]],
  ["Mod+k", ["Ctrl K"]],
  ["Mod+Shift+Enter", ["Ctrl Shift Enter"]],
  ["ArrowDown", ["↓"]],
  ["?", ["?"]],
])("%s is printed as %j", (keys, caps) => {
  expect(keyParts(keys, false)).toEqual(caps);
});

test.each([
  ["Mod+k", true],
  ["Alt+ArrowDown", true],
  ["Shift+Enter", false],
  ["g t", false],
])("%s works while typing: %s", (keys, expected) => {
  expect(hasModifier(keys)).toBe(expected);
});
