import { describe, expect, it } from "vitest";

import { paintWith, printable } from "./paint.ts";

describe("printable", () => {
  it.each<[string, string, string]>([
    ["lines and tabs", "a\n\tb", "a\n\tb"],
    ["other languages", "Köln “ok” ●", "Köln “ok” ●"],
    ["an escape that clears the screen", "\u001b[2Jgone", "\\u001b[2Jgone"],
    ["a title", "\u001b]0;owned\u0007", "\\u001b]0;owned\\u0007"],
    ["a carriage return over the line", "missed\rmet", "missed\\u000dmet"],
    ["a backspace", "no\b\byes", "no\\u0008\\u0008yes"],
    ["C1", "\u009b2J", "\\u009b2J"],
    ["a colour that is not ours", "\u001b[8mhidden", "\\u001b[8mhidden"],
  ])("%s", (_name, text, shown) => {
    expect([printable(text, false), printable(text, true)]).toEqual([shown, shown]);
  });

  it("keeps our colours where there are colours", () => {
    const painted = paintWith(true).red("no");
    expect(printable(painted, true)).toBe(painted);
    expect(printable(painted, false)).toBe("\\u001b[31mno\\u001b[0m");
  });

  it("leaves JSON what it says", () => {
    const value = { body: "\u001b[2J \u009b \u007f\r\n" };
    expect(JSON.parse(printable(JSON.stringify(value), true))).toEqual(value);
  });
});
