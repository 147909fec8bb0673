import { useEffect, useMemo, useState, useSyncExternalStore } from "react";

import { blocksIn, rangeOf } from "./blocks.ts";
import { keep, keepPlace, placeIn, readKept, type Kept } from "./kept.ts";
import { mark, unmark } from "./mark.ts";
import { piecesOf } from "./pieces.ts";
import { Reader } from "./reader.ts";
import type { Speech, Voice } from "./speech.ts";

type Reading = { speech: Speech; guide: string; text: Element };

/** Reads a drawn text aloud, marks what is read, and remembers the place. */
export function useReader({ speech, guide, text }: Reading) {
  const [how, setHow] = useState<Omit<Kept, "places">>(readKept);
  const voices = useVoices(speech);
  const voice = (voices.find(({ id }) => id === how.voice) ?? voices[0])?.id ?? "";
  const blocks = useMemo(() => blocksIn(text), [text]);
  const pieces = useMemo(() => piecesOf(blocks, { code: how.code }), [blocks, how.code]);
  const reader = useMemo(
    () =>
      new Reader({
        speech,
        pieces,
        at: placeIn(guide, pieces),
        // Told below, so that another voice makes no other reader.
        voice: "",
        rate: 1,
        onPlace: (at) => keepPlace(guide, at, pieces[at]?.says ?? ""),
      }),
    [speech, guide, pieces],
  );
  const state = useSyncExternalStore(reader.subscribe, reader.state);
  const { status, at } = state;

  useEffect(() => reader.change({ voice, rate: how.rate }), [reader, voice, how.rate]);
  useEffect(() => {
    const piece = pieces[at];
    const block = piece && blocks[piece.block];
    if (status !== "stopped" && piece && block) mark(rangeOf(block, piece), block.element);
    else unmark();
  }, [status, at, pieces, blocks]);
  useEffect(() => {
    // A page that is left must not go on talking.
    window.addEventListener("pagehide", reader.close);
    return () => {
      window.removeEventListener("pagehide", reader.close);
      reader.close();
      unmark();
    };
  }, [reader]);

  const change = (next: Partial<Omit<Kept, "places">>) => {
    keep(next);
    setHow({ ...how, ...next });
  };
  const hasCode = useMemo(() => blocks.some(({ kind }) => kind === "code"), [blocks]);
  return { reader, state, pieces, voices, voice, how, change, hasCode };
}

function useVoices(speech: Speech): Voice[] {
  const [voices, setVoices] = useState(speech.voices);
  useEffect(() => {
    const look = () => setVoices(speech.voices());
    look();
    return speech.onVoices(look);
  }, [speech]);
  return voices;
}
