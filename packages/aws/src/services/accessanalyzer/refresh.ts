import { createHash } from "node:crypto";

import type { World } from "../../world/world.ts";
import { externalsOf } from "./external/derive.ts";
import { fits } from "./filter.ts";
import { resourcesOf } from "./resources.ts";
import type { Analyzer, External, Finding } from "./state.ts";
import { zoneOf } from "./zone.ts";

const dayMs = 86_400_000;

/**
 * Brings an analyser's findings up to what holds now. AWS looks within half an hour of a change; here it is at the
 * moment of asking. What is new is active, or archived where a rule says so; what is no longer there is resolved,
 * and gone after 90 days.
 */
export function refresh(world: World, analyzer: Analyzer): void {
  const zone = zoneOf(world, analyzer);
  const there = new Set<string>();
  for (const resource of resourcesOf(world, analyzer))
    for (const external of externalsOf(resource, zone)) {
      const id = idOf(analyzer, external);
      there.add(id);
      analyzer.findings.set(id, merged(world, analyzer, { ...external, id }));
    }
  for (const finding of analyzer.findings.values()) {
    if (there.has(finding.id)) continue;
    if (finding.status !== "RESOLVED") {
      finding.status = "RESOLVED";
      finding.updatedMs = world.nowMs;
    }
    finding.analyzedMs = world.nowMs;
    if (world.nowMs - finding.updatedMs > 90 * dayMs) analyzer.findings.delete(finding.id);
  }
}

function merged({ nowMs }: World, analyzer: Analyzer, now: External & { id: string }): Finding {
  const known = analyzer.findings.get(now.id);
  const fresh: Finding = {
    ...now,
    status: "ACTIVE",
    createdMs: known?.createdMs ?? nowMs,
    analyzedMs: nowMs,
    updatedMs: nowMs,
  };
  if (known && known.status !== "RESOLVED") {
    const same = known.actions.join() === now.actions.join() && known.isPublic === now.isPublic;
    return {
      ...fresh,
      status: known.status,
      updatedMs: same ? known.updatedMs : nowMs,
    };
  }
  const archived = [...analyzer.rules.values()].some(({ filter }) => fits(fresh, filter));
  return archived ? { ...fresh, status: "ARCHIVED" } : fresh;
}

/** The same access has the same id, also after it was gone for a while. */
function idOf({ arn, createdMs }: Analyzer, one: External): string {
  const told = JSON.stringify([
    arn,
    createdMs,
    one.resource,
    one.principal,
    one.condition,
    one.error,
  ]);
  const hex = createHash("sha256").update(told).digest("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}
