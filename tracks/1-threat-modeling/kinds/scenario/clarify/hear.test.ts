import { describe, expect, test } from "vitest";

import { hear, questionsIn } from "./hear.ts";
import { materialOf } from "../fixtures/model.ts";
import { start, step } from "../live.ts";

const material = materialOf();
const topics = material.key.clarify!.topics;

describe("what is phrased as a question", () => {
  test.each<[string, number]>([
    ["How do guests sign in?", 1],
    ["how do guests sign in", 1],
    ["Tell me how long pictures are kept.", 1],
    ["I would like to know who can delete pictures.", 1],
    ["How do guests sign in? And how long are pictures kept?", 2],
    ["sign in, retention, load, deletion", 0],
    ["Login? Retention? Load?", 0],
    ["Guests sign in with a password.", 0],
    ["", 0],
  ])("%s", (text, count) => expect(questionsIn(text)).toHaveLength(count));
});

describe("which topics a question gets an answer to", () => {
  test.each<[string, string, boolean]>([
    ["How do guests sign in?", "login", false],
    ["Do guests not have to log in?", "login", false],
    ["How many guests are there, and how long are pictures kept?", "keep load", false],
    ["What is the colour of the building?", "", false],
    [
      "How do guests sign in, how many guests are there, how long are pictures kept, who can delete pictures?",
      "login keep load",
      true,
    ],
    ["guests sign in pictures kept many guests delete pictures", "", false],
  ])("%s", (text, ids, more) => {
    const heard = hear(text, topics, material.text);
    expect([heard.topics.map(({ id }) => id).join(" "), heard.more]).toEqual([ids, more]);
  });
});

describe("what the interviewer says", () => {
  const talk = async (...asks: string[]): Promise<string[]> => {
    let state = start({ ...material, seed: "1" });
    const said: string[] = [];
    for (const ask of asks) {
      const taken = await step({ ...material, state, action: { ask }, ports: {} as never });
      state = taken.state;
      said.push((taken.view as { says: string }).says);
    }
    return said;
  };
  test.each<[string, string[], RegExp]>([
    ["a fact", ["How do guests sign in?"], /^The fact about login is told\.$/],
    [
      "the same again",
      ["How do guests sign in?", "How do they, the guests, log in?"],
      /^As before: /,
    ],
    ["nothing known", ["What is the colour of the building?"], /Assume what seems sensible/],
    ["no question", ["sign in, retention"], /Ask it as a question/],
    [
      "too much at once",
      [
        "How do guests sign in, how many guests are there, how long are pictures kept, who can delete pictures?",
      ],
      /login.*keep.*load.*more than three things/,
    ],
  ])("%s", async (_name, asks, says) => expect((await talk(...asks)).at(-1)).toMatch(says));

  test("the log alone decides what is said", async () => {
    const asks = [
      "How do guests sign in?",
      "How long are pictures kept?",
      "How do guests sign in?",
    ];
    expect(await talk(...asks)).toEqual(await talk(...asks));
  });
});
