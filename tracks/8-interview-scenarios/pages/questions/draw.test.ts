import { expect, test } from "vitest";

import { draw } from "./draw.ts";
import { attemptWith, questionWith, shownAttempt } from "./fixture.ts";

const tried = questionWith({ id: "tried", attempts: [attemptWith()] });
const seen = questionWith({ id: "seen", attempts: [shownAttempt()] });
const fresh = questionWith({ id: "fresh" });

test.each([
  ["those never practised come first", [tried, fresh, seen], 0, "fresh"],
  ["and all of them may come", [tried, fresh, seen], 0.99, "seen"],
  ["then any", [tried], 0.5, "tried"],
  ["none where there is none", [], 0.5, undefined],
])("%s", (_name, questions, random, expected) => {
  expect(draw(questions, () => random)?.id).toBe(expected);
});
