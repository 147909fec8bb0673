import type { Assumption, Decision, Model } from "../../model/model.ts";
import { subjectOf } from "../../model/references.ts";
import { listed, quoted, reworded, type Draft, type Sides } from "./sides.ts";

/** What people hold to be true, and what they decided on findings. */
export const judgementSentences = (sides: Sides): Draft[] => [
  ...assumptions(sides),
  ...sides.diff.decisions.map((change) => decision(change, sides)),
];

function assumptions(sides: Sides): Draft[] {
  const byId = ({ assumptions }: Model) => new Map(assumptions.map((one) => [one.id, one]));
  const [before, after] = [byId(sides.before.model), byId(sides.after.model)];
  const { added, removed, states } = sides.diff;
  return [
    ...added
      .flatMap(({ id }) => after.get(id) ?? [])
      .map((one) =>
        assumption(one, { text: `New assumption ${called(one, sides)}, ${one.state}`, weight: 36 }),
      ),
    ...removed
      .flatMap(({ id }) => before.get(id) ?? [])
      .map((one) =>
        assumption(one, { text: `Assumption ${called(one, sides)} was removed`, weight: 40 }),
      ),
    ...sides.changesIn("assumptions").flatMap(({ id, get }) => {
      const text = get("text");
      return text
        ? [assumption(after.get(id)!, { text: reworded("Assumption", text), weight: 44 })]
        : [];
    }),
    ...states.flatMap(({ list, id, from }) => {
      const one = list === "assumptions" ? after.get(id) : undefined;
      return one ? [stateChange(one, from, sides)] : [];
    }),
  ];
}

const called = ({ id }: Assumption, sides: Sides) => quoted(sides.name(id));

const assumption = (one: Assumption, said: { text: string; weight: number }): Draft => ({
  kind: "assumption",
  ...said,
  ids: [one.id, ...one.about],
});

function stateChange(one: Assumption, from: string, sides: Sides): Draft {
  const about =
    one.about.length === 0
      ? ""
      : `: ${listed(one.about.map(sides.name))} ${one.about.length === 1 ? "stands" : "stand"} on it`;
  return assumption(one, {
    text: `Assumption ${called(one, sides)} is now ${one.state}, before ${from}${one.state === "rejected" ? about : ""}`,
    weight: one.state === "rejected" ? 72 : one.state === "confirmed" ? 32 : 52,
  });
}

function decision(
  { finding, before, after }: Sides["diff"]["decisions"][number],
  sides: Sides,
): Draft {
  const { appeared, gone, still } = sides.diff.findings;
  const known = [...still, ...appeared, ...gone].find(({ id }) => id === finding);
  const subject = known?.subject ?? subjectOf(finding);
  const what = quoted(known?.title ?? finding);
  const inWords = (one: Decision) => one.state.replace("-", " ");
  const reason = after && after.reason.trim() !== "" ? ` (${after.reason.trim()})` : "";
  const text = after
    ? `Decided on ${what}: ${inWords(after)}${reason}${before && before.state !== after.state ? `, before ${inWords(before)}` : ""}`
    : `The decision on ${what} was taken back; it was ${before ? inWords(before) : "none"}`;
  return {
    kind: "decision",
    text,
    ids: subject === null ? [] : [subject],
    weight: after ? 46 : 60,
  };
}
