/** A voice of this computer. */
export type Voice = { id: string; name: string; lang: string };

/** The edge to the platform: what reading aloud needs of it. */
export type Speech = {
  /** Voices of this computer alone, English ones first. */
  voices: () => Voice[];
  /** Whether there are voices that would send the text to another host. They are never used. */
  hasRemote: () => boolean;
  /** Browsers find their voices late. Returns how to stop listening. */
  onVoices: (listener: () => void) => () => void;
  /** `done` is called once: when all is said, or with what went wrong. */
  speak: (spoken: Spoken, done: (failure: string | null) => void) => void;
  /** Falls silent at once; nothing is `done` after that. */
  cancel: () => void;
};

type Spoken = { text: string; voice: string; rate: number };

type Platform = {
  synthesis: Pick<
    SpeechSynthesis,
    "getVoices" | "speak" | "cancel" | "addEventListener" | "removeEventListener"
  >;
  utterance: (text: string) => SpeechSynthesisUtterance;
};

/** The browser's own speech; null where it has none. */
export const browserSpeech = (): Speech | null =>
  typeof speechSynthesis === "undefined"
    ? null
    : speechOf({
        synthesis: speechSynthesis,
        utterance: (text) => new SpeechSynthesisUtterance(text),
      });

export function speechOf({ synthesis, utterance }: Platform): Speech {
  // Held here, since Chromium collects an utterance that nobody holds and then never says that it ended.
  let current: SpeechSynthesisUtterance | null = null;
  const local = () => synthesis.getVoices().filter((one) => one.localService);
  return {
    voices: () =>
      local()
        .map(({ voiceURI, name, lang }) => ({ id: voiceURI, name, lang }))
        .toSorted((a, b) => Number(isEnglish(b)) - Number(isEnglish(a))),
    hasRemote: () => synthesis.getVoices().some((one) => !one.localService),
    onVoices: (listener) => {
      synthesis.addEventListener("voiceschanged", listener);
      return () => synthesis.removeEventListener("voiceschanged", listener);
    },
    speak: ({ text, voice, rate }, done) => {
      // Without a voice the browser would choose one, perhaps of another host.
      const chosen = local().find((one) => one.voiceURI === voice);
      if (!chosen) return done("The voice is not there any more.");
      const next = utterance(text);
      next.voice = chosen;
      next.lang = chosen.lang;
      next.rate = rate;
      next.addEventListener("end", () => current === next && done(null));
      next.addEventListener("error", ({ error }) => {
        if (current === next) done(`The voice failed: ${error}.`);
      });
      current = next;
      synthesis.speak(next);
    },
    cancel: () => {
      current = null;
      synthesis.cancel();
    },
  };
}

export const isEnglish = ({ lang }: Pick<Voice, "lang">): boolean => /^en\b/i.test(lang);
