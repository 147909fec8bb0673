import {
  matchStatement,
  type CompiledPolicy,
  type CompiledStatement,
  type Question,
} from "../policy/compile.ts";
import type { NamedAs } from "../policy/principal.ts";

/** One policy's say: the first statement that denies, and the one that allows with the closest name. */
export type Weight = {
  policy: CompiledPolicy;
  deny: CompiledStatement | null;
  allow: { statement: CompiledStatement; as: NamedAs | null } | null;
};

/** How much a grant by this name can do by itself. */
const closeness: Record<NamedAs, number> = {
  session: 3,
  user: 3,
  everyone: 3,
  service: 3,
  provider: 3,
  role: 2,
  "federating-user": 2,
  account: 1,
};

export function weigh(policy: CompiledPolicy, asked: Question): Weight {
  const weight: Weight = { policy, deny: null, allow: null };
  for (const statement of policy.statements) {
    const { effect } = statement.source;
    if (effect === "Deny" && weight.deny) continue;
    const match = matchStatement(statement, asked);
    if (!match.applies) continue;
    if (effect === "Deny") weight.deny = statement;
    else if (isCloser(match.as, weight.allow)) weight.allow = { statement, as: match.as };
  }
  return weight;
}

function isCloser(as: NamedAs | null, known: Weight["allow"]): boolean {
  if (known === null) return true;
  return as !== null && known.as !== null && closeness[as] > closeness[known.as];
}

/** Names under which a grant in the resource's own account needs nothing else. */
export const isDirect = (as: NamedAs | null): boolean => as !== null && closeness[as] === 3;
/** Names of a role or user, whose boundary and session policies still limit the grant. */
export const isIndirect = (as: NamedAs | null): boolean => as !== null && closeness[as] === 2;
