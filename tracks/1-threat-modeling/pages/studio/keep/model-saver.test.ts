import { emptyModel, type Model } from "@loopwright/threat-model";
import { expect, test } from "vitest";

import { createModelSaver, type SaveState } from "./model-saver.ts";

/** A saver without pauses over a server that answers with these, in turn: an error, or nothing. */
function saverWith(answers: ({ code: string } | null)[]) {
  const sent: string[] = [];
  const states: SaveState[] = [];
  const saver = createModelSaver({
    version: 1,
    save: async (model: Model, version) => {
      sent.push(`${model.title} after ${version}`);
      const answer = answers.shift();
      if (answer) throw { ...answer, message: "No.", next: "Wait." };
      return { version: version + 1, updatedAt: "2026-01-01T00:00:00Z" };
    },
    onState: (state) => states.push(state),
    pauseMs: 0,
    retryMs: 0,
  });
  const kinds = () => states.map(({ kind }) => kind);
  return { saver, sent, states, kinds };
}

const titled = (title: string) => emptyModel(title);

test("edits in a row are one version", async () => {
  const { saver, sent, kinds } = saverWith([]);
  saver.change(titled("a"));
  saver.change(titled("b"));
  await saver.flush();
  expect(sent).toEqual(["b after 1"]);
  expect(kinds()).toEqual(["waiting", "waiting", "saving", "saved"]);
  expect(saver.isDone()).toBe(true);
});

test("each save goes on from the version before", async () => {
  const { saver, sent } = saverWith([]);
  saver.change(titled("a"));
  await saver.flush();
  saver.change(titled("b"));
  await saver.flush();
  expect(sent).toEqual(["a after 1", "b after 2"]);
});

test.each([
  ["unreachable", true],
  ["internal", true],
  ["invalid-input", false],
])("after %s it is sent again by itself: %s", async (code, retrying) => {
  const { saver, sent, states } = saverWith([{ code }]);
  saver.change(titled("a"));
  await saver.flush();
  expect(states.at(-1)).toMatchObject({ kind: "failed", message: "No.", retrying });
  expect(saver.isDone()).toBe(false);
  await expect.poll(() => sent.length).toBe(retrying ? 2 : 1);
});

test("after a failure nothing is lost: the next edit carries it", async () => {
  const { saver, sent } = saverWith([{ code: "invalid-input" }]);
  saver.change(titled("a"));
  await saver.flush();
  saver.change(titled("ab"));
  await saver.flush();
  expect(sent).toEqual(["a after 1", "ab after 1"]);
});

test("in a conflict nothing is sent until it is settled", async () => {
  const { saver, sent, kinds } = saverWith([{ code: "conflict" }]);
  saver.change(titled("mine"));
  await saver.flush();
  saver.change(titled("mine, edited"));
  await saver.flush();
  expect(sent).toEqual(["mine after 1"]);
  expect(kinds().at(-1)).toBe("conflict");
  saver.rebase(7);
  saver.change(titled("mine, kept"));
  await saver.flush();
  expect(sent.at(-1)).toBe("mine, kept after 7");
});
