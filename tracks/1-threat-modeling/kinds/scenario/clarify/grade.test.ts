import { describe, expect, test } from "vitest";

import { graded, verdicts } from "../fixtures/model.ts";

const asked = (asks: string[], answer: object = {}) => graded("clarify", answer, { asks });

describe("what was asked, and what was assumed", () => {
  test.each<[string, string[], object, string]>([
    [
      "nothing",
      [],
      {},
      "knows-login missed, knows-keep missed, knows-load missed, knows-admin missed, scope-browser missed",
    ],
    [
      "one question",
      ["How do guests sign in?"],
      {},
      "knows-login met, knows-keep missed, knows-load missed, knows-admin missed, scope-browser missed",
    ],
    [
      "an assumption instead",
      [],
      { assumptions: "Guests sign in with a password.\nPictures are kept for a year." },
      "knows-login met, knows-keep met, knows-load missed, knows-admin missed, scope-browser missed",
    ],
    [
      "the scope among the assumptions",
      [],
      { assumptions: "The browser is untrusted, since guests hold it." },
      "knows-login missed, knows-keep missed, knows-load missed, knows-admin missed, scope-browser met",
    ],
    [
      "keywords in one breath",
      ["guests sign in, pictures kept, many guests, delete pictures"],
      {},
      "knows-login missed, knows-keep missed, knows-load missed, knows-admin missed, scope-browser missed",
    ],
    [
      "a scope",
      [],
      { scope: "The browser of a guest is untrusted." },
      "knows-login missed, knows-keep missed, knows-load missed, knows-admin missed, scope-browser met",
    ],
  ])("%s", async (_name, asks, answer, found) => {
    expect(verdicts(await asked(asks, answer))).toBe(found);
  });

  test("quotes the question that got it", async () => {
    const { criteria } = await asked(["What is new?", "How do guests sign in?"]);
    expect(criteria[0]).toMatchObject({ note: "asked in question 2" });
    expect(criteria[0]?.evidence[0]).toMatchObject({
      type: "quote",
      text: "How do guests sign in?",
    });
  });
});
