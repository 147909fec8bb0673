import {
  compilePolicy,
  readPolicy,
  type CompiledPolicy,
  type PolicyKind,
} from "@loopwright/aws/decision";
import { AppError } from "@loopwright/core/errors";

import type { PolicyBrief } from "../brief.ts";
import type { Texts } from "../documents.ts";
import type { Estate } from "./estate.ts";
import { placesOf } from "./places.ts";

/** An estate with all its policies ready to be asked, the learner's among them. */
export type Standing = { estate: Estate; placed: readonly Placed[] };
export type Placed = {
  id: string;
  kind: PolicyKind;
  at: readonly string[];
  compiled: CompiledPolicy;
};

/** The documents must have been read before: one that cannot be read throws `invalid-drill`. */
export function standingOf({ estate, documents }: PolicyBrief, texts: Texts): Standing {
  const fixed = estate.policies.map((one) => ({ ...one, text: JSON.stringify(one.policy) }));
  const edited = documents.map((one) => ({ ...one, text: texts.get(one.id) ?? "" }));
  const placed = [...fixed, ...edited].map(({ text, ...one }) => ({
    id: one.id,
    kind: one.kind,
    at: placesOf(one),
    compiled: compiled(text, { name: one.title, kind: one.kind }),
  }));
  return { estate, placed };
}

function compiled(text: string, of: { name: string; kind: PolicyKind }): CompiledPolicy {
  const { document, problems } = readPolicy(text, of.kind);
  if (document) return compilePolicy(document, of);
  throw new AppError("invalid-drill", {
    message: `“${of.name}” is no policy: ${problems[0]?.message ?? "it cannot be read"}`,
    next: "Mend the policy in brief.yaml.",
    where: of.name,
  });
}
