import type { PolicyKind } from "@loopwright/aws/decision";
import type { WrongAnswer } from "@loopwright/core";

import type { PolicyBrief } from "./brief.ts";

const whose: ReadonlySet<PolicyKind> = new Set(["resource", "trust", "key", "rcp", "endpoint"]);

/** The shortest document of a kind that allows all that it can, or denies it. */
function blunt(kind: PolicyKind, effect: "Allow" | "Deny"): string {
  const isTrust = kind === "trust";
  const statement = {
    Effect: effect,
    ...(whose.has(kind) && { Principal: "*" }),
    Action: isTrust ? "sts:*" : "*",
    ...(!isTrust && { Resource: "*" }),
  };
  return JSON.stringify({ Version: "2012-10-17", Statement: [statement] }, null, 2);
}

const beliefs = {
  Allow:
    "Everybody has to get work done, so that a policy allows all of it and is narrowed some other day.",
  Deny: "What denies everything can leak nothing, and whoever needs something will speak up.",
};

/** Allowing all and denying all lose every requirement: each asks for something of both. */
export function extremes({ documents, requirements }: PolicyBrief): WrongAnswer[] {
  return (["Allow", "Deny"] as const).map((effect) => {
    const slug = effect === "Allow" ? "allow-everything" : "deny-everything";
    const texts = documents.map(({ id, kind }) => [id, blunt(kind, effect)] as const);
    return {
      slug,
      title: effect === "Allow" ? "Everything is allowed" : "Everything is denied",
      note: "",
      answer: { stages: { write: { documents: Object.fromEntries(texts) } }, actions: [] },
      expect: { belief: beliefs[effect], fails: requirements.map(({ id }) => id), meets: [] },
    };
  });
}
