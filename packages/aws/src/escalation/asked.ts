import type { CompiledPolicy } from "../policy/compile.ts";
import type { Landscape } from "./landscape.ts";

const regionsMax = 6;

/** What conditions of a landscape ask for: every key in lower case, and regions by name. */
export function askedIn({ accounts, serviceControl = [] }: Landscape) {
  const keys = new Set<string>();
  const regions = new Set<string>();
  const seen = new Set<CompiledPolicy>();
  const look = (policy: CompiledPolicy) => {
    if (seen.has(policy)) return;
    seen.add(policy);
    for (const { key, source } of policy.statements.flatMap(({ conditions }) => conditions)) {
      keys.add(key);
      if (key !== "aws:requestedregion") continue;
      for (const value of source.values) if (/^[a-z0-9-]+$/.test(value)) regions.add(value);
    }
  };
  for (const { policies } of serviceControl) policies.forEach(look);
  for (const { identities } of accounts) {
    for (const { policies, boundary } of identities) {
      policies.forEach(look);
      if (boundary) look(boundary);
    }
  }
  return { keys, regions: [...regions].toSorted().slice(0, regionsMax) };
}
