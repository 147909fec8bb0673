import { describe, expect, it } from "vitest";

import { chooseOffered, completeLine } from "./complete-line.ts";

/** The caret is written as a bar. */
const lineOf = (shown: string) => ({ text: shown.replace("|", ""), caret: shown.indexOf("|") });
const shownOf = ({ text, caret }: { text: string; caret: number }) =>
  `${text.slice(0, caret)}|${text.slice(caret)}`;

describe("completing a line", () => {
  it.each<[string, string, string[], string, boolean]>([
    ["puts in the only one", "aws st|", ["sts"], "aws sts |", false],
    ["keeps what follows", "aws st| x", ["sts"], "aws sts | x", false],
    ["leaves a folder open", "ls dr|", ["drafts/"], "ls drafts/|", false],
    ["puts in what several share", "aws l|", ["list-a", "list-b"], "aws list-|", true],
    ["offers several", "aws list-|", ["list-a", "list-b"], "aws list-|", true],
    ["takes nothing away", "aws |", [], "aws |", false],
  ])("%s", (_, line, options, shown, offers) => {
    const from = line.indexOf(" ") + 1;
    const done = completeLine(lineOf(line), { from, options });
    expect([shownOf(done), done.offered !== null]).toEqual([shown, offers]);
  });

  it("goes through what is offered, and round", () => {
    const offered = { from: 4, options: ["a", "bc"], chosen: null };
    const first = chooseOffered(lineOf("aws |"), offered);
    const second = chooseOffered(first, first.offered!);
    const third = chooseOffered(second, second.offered!);
    expect([first, second, third].map(shownOf)).toEqual(["aws a|", "aws bc|", "aws a|"]);
    expect(shownOf(chooseOffered(first, offered, 1))).toBe("aws bc|");
  });
});
