import { compilePolicy, type CompiledPolicy } from "../policy/compile.ts";
import type { PolicyKind } from "../policy/document.ts";
import { readPolicy } from "../policy/read.ts";
import { refusal } from "./refusal.ts";

/** A policy as it was sent, and ready to be asked. */
export type StoredPolicy = { text: string; compiled: CompiledPolicy };

type Place = {
  kind: PolicyKind;
  /** As a trace calls it. */
  name: string;
  /** Code of the error that this service answers; IAM's where left out. */
  code?: string;
};

/** Refuses what IAM would refuse, in its words, with the place. */
export function storedPolicy(text: string, { kind, name, code }: Place): StoredPolicy {
  const read = readPolicy(text, kind);
  if (read.document) return { text, compiled: compilePolicy(read.document, { name, kind }) };
  const [problem] = read.problems;
  throw refusal(code ?? "MalformedPolicyDocument", problem!.message);
}
