import type {
  Attempt,
  Conditions,
  Criterion,
  DrillMeta,
  ErrorBody,
  Exemplar,
  Files,
  Grade,
  Json,
  LineId,
  Page,
  PassBar,
  PublicDrill,
  RecordedAction,
  ScoreRange,
  Task,
  Timing,
  Track,
} from "@loopwright/core";
import type { ModelsResult, TestResult } from "@loopwright/model-client";
import type { BrowserReport, BrowserTask } from "@loopwright/sandbox";

/** The shapes that cross HTTP. The web imports these types; nothing of `answer/` is in them but `reveal`. */

/** Without concepts: lists are read before the clock starts, and concepts name the flaws. */
export type DrillSummary = Pick<
  DrillMeta,
  "id" | "kind" | "title" | "level" | "size" | "minutes" | "languages" | "core" | "status"
> & {
  trackId: string;
  kindTitle: string;
  /** The learner's attempts on it, newest first. */
  attempts: AttemptSummary[];
};

export type TrackView = Track & {
  drills: DrillSummary[];
  pages: Pick<Page, "id" | "title" | "lead" | "lists" | "keeps" | "wide">[];
  guides: { slug: string; title: string }[];
};

/** GET /tracks/<id>/guides/<slug>: Markdown without its title. */
export type GuideView = { slug: string; title: string; text: string };

/** A drill folder that could not be read: shown to its author, the rest goes on. */
export type Problem = { where: string; message: string };

/** Drills of one kind, with what the kind shows of them, and of the attempts on them, in lists. */
export type ListingsView = {
  drills: (DrillSummary & { listing: Json; attempts: RecalledSummary[] })[];
  /** Those that could not be read; the rest goes on. */
  problems: Problem[];
};

export type TracksView = { tracks: TrackView[]; problems: Problem[] };

/** What will run here, told before the clock starts. */
export type Capability = {
  language: string;
  runs: boolean;
  /** How it is confined, or why it does not run and what to do. */
  how: string;
};

/** Before the clock starts the material itself is not shown, nor what it is about. */
export type DrillPreview = Pick<
  PublicDrill,
  "id" | "trackId" | "hash" | "stages" | "tasks" | "hintCounts"
> & {
  meta: Omit<DrillMeta, "concepts">;
  /** The first paragraph of the brief. */
  situation: string;
  /** Lines of the starting files together. */
  lines: number;
};

export type DrillView = {
  drill: DrillPreview;
  kindTitle: string;
  trackTitle: string;
  attempts: AttemptSummary[];
  /** One entry for each language of the drill. */
  capabilities: Capability[];
};

/** GET /lab/<language>: what the lab offers, in Markdown. */
export type LabView = { text: string };

export type AttemptSummary = {
  id: string;
  drillId: string;
  drillTitle: string;
  trackId: string;
  conditions: Conditions;
  /** Whether the product chose the drill. */
  drawn: boolean;
  state: Attempt["state"];
  startedAt: string;
  endedAt: string | null;
  /** Over all criteria so far; null before the first grade. */
  range: ScoreRange | null;
  passed: boolean;
  /** Time over the timed stages, in milliseconds. */
  timedMs: number;
  /** Whether it counts for readiness, and where not, why. */
  proves: { counts: boolean; because: string };
};

/** What the kind's recall.ts tells of each graded stage, by stage; left out where it tells nothing. */
export type RecalledSummary = AttemptSummary & { recall?: Record<string, Json> };

/** One page of the history, newest first. `broken` names what could not be read; the rest goes on. */
export type AttemptsView = {
  attempts: AttemptSummary[];
  broken: Problem[];
  next: { startedAt: string; id: string } | null;
};

export type StageView = {
  id: string;
  title: string;
  timed: boolean;
  state: Attempt["stages"][string]["state"];
  draft: Json;
  revision: number;
  grade: Grade | null;
  /** What the kind shows once the stage is over. */
  reveal: Json;
};

export type AttemptView = {
  id: string;
  drill: PublicDrill;
  kindTitle: string;
  trackTitle: string;
  /** Whether the drill has changed since; the attempt keeps the version that it was made on. */
  drillChanged: boolean;
  conditions: Conditions;
  state: Attempt["state"];
  startedAt: string;
  endedAt: string | null;
  stages: StageView[];
  /** The first open stage; null once all are over. */
  currentStage: string | null;
  summary: AttemptSummary;
  /** Every criterion of the stages that are over. */
  criteria: Criterion[];
  /** What the kind asks for a pass. */
  bar: PassBar;
  blockedBy: string[];
  timing: Timing;
  paused: boolean;
  /** Tasks that no open stage judges any more. */
  tasksOver: number[];
  hintsShown: { task: number; index: number; text: string }[];
  contests: Attempt["contests"];
  /** Whether its kind takes actions. */
  live: boolean;
  actionCount: number;
};

/** One action of a live kind, with what it showed. */
export type ActionView = Pick<RecordedAction, "seq" | "atMs" | "body"> & { view: Json };

/** POST …/run: what the free Run of a kind shows. Its shape is the kind's own. */
export type RunView = { view: Json };

/** One of the five "done means" lines. */
export type LineView = {
  id: LineId;
  title: string;
  /** Whether a track declares a goal for it yet. */
  declared: boolean;
  proven: boolean;
  /** "2 of 3; one at level 3 to go" */
  status: string;
  /** Attempts that prove it, newest first. */
  evidence: AttemptSummary[];
};

export type SettingsView = {
  /** Where everything is kept. */
  dataFolder: string;
  database: "embedded" | "postgresql";
  version: string;
  settings: Settings;
  languageModel: LanguageModelView;
  capabilities: Capability[];
};

export type Settings = {
  scheme: "system" | "light" | "dark";
  showTimer: boolean;
  /** What Start uses; the other one is offered beside it. */
  conditions: Conditions;
};

/** The optional language model, without its key. */
export type LanguageModelView = {
  enabled: boolean;
  /** Empty while none was entered. */
  baseUrl: string;
  model: string;
  /** Kept for later: nothing uses it yet. */
  transcriptionUrl: string;
  /** Whether a key is kept for this address. */
  hasKey: boolean;
  /** Whether grading uses it: on, with an address and a model. */
  ready: boolean;
  /** Where the base URL leads; null without one. */
  where: { host: string; loopback: boolean; encrypted: boolean } | null;
};

/** PUT /settings: a key that is left out stays, null removes it. */
export type LanguageModelInput = Pick<
  LanguageModelView,
  "enabled" | "baseUrl" | "model" | "transcriptionUrl"
> & { key?: string | null | undefined };

export type ModelListView = ModelsResult;
export type ModelTestView = TestResult;

/** GET /runs/next: a run that waits for this window; whether to ask again; where the interpreter is. */
export type RunOffer = { token: string | null; again: boolean; pyodide: string };
export type { BrowserReport, BrowserTask };

export type ErrorView = { error: ErrorBody };

export type { Exemplar, Files, Task };
