/** How far evidence carries: the same four words for every dimension. */
export const levelWords = ["No evidence", "Begun", "Solid", "Ready"] as const;
export type Level = 0 | 1 | 2 | 3;

/** What a level above none asks for. A level is held as long as its bar is met. */
export type Bar = {
  level: 1 | 2 | 3;
  /** How many different drills must be passed; where the product draws, how many attempts. */
  drills: number;
  /** How old a pass may be, in days. */
  days: number;
  /** How many of them must be more than a closed question. */
  worked: number;
  /** At least one that is more than a closed question must be of this level. */
  hardest: 1 | 2 | 3;
  /** In how many areas there must be a pass; 0 where the dimension has none. */
  areas: number;
};

/** For how many days a pass counts for each level; see docs/readiness.md. */
const freshDays = { 1: 120, 2: 60, 3: 30 } as const;

/** What the middle level asks of the number that the top asks for: 3 of 5, 2 of 3. */
const middleShare = 0.6;

type Asked = Pick<Bar, "drills" | "worked" | "hardest" | "areas">;

/** The three bars that follow from what the top level asks for, from the lowest. Each one implies those below. */
export function barsUpTo(top: Asked): [Bar, Bar, Bar] {
  const middle = (count: number): number => Math.ceil(count * middleShare);
  return [
    { level: 1, drills: 1, days: freshDays[1], worked: 0, hardest: 1, areas: 0 },
    {
      level: 2,
      drills: middle(top.drills),
      days: freshDays[2],
      worked: Math.min(1, top.worked),
      hardest: 1,
      areas: Math.floor(top.areas / 2),
    },
    { level: 3, days: freshDays[3], ...top },
  ];
}

/** What being ready asks for, where no goal of a track says otherwise. */
export const usualTop: Asked = { drills: 5, worked: 3, hardest: 3, areas: 0 };
