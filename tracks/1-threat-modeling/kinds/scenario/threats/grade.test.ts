import { describe, expect, test } from "vitest";

import { graded, keyInput, reference, verdicts } from "../fixtures/model.ts";
import { readDrawing } from "../drawing/read.ts";
import { everyCategory, everyFinding } from "../proof/pasted.ts";
import { scoreOf } from "@loopwright/core";

const answers = { draw: { model: reference } };
const threat = (id: string, at: string, letter: string) => {
  const say = keyInput.threats.find((one) => one.id === id)?.say;
  return { id, text: say, targets: [at], stride: [letter] };
};
const whole = [
  threat("stranger", "album", "I"),
  threat("script", "page", "T"),
  threat("flood", "upload", "D"),
];

const noise = (names: string[]) =>
  names.map((id) => ({
    id,
    text: `The party ${id} may be dull in the end.`,
    targets: ["guest"],
    stride: ["R"],
  }));

describe("the threats", () => {
  test.each<[string, object[], string]>([
    [
      "all of the key",
      whole,
      "threat-stranger met, threat-script met, threat-flood met, focus met, precision met, statements met",
    ],
    [
      "nothing",
      [],
      "threat-stranger missed, threat-script missed, threat-flood missed, focus missed, precision missed, statements missed",
    ],
    [
      "one alone tells nothing of manner",
      whole.slice(0, 1),
      "threat-stranger met, threat-script missed, threat-flood missed, focus unsure, precision missed, statements missed",
    ],
    [
      "two",
      whole.slice(0, 2),
      "threat-stranger met, threat-script met, threat-flood missed, focus met, precision met, statements met",
    ],
    [
      "two beside noise",
      [...whole.slice(0, 2), ...noise(["a", "b"])],
      "threat-stranger met, threat-script met, threat-flood missed, focus met, precision partly, statements met",
    ],
    [
      "two beside more noise",
      [...whole.slice(0, 2), ...noise(["a", "b", "c", "d"])],
      "threat-stranger met, threat-script met, threat-flood missed, focus met, precision missed, statements met",
    ],
    [
      "two in a list of thirteen",
      [...whole.slice(0, 2), ...noise("abcdefghijk".split(""))],
      "threat-stranger met, threat-script met, threat-flood missed, focus missed, precision missed, statements met",
    ],
    [
      "one of two without who and what follows",
      [
        {
          ...whole[0]!,
          text: "Number in the request changed: pictures of other guests read, id by id.",
        },
        whole[1]!,
      ],
      "threat-stranger met, threat-script met, threat-flood missed, focus met, precision met, statements partly",
    ],
  ])("%s", async (_name, threats, found) => {
    expect(verdicts(await graded("threats", { threats }, { answers }))).toBe(found);
  });

  test.each([
    ["every category at every part", everyCategory],
    ["every finding of the rules", everyFinding],
  ])("%s loses to two threats of the key", async (_name, paste) => {
    const few = await graded("threats", { threats: whole.slice(0, 2) }, { answers });
    const threats = paste(readDrawing(reference).model);
    const many = await graded("threats", { threats }, { answers });
    expect(scoreOf(many.criteria).low).toBeLessThan(scoreOf(few.criteria).low / 2);
  });

  test("what stands in the drawing now counts, not what was submitted before", async () => {
    const moved = {
      model: reference.replaceAll("album", "vault").replace(": Album <", ": Vault <"),
      threats: [threat("stranger", "vault", "I")],
    };
    expect(verdicts(await graded("threats", moved, { answers }), "threat-stranger")).toBe(
      "threat-stranger met",
    );
  });

  test("a twist has to be taken up", async () => {
    const twist = {
      after: "draw",
      text: "A partner account will read the bucket.",
      says: [
        {
          id: "partner",
          title: "The partner reads all",
          ways: [["partner*", "all | every"]],
          why: "It was granted.",
        },
      ],
    };
    const key = { twist };
    const taken = {
      id: "x",
      text: "The partner can read all pictures, so guests are exposed.",
      targets: ["album"],
      stride: ["I"],
    };
    const said = await graded("threats", { threats: [taken] }, { answers, key });
    const unsaid = await graded("threats", { threats: whole }, { answers, key });
    expect([verdicts(said, "twist-partner"), verdicts(unsaid, "twist-partner")]).toEqual([
      "twist-partner met",
      "twist-partner unsure",
    ]);
  });

  test("remarks lead with what is essential, and figures stand beside", async () => {
    const { remarks, measures } = await graded("threats", { threats: whole.slice(1) }, { answers });
    expect(remarks[0]).toMatchObject({ weight: "essential", criterion: "threat-stranger" });
    expect(measures.map(({ id, value }) => `${id} ${value}`)).toEqual([
      "recall 57",
      "precision 100",
    ]);
  });
});
