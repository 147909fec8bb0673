import { addDays } from "../learner/days.ts";
import type { CurriculumDrill, Day } from "../learner/evidence.ts";
import type { Bar, Level } from "./levels.ts";
import type { Dimension } from "./shapes.ts";
import {
  gapTo,
  heldDays,
  isFresh,
  isMet,
  levelOf,
  sizeOf,
  type Gap,
  type Standing,
} from "./standing.ts";
import type { Subject } from "./subjects.ts";
import { shortestWay, type Tried } from "./way.ts";
import { ageWords, definitionOf, isDrawn, nextWords, statusOf, unmeasured } from "./words.ts";

type Facts = {
  standing: Standing;
  /** Reviewed drills that measure the subject. */
  candidates: readonly CurriculumDrill[];
  tried: Tried;
  today: Day;
};

/** All that is known of one subject, in words and numbers. */
export function dimensionOf(subject: Subject, facts: Facts): Dimension {
  const { id, group, title, bars } = subject;
  const { standing, candidates, today } = facts;
  const level = levelOf(subject, standing);
  const held = bars[level - 1];
  const evidence = held ? freshest(standing, held) : [];
  const measurable = candidates.length > 0;
  const known = measurable || level > 0;
  return {
    id,
    group,
    title,
    level,
    definition: known ? definitionOf(subject, level) : unmeasured,
    status: known ? shortStatus(subject, { standing, level, evidence }) : unmeasured,
    evidence,
    next: measurable ? nextOf(subject, facts, bars.at(level)) : null,
    decaysOn: held ? addDays(today, heldDays(subject, standing, held)) : null,
    measurable,
    progress: progressOf(subject, standing, level),
  };
}

const freshest = ({ passes }: Standing, bar: Bar): Dimension["evidence"] =>
  passes
    .filter((one) => isFresh(one, { bar, inDays: 0 }))
    .map(({ id, ageDays }) => ({ id, ageDays: Math.max(0, ageDays) }));

type Held = Pick<Dimension, "level" | "evidence"> & { standing: Standing };

function shortStatus(subject: Subject, { standing, level, evidence }: Held): string {
  const [newest] = evidence;
  if (level === 3 && newest) {
    return `${evidence.length} drills, newest ${ageWords(newest.ageDays)}`;
  }
  const [, , bar] = subject.bars;
  return statusOf(subject, gapTo(subject, standing, { bar, inDays: 0 }));
}

function nextOf(
  subject: Subject,
  { standing, candidates, tried }: Facts,
  bar: Bar | undefined,
): Dimension["next"] {
  if (!bar) return null;
  const gap = gapTo(subject, standing, { bar, inDays: 0 });
  const way = isDrawn(subject.goal)
    ? null
    : shortestWay(subject, { standing, candidates, bar, tried });
  return {
    words: nextWords(subject, { bar, gap, way }),
    drillIds: way?.drills.map(({ id }) => id) ?? [],
  };
}

/** The level in thirds, and the share of the next bar that is met already. */
function progressOf(subject: Subject, standing: Standing, level: Level): number {
  const bar = subject.bars.at(level);
  if (!bar) return 1;
  const gapOf = (some: Standing): Gap => gapTo(subject, some, { bar, inDays: 0 });
  const gap = gapOf(standing);
  const whole = sizeOf(gapOf({ passes: [], spread: [] }));
  return (level + (isMet(gap) ? 0 : 1 - sizeOf(gap) / whole)) / 3;
}
