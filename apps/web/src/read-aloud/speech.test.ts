import { expect, test } from "vitest";

import { speechOf } from "./speech.ts";

const voice = (name: string, lang: string, localService: boolean): SpeechSynthesisVoice => ({
  name,
  lang,
  localService,
  voiceURI: `urn:${name}`,
  default: false,
});

type Said = { text: string; voice: string | undefined; rate: number; end: () => void };

/** The edge of the platform: utterances are events that a test ends. */
function platform(voices: SpeechSynthesisVoice[]) {
  const said: Said[] = [];
  const speech = speechOf({
    synthesis: {
      getVoices: () => voices,
      speak: (one) =>
        said.push({
          text: one.text,
          voice: one.voice?.name,
          rate: one.rate,
          end: () => one.dispatchEvent(new Event("end")),
        }),
      cancel: () => undefined,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    },
    utterance: (text) =>
      Object.assign(new EventTarget(), { text, rate: 1 }) as unknown as SpeechSynthesisUtterance,
  });
  return { speech, said };
}

const voices = [
  voice("Cloud", "en-US", false),
  voice("Anna", "de-DE", true),
  voice("Daniel", "en-GB", true),
];

test("only voices of this computer are offered, English ones first", () => {
  const { speech } = platform(voices);
  expect(speech.voices().map(({ name }) => name)).toEqual(["Daniel", "Anna"]);
  expect(speech.hasRemote()).toBe(true);
});

test.each([
  ["a voice of another host", "urn:Cloud"],
  ["a voice that is gone", "urn:Gone"],
  ["none", ""],
])("%s is never used, and nothing is said without one", (_name, id) => {
  const { speech, said } = platform(voices);
  const failures: (string | null)[] = [];
  speech.speak({ text: "secret", voice: id, rate: 1 }, (failure) => failures.push(failure));
  expect(said).toEqual([]);
  expect(failures).toEqual(["The voice is not there any more."]);
});

test("what is said ends once, and what was cancelled never does", () => {
  const { speech, said } = platform(voices);
  const done: string[] = [];
  speech.speak({ text: "one", voice: "urn:Daniel", rate: 1.8 }, () => done.push("one"));
  speech.cancel();
  said[0]?.end();
  speech.speak({ text: "two", voice: "urn:Daniel", rate: 0.8 }, () => done.push("two"));
  said[1]?.end();
  expect(said).toMatchObject([
    { text: "one", voice: "Daniel", rate: 1.8 },
    { text: "two", voice: "Daniel", rate: 0.8 },
  ]);
  expect(done).toEqual(["two"]);
});
