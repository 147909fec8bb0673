import { compilePolicy, type CompiledPolicy } from "../../../policy/compile.ts";
import { readPolicy } from "../../../policy/read.ts";
import { refusal } from "../../../world/refusal.ts";

const charactersMost = 40_000;

/** A policy that is to be checked. Of those at resources a trust policy is known by having no Resource. */
export function policyFrom(text: string, type: string): CompiledPolicy {
  if (text.length > charactersMost)
    throw unreadable(`The policy has more than ${charactersMost} characters.`);
  const kinds =
    type === "IDENTITY_POLICY" ? (["identity"] as const) : (["resource", "trust"] as const);
  const [first, ...others] = kinds.map((kind) => ({ kind, read: readPolicy(text, kind) }));
  for (const { kind, read } of [first!, ...others])
    if (read.document) return compilePolicy(read.document, { name: "policy", kind });
  throw unreadable(first!.read.problems![0]!.message);
}

const unreadable = (message: string) => refusal("InvalidParameterException", message);
