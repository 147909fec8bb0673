import { basename } from "node:path";

import { toAppError, type Attempt, type Drill, type DrillMeta, type Kind } from "@loopwright/core";

import type { AttemptCursor, AttemptQuery } from "@loopwright/store";

import type { Context } from "../context.ts";
import { learnerState } from "../learner/state.ts";
import { attemptSummary, showingsOn, type Showing } from "./attempt.ts";
import { summaryFrom } from "./evidence.ts";
import { lookBack, recallsOf } from "./recalls.ts";
import type { AttemptSummary, DrillSummary, ListingsView, Problem, TracksView } from "./shapes.ts";

export type Summaries = {
  summaries: AttemptSummary[];
  broken: Problem[];
  /** Where the next page begins; null after the last. */
  next: AttemptCursor | null;
};

/** The learner's attempts, newest first, as lists show them. */
export async function summariesOf(
  context: Context,
  filter: Partial<Omit<AttemptQuery, "learnerId">> = {},
): Promise<Summaries> {
  const { attempts, broken, next } = await context.store.attempts.list({
    learnerId: context.learnerId,
    limit: lookBack,
    ...filter,
  });
  const known = new Map<string, Promise<KnownDrill | null>>();
  const showings = new Map<string, Promise<Showing[]>>();
  const summaries: AttemptSummary[] = [];
  for (const attempt of attempts) {
    const { drillId } = attempt;
    const drill = await once(known, attempt.drillHash, () => knownDrill(context, attempt));
    if (!drill) continue;
    const shown = await once(showings, drillId, () => allShowings(context, drillId, drill.kind));
    summaries.push(attemptSummary(attempt, drill, shown));
  }
  const problems = broken.map(({ id, message }) => ({ where: id, message }));
  return { summaries, broken: problems, next };
}

/** Over all attempts on the drill, not only those of the page at hand. */
async function allShowings(context: Context, drillId: string, kind: Kind): Promise<Showing[]> {
  const { learnerId } = context;
  const { attempts } = await context.store.attempts.list({ learnerId, drillId, limit: lookBack });
  return showingsOn(context, { drillId, kind, attempts });
}

function once<T>(kept: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const there = kept.get(key) ?? make();
  kept.set(key, there);
  return there;
}

type KnownDrill = Parameters<typeof attemptSummary>[1];

/** From the curriculum, or from the stored version where the drill is gone. */
async function knownDrill(context: Context, attempt: Attempt): Promise<KnownDrill | null> {
  const entry = context.curriculum.drills.get(attempt.drillId);
  const found: Pick<Drill, "meta" | "trackId"> | null =
    entry ?? (await context.store.drillVersions.get(attempt.drillHash));
  const kind: Kind | undefined = found
    ? context.curriculum.kinds.get(found.meta.kind)?.module.kind
    : undefined;
  if (!found || !kind) return null;
  const { title, status } = found.meta;
  return { title, trackId: found.trackId, reviewed: status === "reviewed", kind };
}

export function drillSummary(
  context: Context,
  { meta, trackId }: { meta: DrillMeta; trackId: string },
  summaries: readonly AttemptSummary[],
): DrillSummary {
  const { id, kind, title, level, size, minutes, languages, core, status } = meta;
  return {
    id,
    kind,
    title,
    level,
    size,
    minutes,
    languages,
    core,
    status,
    trackId,
    kindTitle: context.curriculum.kinds.get(kind)?.module.kind.title ?? kind,
    attempts: summaries.filter((one) => one.drillId === id),
  };
}

/** Of every attempt on a drill of the curriculum, from what is kept in memory. */
const allSummaries = async (context: Context): Promise<AttemptSummary[]> =>
  (await learnerState(context)).evidence.map(summaryFrom);

export async function tracksView(context: Context): Promise<TracksView> {
  const summaries = await allSummaries(context);
  const { tracks, drills, problems } = context.curriculum;
  return {
    tracks: tracks.map((track) => ({
      ...track,
      drills: [...drills.values()]
        .filter(({ trackId }) => trackId === track.id)
        .map((entry) => drillSummary(context, entry, summaries)),
      pages: track.pages.map(({ id, title, lead, lists, keeps, wide }) => ({
        id,
        title,
        lead,
        lists,
        keeps,
        wide,
      })),
    })),
    problems,
  };
}

/** Every drill of a kind, wherever it lies. */
export async function listingsView(context: Context, kind: string): Promise<ListingsView> {
  const summaries = await allSummaries(context);
  const recalls = await recallsOf(context, kind);
  const view: ListingsView = { drills: [], problems: [] };
  for (const entry of context.curriculum.drills.values()) {
    const { id, kind: own } = entry.meta;
    if (own !== kind) continue;
    try {
      const listing = await context.curriculum.listing(id);
      const summary = drillSummary(context, entry, summaries);
      const attempts = summary.attempts.map((one) => ({ ...one, ...recalls.get(one.id) }));
      view.drills.push({ ...summary, attempts, listing });
    } catch (cause) {
      const { message, where } = toAppError(cause);
      view.problems.push({
        where: where === undefined ? id : basename(where),
        message: `${id}: ${message}`,
      });
    }
  }
  return view;
}
