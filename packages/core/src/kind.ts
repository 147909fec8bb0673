import type { z } from "zod";

import type { WrongAnswer } from "./drill.ts";
import type { CriterionPlan, Criterion, Grade, Graded, Measure, Remark } from "./grade.ts";
import type { Json } from "./json.ts";
import type { Language, Ports } from "./ports.ts";
import type { Ranked } from "./ranked.ts";
import type { PassBar } from "./score.ts";
import type { Timing } from "./timing.ts";

export type StageSpec = {
  id: string;
  title: string;
  /** Schema of the learner's answer to this stage. */
  answer: z.ZodType;
  /** Whether the drill's minutes are measured over this stage. Default true. */
  timed?: boolean;
};

/**
 * What a kind asks of a person, for the plan: "item" is a closed question of a minute or two, "question" an
 * answer in words, "story" one of the person's own, "session" a mock interview; anything else is a "drill".
 */
export type Work = "drill" | "item" | "question" | "story" | "session";

/**
 * A kind of work: shapes only, the same in browser, server and CLI. What it does lives beside it,
 * in grade.ts, reveal.ts, and where it applies run.ts and live.ts; see ARCHITECTURE.md.
 */
export type Kind<
  B extends z.ZodType = z.ZodType,
  K extends z.ZodType = z.ZodType,
  S extends readonly StageSpec[] = readonly StageSpec[],
  A extends z.ZodType = z.ZodType,
> = {
  id: string;
  title: string;
  /** brief.yaml of a drill: public. */
  brief: B;
  /** answer/key.yaml, with every other answer/<name>.yaml as its property <name>: never public. */
  key: K;
  stages: S;
  /** Default "drill". */
  work?: Work;
  /** Interactive kinds: the schema of one action. */
  live?: { action: A };
  /** Replaces parts of the default bar. */
  pass?: Partial<PassBar>;
  /** What its drills run although they declare no languages: the terminal of an account is Python's. */
  runs?: readonly Language[];
  /** How many other drills' right answers have to score near nothing in each: `check` tries so many. */
  lenders?: number;
};

/** Declares a kind; a function, so that a grader sees the exact types of brief, key and answers. */
export function defineKind<
  const B extends z.ZodType,
  const K extends z.ZodType,
  const S extends readonly StageSpec[],
  const A extends z.ZodType = z.ZodType,
>(kind: Kind<B, K, S, A>): Kind<B, K, S, A> {
  return kind;
}

/** Path to text: the drill's starting material, public. */
export type Files = Record<string, string>;

export type BriefOf<T> = T extends { brief: infer B extends z.ZodType } ? z.infer<B> : never;
export type KeyOf<T> = T extends { key: infer K extends z.ZodType } ? z.infer<K> : never;
export type StageId<T> = T extends { stages: infer S extends readonly StageSpec[] }
  ? S[number]["id"]
  : never;
export type AnswerOf<T, I extends StageId<T>> = T extends {
  stages: infer S extends readonly StageSpec[];
}
  ? z.infer<Extract<S[number], { id: I }>["answer"]>
  : never;
export type ActionOf<T> = T extends { live?: { action: infer A extends z.ZodType } }
  ? z.infer<A>
  : never;

/** One recorded action of a live kind. `atMs` is active time since the attempt began. */
export type RecordedAction<Body = Json> = {
  seq: number;
  atMs: number;
  body: Body;
  /** What ports replied while this action was taken, in order. */
  replies: Json[];
};

type Material<T> = {
  brief: BriefOf<T>;
  /** brief.md */
  text: string;
  files: Files;
  key: KeyOf<T>;
};

/** Input of a grader, a union that narrows on `stage`. */
export type GradeInput<T> = {
  [I in StageId<T>]: Material<T> & {
    stage: I;
    answer: AnswerOf<T, I>;
    seed: string;
    actions: RecordedAction<ActionOf<T>>[];
    /** Absent for answer files, exemplars and wrong answers. */
    timing: Timing | null;
    /** Grades of the stages before this one. */
    earlier: Partial<Record<StageId<T>, Grade>>;
    /** What was submitted in the stages before this one; skipped ones are absent. */
    answers: { [E in StageId<T>]?: AnswerOf<T, E> };
    ports: Ports;
  };
}[StageId<T>];

export type StageResult = { criteria: Criterion[]; remarks: Remark[]; measures: Measure[] };

/** grade.ts exports `grade`: deterministic in its input and its ports' replies. */
export type Grader<T> = (input: GradeInput<T>) => Promise<StageResult> | StageResult;

/** grade.ts exports `criteria`: what a stage will judge, so that a skipped stage is `missed` in full. */
export type CriteriaOf<T> = (input: Material<T> & { stage: StageId<T> }) => CriterionPlan[];

export type Exemplar = { slug: string; title: string; note: string; answer: AnswerFile };

/** reveal.ts exports `reveal`: what may be shown of the key once the stage is graded or given up. */
export type Revealer<T> = (
  input: Material<T> & { stage: StageId<T>; exemplars: Exemplar[]; grade: Grade | null },
) => Json;

/** run.ts exports `run`: the free Run of a draft. It never sees the key. */
export type Runner<T> = (input: {
  stage: StageId<T>;
  brief: BriefOf<T>;
  files: Files;
  answer: unknown;
  seed: string;
  ports: Ports;
}) => Promise<Json>;

/** live.ts exports `start` and `step`. State is the fold of the log; it is never stored. */
export type LiveOf<T, State = unknown> = {
  start: (input: Material<T> & { seed: string }) => State;
  step: (
    input: Material<T> & { state: State; action: ActionOf<T>; ports: Ports },
  ) => Promise<{ state: State; view: Json }> | { state: State; view: Json };
};

/**
 * kind.ts may export `listing`: what lists may show of a drill before the clock starts, beside its title.
 * It gets what is public, and says nothing that the work is to find out.
 */
export type Listing<T> = (input: { brief: BriefOf<T>; text: string }) => Json;

/**
 * recall.ts exports `recall`, where lists may tell of a stage what was right in it and what was not, so that
 * a page can add it up over all attempts. It is asked of graded stages alone, so it may speak of the key as
 * the reveal does. `answer` is what was submitted. Null tells nothing.
 */
export type Recaller<T> = (input: Material<T> & { stage: StageId<T>; answer: unknown }) => Json;

/** What was missed, as a card that stands alone: Markdown on both sides. */
export type MadeCard = {
  /** Of what was missed, the same in every attempt on the drill, so that cards do not pile up. */
  id: string;
  front: string;
  back: string;
  /** Default: those of the drill. */
  concepts?: string[];
};

/**
 * cards.ts exports `cards`, where what a graded stage found missing is worth remembering. It is asked once the
 * attempt is over, so it may speak of the key; and again whenever the same thing was missed. A few are
 * enough: the most important first.
 */
export type CardMaker<T> = (
  input: Material<T> & { stage: StageId<T>; answer: unknown; grade: Graded },
) => MadeCard[];

/** kind.ts may export `checkMaterial`, which returns these; `where` is a file with an optional field. */
export type MaterialProblem = { where: string; message: string };

/** Everything that the files of a kind's folder export, with types erased for the apps. */
export type KindModule = {
  kind: Kind;
  criteria: (input: never) => CriterionPlan[];
  grade: (input: never) => Promise<StageResult> | StageResult;
  reveal: (input: never) => Json;
  /** Problems that schemas cannot see, such as a key line that is not in the file. It is also given `stages`. */
  checkMaterial?: (input: never) => MaterialProblem[];
  listing?: (input: never) => Json;
  recall?: (input: never) => Json;
  cards?: (input: never) => MadeCard[];
  prove?: (input: never) => Promise<{ what: string; ok: boolean; detail: string }[]>;
  examples?: (input: never) => { exemplars: Exemplar[]; wrong: WrongAnswer[] };
  ranked?: (input: never) => Ranked;
  scaffold?: Scaffold;
  run?: (input: never) => Promise<Json>;
  live?: { start: (input: never) => unknown; step: (input: never) => unknown };
};

/**
 * prove.ts exports `prove`, where a kind has more to prove of a drill than core asks of all: for example
 * that each hidden exploit really works on the starter.
 */
export type Prover<T> = (
  input: Material<T> & { exemplars: Exemplar[]; wrong: readonly WrongAnswer[]; ports: Ports },
) => Promise<{ what: string; ok: boolean; detail: string }[]>;

/**
 * prove.ts may export `examples`: exemplars and wrong answers that follow from the key alone, where a
 * folder for each would say nothing more.
 */
export type Examples<T> = (input: Material<T>) => { exemplars: Exemplar[]; wrong: WrongAnswer[] };

/**
 * prove.ts exports `ranked` where a kind grades prose: no text meets every criterion in all words, so
 * the drill proves that better answers score higher. See ranked.ts.
 */
export type RankedOf<T> = (input: Material<T>) => Ranked;

/**
 * scaffold.ts exports `scaffold`, where a drill of this kind can be begun from a person's own files: every
 * file of the new drill's folder, by path. What only a person can tell is left as a marked blank.
 */
export type Scaffold = (input: { slug: string; title: string; files: Files }) => Files;

/** What the web sends, the CLI grades, and exemplars and wrong answers are written as. */
export type AnswerFile = { stages: Record<string, Json>; actions: Json[] };
