import { describe, expect, it } from "vitest";

import { passives } from "./passives.ts";

const quotes = (text: string) => passives(text).map(({ text }) => text);

describe("passives", () => {
  it.each([
    ["The key was rotated.", "was rotated"],
    [
      "The keys were quickly rotated by the on-call engineer.",
      "were quickly rotated by the on-call engineer",
    ],
    ["The key is being rotated.", "is being rotated"],
    ["It has been fixed.", "been fixed"],
    ["It was not found until May.", "was not found"],
    ["It wasn't caught in review.", "wasn't caught"],
    ["The flaw was exploited by an attacker.", "was exploited by an attacker"],
    ["The port must be closed.", "be closed"],
    ["We got hacked.", "got hacked"],
    ["The alert got ignored again.", "got ignored"],
    ["They're reviewed weekly.", "They're reviewed"],
    ["We were given access to it.", "were given"],
    ["The data was stolen, and we knew.", "was stolen"],
    ["Tokens are stored in the browser.", "are stored"],
    ["It is used to sign requests.", "is used"],
    ["The report was written by me in two days.", "was written by me"],
    ["The build was broken.", "was broken"],
    ["The bucket is managed by another team.", "is managed by another team"],
    ["It was done by Friday.", "was done"],
    ["It was found by reading the logs.", "was found"],
    ["It was cut by 30 percent.", "was cut"],
    ["The rule is enforced by default.", "is enforced"],
    ["Input is validated, escaped and logged.", "is validated"],
    ["the logs were then also sent to the team", "were then also sent"],
  ])("%s", (text, quote) => {
    expect(quotes(text)).toEqual([quote]);
  });

  it.each([
    "This is related to the login.",
    "I was interested in it.",
    "The team is based in Dublin.",
    "We were surprised by the result.",
    "The file is located in the root.",
    "I was worried, tired and determined.",
    "The port is closed.",
    "I am done with it.",
    "I am used to working at night.",
    "We got started late.",
    "I got involved early.",
    "It is stored XSS.",
    "There was written approval.",
    "There were stolen and lost keys.",
    "The access is limited.",
    "MFA is required.",
    "We need to be indeed careful.",
    "One hundred were red.",
    "It was a need.",
    "We fixed it and tested it.",
    "I rotated the key.",
    "I have written the report.",
    "The talk was interesting.",
    "It is a closed port.",
    "The service is unencrypted.",
    "Is it, closed or open?",
    "They got rid of it.",
    "He was, rested.",
    "The design is complicated.",
    "It is `is used` in code.",
    "The ids are is-trusted and be-read.",
    "",
  ])("no alarm: %s", (text) => {
    expect(quotes(text)).toEqual([]);
  });

  it("notes the doer", () => {
    expect(passives("Then it was found by our customers.")).toEqual([
      {
        text: "was found by our customers",
        start: 8,
        end: 34,
        participle: "found",
        agent: { text: "by our customers", start: 18, end: 34 },
      },
    ]);
    expect(passives("It was found by Monday.")[0]?.agent).toBeNull();
  });
});
