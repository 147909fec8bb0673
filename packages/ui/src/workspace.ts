import type { ComponentType } from "react";
import type {
  Conditions,
  Contest,
  Files,
  Grade,
  Json,
  PublicDrill,
  Timing,
} from "@loopwright/core";

/**
 * What a kind's workspace.tsx default-exports: `defineWorkspace({ stages: { <stage id>: Component } })`.
 * The shell draws the header (title, clock, primary action) and the brief; a stage draws the rest
 * inside <WorkFrame main side>, the GradePanel of a graded stage included. The parent holds all
 * state: a stage keeps what it shows in `draft`. A stage that offers an action with the id
 * `stage.submit` (see useActions) names the header's button and its key; else it says "Submit …".
 */
export type Workspace = {
  stages: Record<string, ComponentType<StageProps>>;
  /**
   * Stages that draw the situation themselves: what stands in brief.md before its first task, in
   * `drill.text`. The shell's brief then begins with the tasks, where it stands beside the work.
   */
  situationIn?: readonly string[];
};

export const defineWorkspace = (workspace: Workspace): Workspace => workspace;

export type StageProps<Draft extends Json = Json, Reveal = Json> = {
  attemptId: string;
  drill: PublicDrill;
  /** brief.yaml, parsed by the kind; a workspace casts it to its own type. */
  brief: Json;
  files: Files;
  stageId: string;
  /** null before the first save. */
  draft: Draft | null;
  /** Saved as the learner types; the shell shows whether it is saved. */
  onDraft: (draft: Draft) => void;
  state: "open" | "graded" | "skipped" | "given-up";
  grade: Grade | null;
  reveal: Reveal | null;
  conditions: Conditions;
  timing: Timing;
  /** Active milliseconds right now, for stamps such as when a line was marked. */
  activeMs: () => number;
  paused: boolean;
  /** Submits the draft for grading. Rejects with an error that the shell also shows. */
  onSubmit: () => Promise<void>;
  submitting: boolean;
  /** The free Run of the draft; null where the kind or the conditions have none. */
  onRun: (() => Promise<Json>) | null;
  /** What was done in live work so far, and the next step of it; null where the kind takes no actions. */
  live: Live | null;
  /** Drafts and grades of the earlier stages, for a stage that continues one. */
  earlier: Record<string, { draft: Json; grade: Grade | null; reveal: Json }>;
  contests: Contest[];
  onContest: (contest: Pick<Contest, "criterion" | "stage" | "claim" | "note">) => Promise<void>;
};

/** The log of a live kind. What an action showed is of the kind's own shape. */
export type Live = {
  log: { seq: number; atMs: number; body: Json; view: Json }[];
  /** Takes one action, adds it to the log, and gives what it shows. Rejects with an error to show. */
  act: (body: Json) => Promise<Json>;
};
