import type { Mitigation, Threat } from "../../model/model.ts";
import { mitigation as mitigationShape, threat as threatShape } from "../../model/model.ts";
import { same } from "../common/equal.ts";
import { extraOf } from "../common/loose.ts";
import type { Names } from "../common/names.ts";
import type { Notice } from "../common/notice.ts";
import { riskOfWord, wordOfRisk } from "../common/risk-words.ts";
import { hashOf } from "../common/uuid.ts";
import { chosen } from "./made.ts";
import type { TdThreat } from "./shape.ts";
import { categoryOf, format, stateOf, statusOf, typeOf } from "./words.ts";

export type ThreatReader = {
  add: (one: TdThreat, target: string) => void;
  /** All threats, and the mitigations that their texts speak of. */
  end: () => { threats: Threat[]; mitigations: Mitigation[] };
};

/**
 * Threats stand in their cells. One that hits several parts stands in each of them, under the same id; two
 * of one id that say different things are two.
 */
export function threatReader(
  names: Names,
  notices: Notice[],
  ownIds: ReadonlyMap<string, string>,
): ThreatReader {
  const threats: Threat[] = [];
  const firstOf = new Map<string, { one: TdThreat; threat: Threat }>();
  const mitigations = new Map<string, Mitigation>();
  return {
    add: (one, target) => {
      const earlier = firstOf.get(one.id);
      if (one.id !== "" && earlier && same(earlier.one, one)) {
        if (!earlier.threat.targets.includes(target)) earlier.threat.targets.push(target);
        return;
      }
      const id = names.claim("threat", one.id, ownIds.get(one.id));
      const threat = threatOf(one, { id, target, notices });
      if (one.mitigation.trim() !== "") {
        const mitigation = mitigationOf(one.mitigation, threat.state);
        const known = mitigations.get(mitigation.id);
        // Done only where every threat that it answers is told to be mitigated.
        if (known && mitigation.state !== "done") known.state = mitigation.state;
        if (!known) mitigations.set(mitigation.id, mitigation);
        threat.mitigations = [mitigation.id];
      }
      threats.push(threat);
      if (!earlier) firstOf.set(one.id, { one, threat });
    },
    end: () => ({ threats, mitigations: [...mitigations.values()] }),
  };
}

function threatOf(
  one: TdThreat,
  { id, target, notices }: { id: string; target: string; notices: Notice[] },
): Threat {
  const state = stateOf(one.status);
  if (!state && one.status !== "") {
    notices.push({
      where: id,
      message: `Its status "${one.status}" is not known; it is read as open.`,
    });
  }
  const risk = riskOfWord(one.severity);
  const stride = categoryOf(one.type);
  const made = {
    status: statusOf(state ?? "open"),
    severity: risk ? wordOfRisk(risk) : "TBD",
    type: typeOf(stride),
    modelType: modelTypeOf(stride),
    new: false,
  };
  return {
    ...threatShape.parse({ id }),
    title: one.title,
    notes: one.description,
    targets: [target],
    stride,
    risk,
    state: state ?? "open",
    extra: extraOf(format, chosen(one, made, ["id", "title", "description", "mitigation"]) ?? {}),
  };
}

export const modelTypeOf = (stride: readonly string[]): string =>
  stride.length > 0 ? "STRIDE" : "Generic";

/** Its id is made of its text: the same words under several threats are one mitigation. */
function mitigationOf(text: string, state: Threat["state"]): Mitigation {
  return {
    ...mitigationShape.parse({ id: "none", text: "" }),
    id: `mitigation-${hashOf(text, 1)}${hashOf(text, 2)}`,
    text,
    state: state === "mitigated" ? "done" : "proposed",
  };
}
