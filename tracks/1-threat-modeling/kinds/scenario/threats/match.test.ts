import { describe, expect, test } from "vitest";

import { threatsAnswer } from "../material/answer.ts";
import { materialOf } from "../fixtures/model.ts";
import { judgeThreats } from "./ground.ts";
import { threatsRead } from "../material/limits.ts";

const material = materialOf();
const drawing =
  "zone out 10\nzone cloud 80\nactor guest in out\nprocess page in out\nprocess upload in cloud\nstore album in cloud\nguest -> page\npage -> upload: send [HTTP]\nupload -> album\n";
const said = {
  stranger:
    "Any guest can change the id in the request and read pictures of others, which leaks them.",
  script: "A guest can send a script that runs in the browser of others, so accounts are lost.",
  generic: "An attacker could break the security of the system, so that customers are harmed.",
};

type Short = [text: string, targets: string, stride: string];

/** "stranger full, extra, unknown": what became of each threat. */
function outcomes(threats: Short[], model = drawing): string {
  const answer = threatsAnswer.parse({
    threats: threats.map(([text, targets, letters], index) => {
      const stride = letters.split("");
      return { id: `t${index}`, text, targets: targets.split(",").filter(Boolean), stride };
    }),
  });
  return judgeThreats(material, { draw: { model } }, answer)
    .map((one) => (one.outcome === "matched" ? `${one.known.id} ${one.fit}` : one.outcome))
    .join(", ");
}

describe("what becomes of a threat", () => {
  test.each<[string, Short[], string]>([
    ["place, category and words", [[said.stranger, "upload", "I"]], "stranger full"],
    ["at a flow that touches the place", [[said.stranger, "page -> upload", "I"]], "stranger full"],
    ["by the name of the place", [[said.stranger, "The album", "I"]], "stranger full"],
    ["at the zone around it", [[said.stranger, "cloud", "I"]], "stranger full"],
    ["another category", [[said.stranger, "upload", "D"]], "stranger partly"],
    ["no category", [[said.stranger, "upload", ""]], "stranger partly"],
    ["every category", [[said.stranger, "upload", "STRIDE"]], "stranger partly"],
    ["another place", [[said.stranger, "guest", "I"]], "stranger partly"],
    ["no place", [[said.stranger, "", "I"]], "stranger partly"],
    ["neither place nor category", [[said.stranger, "guest", "D"]], "unknown"],
    ["words that are not recognised", [[said.generic, "upload", "I"]], "stranger unsure"],
    ["too few words", [["Leak.", "upload", "I"]], "unknown"],
    ["nothing said", [["", "upload", "I"]], "unknown"],
    ["the place is the fourth of a list", [[said.script, "guest,x,y,page", "T"]], "script partly"],
    [
      "the same sentence again",
      [
        [said.stranger, "upload", "I"],
        [said.stranger, "album", "I"],
      ],
      "stranger full, repeat",
    ],
    [
      "the same threat in other words",
      [
        [said.stranger, "upload", "I"],
        [
          "Guests can guess the number of an album and look at it, so privacy is lost.",
          "album",
          "I",
        ],
      ],
      "stranger full, repeat",
    ],
    [
      "said with a negation",
      [["I doubt that a guest can change the id in the request here.", "upload", "I"]],
      "unknown",
    ],
    [
      "what the rules know and the key does not",
      [
        [
          "Without authentication anybody can pose as a guest and call the API with requests of their own.",
          "page -> upload",
          "S",
        ],
      ],
      "extra",
    ],
    [
      "what only sounds like a rule, somewhere else",
      [
        [
          "Without authentication anybody can pose as a guest and call the API with requests of their own.",
          "album",
          "R",
        ],
      ],
      "unknown",
    ],
  ])("%s", (_name, threats, found) => expect(outcomes(threats)).toBe(found));

  test("a part that was never drawn is known by its name", () => {
    expect(outcomes([[said.stranger, "album", "I"]], "")).toBe("stranger full");
  });

  test("a better threat later does not lose to a vague one before", () => {
    const threats: Short[] = [
      [said.generic, "upload", "I"],
      [said.stranger, "upload", "I"],
    ];
    expect(outcomes(threats)).toBe("unknown, stranger full");
  });

  test("what stands behind the first dozen is not read", () => {
    const many = Array.from({ length: threatsRead + 1 }, (_, index): Short => {
      return index < threatsRead
        ? [`Reason ${"abcdefghijklmnop"[index]} why nobody comes to the party.`, "guest", "R"]
        : [said.stranger, "upload", "I"];
    });
    expect(outcomes(many)).toMatch(/unread$/);
  });
});
