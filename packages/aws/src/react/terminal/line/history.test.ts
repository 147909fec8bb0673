import { describe, expect, it } from "vitest";

import { historyOf, newer, older, present, searched } from "./history.ts";

const history = historyOf(["ls", "ls", "aws sts x", "cat a"].map((line) => ({ line })));
const moves = { up: older, down: newer, find: searched };

describe("the history", () => {
  it.each<[string, string, (keyof typeof moves)[], string]>([
    ["goes to the newest", "dra", ["up"], "cat a"],
    ["goes on", "dra", ["up", "up"], "aws sts x"],
    ["counts a line once that was run twice", "", ["up", "up", "up"], "ls"],
    ["stays at the oldest", "", ["up", "up", "up", "up"], "ls"],
    ["comes back", "dra", ["up", "up", "down"], "cat a"],
    ["keeps what was being written", "dra", ["up", "up", "down", "down"], "dra"],
    ["stays at the end", "dra", ["down"], "dra"],
    ["finds", "s", ["find"], "aws sts x"],
    ["finds the one before", "s", ["find", "find"], "ls"],
    ["stays where nothing more is found", "s", ["find", "find", "find"], "ls"],
    ["finds nothing", "zz", ["find"], "zz"],
  ])("%s", (_, text, steps, shown) => {
    const end = steps.reduce((now, step) => moves[step](history, now) ?? now, {
      past: present,
      text,
    });
    expect(end.text).toBe(shown);
  });
});
