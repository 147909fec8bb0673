import { describe, expect, test } from "vitest";

import { namedThreat } from "../material/answer.ts";
import { readDrawing } from "../drawing/read.ts";
import { reference } from "../fixtures/model.ts";
import { qualityShare } from "./quality.ts";

const drawing = readDrawing(reference).model;
const lacks = (given: object): string =>
  qualityShare([namedThreat.parse({ id: "t", ...given })], drawing).open[0]?.lacks ?? "";

describe("a threat in a free sentence", () => {
  test.each<[string, string, RegExp]>([
    ["good", "A guest can count album numbers up, so that strangers see private pictures.", /^$/],
    [
      "in two sentences",
      "Any guest could upload a script in place of a picture. It leaks every session.",
      /^$/,
    ],
    [
      "its effect behind “and”",
      "A guest can change the number in the address and look at the pictures of other guests.",
      /^$/,
    ],
    [
      "its effect first",
      "Strangers see private pictures, because anybody can count the numbers of albums up.",
      /^$/,
    ],
    [
      "its effect behind an arrow",
      "Guests can post huge files -> the album is full by noon.",
      /^$/,
    ],
    [
      "something that nobody does",
      "At eight the row of the campaign becomes hot and DynamoDB throttles, so every checkout waits.",
      /^$/,
    ],
    [
      "without “can”",
      "A stranger counts the numbers of albums up, so private pictures are seen.",
      /^$/,
    ],
    ["too short", "Pictures can leak.", /Too short/],
    [
      "an event without an effect",
      "At eight in the evening the row of the campaign becomes very hot.",
      /who can do what/,
    ],
    [
      "no who",
      "Counting numbers of albums up, which leads to leaks of private pictures.",
      /who can do what/,
    ],
    [
      "no consequence",
      "A guest can count the numbers of the albums up one by one.",
      /what that leads to/,
    ],
    [
      "nothing concrete",
      "An attacker can hack the system, so that customers lose all of their data.",
      /\w/,
    ],
    [
      "a solution",
      "The team can implement MFA and input validation, so that nobody reads the albums.",
      /what goes wrong/,
    ],
  ])("%s", (_name, text, hint) => expect(lacks({ text })).toMatch(hint));
});

describe("a threat in its parts", () => {
  const whole = {
    source: "invited guest",
    prerequisites: "with a session of their own",
    action: "count the numbers of albums up",
    impact: "private pictures are seen by strangers",
    goals: ["confidentiality"],
    assets: ["Pictures of guests"],
  };
  test.each<[string, object, RegExp]>([
    ["good", {}, /^$/],
    ["one thing open", { goals: [] }, /^$/],
    ["two things open", { goals: [], assets: [] }, /\w/],
    ["no action", { action: "" }, /what is done/],
    ["no impact", { impact: "" }, /what happens/i],
  ])("%s", (_name, change, hint) => {
    expect(lacks({ statement: { ...whole, ...change } })).toMatch(hint);
  });
});
