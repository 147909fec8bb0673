import type { CompiledPolicy } from "../policy/compile.ts";
import type { Landscape } from "./landscape.ts";

const regionsMax = 6;

/** Regions that conditions of these policies speak of by name. */
export function regionsIn({ accounts, serviceControl = [] }: Landscape): string[] {
  const found = new Set<string>();
  const look = ({ statements }: CompiledPolicy) => {
    for (const { conditions } of statements) {
      for (const { key, source } of conditions) {
        if (key !== "aws:requestedregion") continue;
        for (const value of source.values) if (/^[a-z0-9-]+$/.test(value)) found.add(value);
      }
    }
  };
  for (const { policies } of serviceControl) policies.forEach(look);
  for (const { identities } of accounts) {
    for (const { policies, boundary } of identities) {
      policies.forEach(look);
      if (boundary) look(boundary);
    }
  }
  return [...found].toSorted().slice(0, regionsMax);
}
