import { residualOf, riskScore } from "../../model/risk.ts";
import type { Model, Risk, Threat } from "../../model/model.ts";
import { listChange, listed, quoted, type Changed, type Draft, type Sides } from "./sides.ts";

/** What became of threats: what they hit, how they stand, and what is left of their risk. */
export function threatSentences(sides: Sides): Draft[] {
  const [before, after] = [byId(sides.before.model), byId(sides.after.model)];
  const added = sides.diff.added.flatMap(({ id }) => after.get(id) ?? []);
  const removed = sides.diff.removed.flatMap(({ id }) => before.get(id) ?? []);
  const kept = [...after.values()].filter(({ id }) => before.has(id));
  return [
    ...added.map((threat) => newThreat(threat, sides)),
    ...removed.map((threat) => removedThreat(threat, sides)),
    ...kept.flatMap((threat) => [
      ...targets(before.get(threat.id)!, threat, sides),
      ...residual(before.get(threat.id)!, threat, sides),
    ]),
    ...sides.changesIn("threats").flatMap((change) => state(change, after.get(change.id)!, sides)),
  ];
}

const byId = ({ threats }: Model) => new Map(threats.map((one) => [one.id, one]));

const quotedName = (id: string, sides: Sides) => quoted(sides.name(id));
const called = (id: string, sides: Sides) => `threat ${quoted(sides.name(id))}`;

const newThreat = ({ id, targets, stride, state }: Threat, sides: Sides): Draft => ({
  kind: "threat",
  text: [
    `New ${called(id, sides)}`,
    ...(targets.length > 0 ? [`on ${sides.names(targets)}`] : ["on nothing yet"]),
    ...(stride.length > 0 ? [`(${stride.join("")})`] : []),
    state === "open" ? "is open" : `is ${inWords(state)}`,
  ].join(" "),
  ids: [id, ...targets],
  weight: 50,
});

const removedThreat = ({ id, targets, state }: Threat, sides: Sides): Draft => ({
  kind: "threat",
  text: `Threat ${quotedName(id, sides)} was removed; it was ${inWords(state)}`,
  ids: [id, ...targets],
  weight: state === "open" ? 72 : 50,
});

const inWords = (state: Threat["state"]): string => state.replace("-", " ");

/** Of a threat that both models have. Editors take what they remove out of its targets; files may not. */
function targets(was: Threat, now: Threat, sides: Sides): Draft[] {
  const named = [...new Set([...was.targets, ...now.targets])];
  const gone = named.filter(sides.isRemoved);
  const left = now.targets.filter((id) => !sides.isRemoved(id));
  if (gone.length > 0) {
    const rest =
      left.length === 0 ? "nothing is left that it hits" : `it still hits ${sides.names(left)}`;
    return [
      {
        kind: "threat",
        text: `Threat ${quotedName(now.id, sides)} names ${sides.names(gone)}, which ${gone.length === 1 ? "was" : "were"} removed: ${rest}`,
        ids: [now.id, ...gone, ...left],
        weight: left.length === 0 ? 80 : 56,
      },
    ];
  }
  const { more, less } = listChange({ field: "targets", before: was.targets, after: now.targets });
  if (more.length + less.length === 0) return [];
  const parts = [
    ...(more.length > 0 ? [`now hits ${sides.names(more)}`] : []),
    ...(less.length > 0 ? [`no longer hits ${sides.names(less)}`] : []),
  ];
  return [
    {
      kind: "threat",
      text: `Threat ${quotedName(now.id, sides)} ${parts.join(" and ")}`,
      ids: [now.id, ...more, ...less],
      weight: less.length > 0 ? 54 : 44,
    },
  ];
}

const stateWeights: Record<Threat["state"], number> = {
  open: 66,
  accepted: 62,
  transferred: 58,
  "not-applicable": 60,
  avoided: 48,
  mitigated: 46,
};

function state(change: Changed, threat: Threat, sides: Sides): Draft[] {
  const field = change.get("state");
  if (!field) return [];
  const [was, now] = [field.before, field.after] as [Threat["state"], Threat["state"]];
  const reason = threat.reason.trim() === "" ? "" : ` (${threat.reason.trim()})`;
  const hollow =
    now === "mitigated" &&
    !sides.after.model.mitigations.some(
      ({ id, state: done }) => done === "done" && threat.mitigations.includes(id),
    );
  return [
    {
      kind: "threat",
      text: `Threat ${quotedName(threat.id, sides)} is now ${inWords(now)}, before ${inWords(was)}${reason}${hollow ? ", and no mitigation of it is done" : ""}`,
      ids: [threat.id, ...threat.targets],
      weight: hollow ? 70 : stateWeights[now],
    },
  ];
}

/** The risk that is left, whatever changed it: a judgement, a mitigation, a link. */
function residual(was: Threat, now: Threat, sides: Sides): Draft[] {
  const before = residualOf(was, sides.before.model).residual;
  const after = residualOf(now, sides.after.model).residual;
  const [from, to] = [before, after].map((risk) => (risk ? riskScore(risk) : null));
  if (from === to) return [];
  const said = (risk: Risk | null) =>
    risk ? `${risk.likelihood} × ${risk.impact} = ${riskScore(risk)}` : "not judged";
  const rises = (to ?? 0) > (from ?? 0);
  return [
    {
      kind: "threat",
      text: `Risk left of ${called(now.id, sides)} ${from === null || to === null ? "is" : rises ? "rises to" : "falls to"} ${said(after)}, before ${said(before)}`,
      ids: [now.id],
      weight: (rises ? 56 : 38) + Math.min(12, Math.abs((to ?? 0) - (from ?? 0))),
    },
  ];
}

/** For other files: the same words for a list of threats. */
export const threatsCalled = (ids: readonly string[], sides: Sides): string =>
  ids.length === 1
    ? called(ids[0]!, sides)
    : `threats ${listed(ids.map((id) => quoted(sides.name(id))))}`;
