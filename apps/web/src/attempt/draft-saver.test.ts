import type { Json } from "@loopwright/core";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { createDraftSaver, type DraftState, type Refusal } from "./draft-saver.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

type Answer = { revision: number } | Refusal["take"];

/** A saver over a server that gives these answers in turn, then counts on. */
function saverOver(answers: Answer[] = []) {
  const sent: { draft: Json; revision: number }[] = [];
  const states: DraftState["kind"][] = [];
  const saver = createDraftSaver({
    revision: 1,
    save: async (draft, revision) => {
      sent.push({ draft, revision });
      const answer = answers.shift() ?? { revision: revision + 1 };
      if (typeof answer === "string") throw new Error(answer);
      return answer;
    },
    refusal: (error) => ({ message: "no", take: (error as Error).message as Refusal["take"] }),
    onState: ({ kind }) => states.push(kind),
    onSaved: () => undefined,
  });
  return { saver, sent, states };
}

test("waits for a pause in typing, and sends the newest only", async () => {
  const { saver, sent, states } = saverOver();
  saver.change("a");
  saver.change("ab");
  expect(sent).toEqual([]);
  await vi.runAllTimersAsync();
  expect(sent).toEqual([{ draft: "ab", revision: 1 }]);
  expect(states).toEqual(["saving", "saved"]);
});

test("flush sends at once; with nothing unsent it sends nothing", async () => {
  const { saver, sent } = saverOver();
  saver.change("a");
  await saver.flush();
  await saver.flush();
  expect(sent).toHaveLength(1);
});

test("what is typed during a request goes out after it, on the new revision", async () => {
  const { saver, sent } = saverOver([{ revision: 7 }]);
  saver.change("a");
  const flushed = saver.flush();
  saver.change("ab");
  await flushed;
  expect(sent).toEqual([
    { draft: "a", revision: 1 },
    { draft: "ab", revision: 7 },
  ]);
});

test("a failure is kept and sent again until it goes through", async () => {
  const { saver, sent, states } = saverOver(["retry", "retry"]);
  saver.change("a");
  await vi.runAllTimersAsync();
  expect(sent.map(({ draft }) => draft)).toEqual(["a", "a", "a"]);
  expect(states).toEqual(["saving", "failed", "saving", "failed", "saving", "saved"]);
});

test("a refusal is not sent again by itself, but with the next change", async () => {
  const { saver, sent } = saverOver(["stop"]);
  saver.change("a");
  await vi.runAllTimersAsync();
  expect(sent).toHaveLength(1);
  saver.change("b");
  await vi.runAllTimersAsync();
  expect(sent.at(-1)).toEqual({ draft: "b", revision: 1 });
});

test("in conflict nothing is sent until one side is chosen", async () => {
  const { saver, sent, states } = saverOver(["conflict"]);
  saver.change("mine");
  await vi.runAllTimersAsync();
  saver.change("mine too");
  await vi.runAllTimersAsync();
  expect(sent).toHaveLength(1);
  expect(states.at(-1)).toBe("conflict");
  saver.rebase(9);
  saver.change("mine too");
  await vi.runAllTimersAsync();
  expect(sent.at(-1)).toEqual({ draft: "mine too", revision: 9 });
});

test("the draft of the other page is chosen: what was not sent is forgotten", async () => {
  const { saver, sent } = saverOver(["conflict"]);
  saver.change("mine");
  await vi.runAllTimersAsync();
  saver.rebase(9);
  saver.drop();
  await saver.flush();
  expect(sent).toHaveLength(1);
});
