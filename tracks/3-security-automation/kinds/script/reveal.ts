import type { Exemplar, Json, Revealer } from "@loopwright/core";
import type { Misconception, Point } from "@loopwright/prose";

import type { ScriptBrief } from "./brief.ts";
import type { ScriptKey } from "./key.ts";
import { written, type ScriptKind } from "./kind.ts";

/** How others wrote it, which calls the work needs, and what to take along. */
export type ScriptReveal = Pick<ScriptKey, "lesson" | "sources"> & {
  exemplars: { slug: string; title: string; note: string; source: string }[];
  /** The least policy that the work needs, as JSON; null where there is no account. */
  policy: string | null;
};

/** Of each question, how it can be answered and what was listened for. */
export type TalkReveal = {
  talk: ({ id: string; ask: string; strong: string } & {
    points: Pick<Point, "id" | "title" | "why">[];
    errors: Pick<Misconception, "id" | "says" | "instead">[];
  })[];
};

export const reveal: Revealer<ScriptKind> = ({ stage, brief, key, exemplars }) =>
  stage === "talk" ? talkReveal(brief, key) : scriptReveal(key, exemplars);

const talkReveal = ({ talk = [] }: ScriptBrief, key: ScriptKey): TalkReveal => ({
  talk: talk.map(({ id, ask }) => {
    const { points, misconceptions, fixtures } = key.talk!.questions[id]!;
    return {
      id,
      ask,
      strong: fixtures.strong,
      points: points.map(({ id: point, title, why }) => ({ id: point, title, why })),
      errors: misconceptions.map(({ id: error, says, instead }) => ({ id: error, says, instead })),
    };
  }),
});

function scriptReveal(key: ScriptKey, exemplars: readonly Exemplar[]): ScriptReveal {
  const { lesson, sources, needs, changes } = key;
  const shown = exemplars.map(({ slug, title, note, answer }) => ({
    slug,
    title,
    note,
    source: sourceOf(answer.stages["write"]),
  }));
  return { lesson, sources, exemplars: shown, policy: policyOf([...needs, ...changes]) };
}

function sourceOf(answer: Json | undefined): string {
  const parsed = written.safeParse(answer);
  return parsed.success ? parsed.data.source : "";
}

function policyOf(calls: readonly string[]): string | null {
  if (calls.length === 0) return null;
  // Nobody needs a permission to ask who they are.
  const needed = calls.filter((call) => call !== "sts:GetCallerIdentity");
  const Action = needed.map(actionOf).toSorted();
  return JSON.stringify(
    { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action, Resource: "*" }] },
    null,
    2,
  );
}

/**
 * The permission of a call, where S3 names it otherwise.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
 */
const renamed: Readonly<Record<string, string>> = {
  "s3:ListBuckets": "s3:ListAllMyBuckets",
  "s3:ListObjectsV2": "s3:ListBucket",
  "s3:GetPublicAccessBlock": "s3:GetBucketPublicAccessBlock",
  "s3control:GetPublicAccessBlock": "s3:GetAccountPublicAccessBlock",
};

const actionOf = (call: string): string => (Object.hasOwn(renamed, call) ? renamed[call]! : call);
