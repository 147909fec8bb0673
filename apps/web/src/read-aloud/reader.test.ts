import { expect, test } from "vitest";

import { Reader } from "./reader.ts";
import type { Speech } from "./speech.ts";

/** A voice that says what it is told, one utterance at a time, when `finish` is called. */
function standIn() {
  const said: string[] = [];
  let done: ((failure: string | null) => void) | null = null;
  const speech: Speech = {
    voices: () => [{ id: "v", name: "Voice", lang: "en-GB" }],
    hasRemote: () => false,
    onVoices: () => () => undefined,
    speak: ({ text, voice, rate }, ended) => {
      said.push(`${text} ${voice} ${rate}`);
      done = ended;
    },
    cancel: () => said.push("silence"),
  };
  return { speech, said, finish: (failure: string | null = null) => done?.(failure) };
}

function reading(at = 0) {
  const voice = standIn();
  const places: number[] = [];
  const pieces = ["one", "two", "three"].map((says) => ({ block: 0, start: 0, end: 1, says }));
  const reader = new Reader({
    ...voice,
    pieces,
    at,
    voice: "v",
    rate: 1,
    onPlace: (place) => places.push(place),
  });
  const heard = () => voice.said.filter((one) => one !== "silence");
  return { ...voice, reader, places, heard };
}

test("piece follows piece, each place is told, and the end is the start", () => {
  const { reader, finish, heard, places } = reading();
  reader.toggle();
  finish();
  finish();
  expect(reader.state()).toMatchObject({ status: "playing", at: 2 });
  finish();
  expect(heard()).toEqual(["one v 1", "two v 1", "three v 1"]);
  expect(places).toEqual([1, 2, 0]);
  expect(reader.state()).toMatchObject({ status: "stopped", at: 0 });
});

test("a pause silences; going on says the piece again, and a late answer moves nothing", () => {
  const { reader, finish, heard, said } = reading(1);
  reader.toggle();
  reader.toggle();
  expect(said.at(-1)).toBe("silence");
  finish();
  expect(reader.state()).toMatchObject({ status: "paused", at: 1 });
  reader.toggle();
  expect(heard()).toEqual(["two v 1", "two v 1"]);
});

test("another speed begins the piece anew, and says nothing while it is quiet", () => {
  const { reader, heard } = reading();
  reader.change({ voice: "v", rate: 1.5 });
  expect(heard()).toEqual([]);
  reader.toggle();
  reader.change({ voice: "w", rate: 1.8 });
  expect(heard()).toEqual(["one v 1.5", "one w 1.8"]);
});

test("a step stays inside the text", () => {
  const { reader, places } = reading();
  reader.go(-1);
  reader.go(5);
  expect(reader.state()).toMatchObject({ status: "paused", at: 2 });
  expect(places).toEqual([2]);
});

test("stop goes back to the start", () => {
  const { reader, places } = reading(2);
  reader.toggle();
  reader.stop();
  expect(reader.state()).toMatchObject({ status: "stopped", at: 0 });
  expect(places).toEqual([0]);
});

test("a failure is told, and the place is kept", () => {
  const { reader, finish } = reading(1);
  reader.toggle();
  finish("The voice failed: network.");
  expect(reader.state()).toEqual({
    status: "paused",
    at: 1,
    failure: "The voice failed: network.",
  });
});
