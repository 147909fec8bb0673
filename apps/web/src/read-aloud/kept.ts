import type { Piece } from "./pieces.ts";

/** How a person listens, and where they were in each guide. It belongs to the device, so the browser keeps it. */
export type Kept = {
  rate: number;
  /** Empty: the first one that this computer has. */
  voice: string;
  /** Whether blocks of code are spoken. */
  code: boolean;
  /** The last used last. What was said there finds the place again after the text has changed. */
  places: { guide: string; at: number; says: string }[];
};

const key = "loopwright.read-aloud";
const placesMax = 50;

export const rates = { min: 0.8, max: 1.8, step: 0.1 };

/** Whatever stands there: another version, or another program, may have written it. */
export function readKept(): Kept {
  let stored: Partial<Record<keyof Kept, unknown>> = {};
  try {
    stored = Object(JSON.parse(localStorage.getItem(key) ?? "{}"));
  } catch {
    // Without storage, or with something else in it, reading begins as it does for the first time.
  }
  const { rate, voice, code, places } = stored;
  return {
    rate: typeof rate === "number" && rate >= rates.min && rate <= rates.max ? rate : 1,
    voice: typeof voice === "string" ? voice : "",
    code: code === true,
    places: Array.isArray(places) ? places.filter(isPlace) : [],
  };
}

function isPlace(one: unknown): one is Kept["places"][number] {
  const { guide, at, says } = Object(one) as Record<string, unknown>;
  return typeof guide === "string" && Number.isInteger(at) && typeof says === "string";
}

export function keep(next: Partial<Kept>): void {
  try {
    localStorage.setItem(key, JSON.stringify({ ...readKept(), ...next }));
  } catch {
    // It is read on without being remembered.
  }
}

/** Remembers the piece at hand; the beginning needs no remembering. */
export function keepPlace(guide: string, at: number, says: string): void {
  const others = readKept().places.filter((one) => one.guide !== guide);
  keep({ places: at === 0 ? others : [...others, { guide, at, says }].slice(-placesMax) });
}

/** The piece where reading goes on: the one that was said, nearest to where it stood; else the first. */
export function placeIn(guide: string, pieces: readonly Piece[]): number {
  const place = readKept().places.find((one) => one.guide === guide);
  if (!place) return 0;
  const same = pieces.flatMap(({ says }, index) => (says === place.says ? [index] : []));
  const [nearest = 0] = same.toSorted((a, b) => Math.abs(a - place.at) - Math.abs(b - place.at));
  return nearest;
}
