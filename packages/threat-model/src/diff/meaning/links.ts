import type { Mitigation, Model } from "../../model/model.ts";
import { quoted, reworded, type Draft, type Sides } from "./sides.ts";
import { threatsCalled } from "./threats.ts";

/** What became of mitigations, and of what joins them to threats. */
export function mitigationSentences(sides: Sides): Draft[] {
  const [before, after] = [byId(sides.before.model), byId(sides.after.model)];
  const added = sides.diff.added.flatMap(({ id }) => after.get(id) ?? []);
  const removed = sides.diff.removed.flatMap(({ id }) => before.get(id) ?? []);
  return [
    ...added.map((one) => newMitigation(one, sides)),
    ...removed.map((one) => removedMitigation(one, sides)),
    ...sides.diff.links.flatMap((link) => linkChange(link, sides)),
    ...sides.changesIn("mitigations").flatMap(({ id, get }): Draft[] => {
      const text = get("text");
      if (!text) return [];
      return [{ kind: "mitigation", text: reworded("Mitigation", text), ids: [id], weight: 37 }];
    }),
    ...sides.diff.states.flatMap((change) =>
      change.list === "mitigations" ? [stateChange(after.get(change.id)!, change.from, sides)] : [],
    ),
  ];
}

const byId = ({ mitigations }: Model) => new Map(mitigations.map((one) => [one.id, one]));
const called = (id: string, sides: Sides) => quoted(sides.name(id));
const inWords = (state: string): string => state.replaceAll("-", " ");

const threatsOf = (id: string, { threats }: Model): string[] =>
  threats.filter(({ mitigations }) => mitigations.includes(id)).map((one) => one.id);

function newMitigation({ id, state }: Mitigation, sides: Sides): Draft {
  const threats = threatsOf(id, sides.after.model);
  const against = threats.length === 0 ? "no threat yet" : threatsCalled(threats, sides);
  return {
    kind: "mitigation",
    text: `New mitigation ${called(id, sides)} against ${against}, ${inWords(state)}`,
    ids: [id, ...threats],
    weight: 40,
  };
}

function removedMitigation({ id, state }: Mitigation, sides: Sides): Draft {
  const threats = threatsOf(id, sides.before.model);
  const against = threats.length === 0 ? "" : `; it stood against ${threatsCalled(threats, sides)}`;
  return {
    kind: "mitigation",
    text: `Mitigation ${called(id, sides)} was removed${against}`,
    ids: [id, ...threats],
    weight: state === "done" && threats.length > 0 ? 78 : 56,
  };
}

/** Nothing of links that came or went with one of their ends: that is told of the end. */
function linkChange(
  { threat, mitigation, now }: Sides["diff"]["links"][number],
  sides: Sides,
): Draft[] {
  if ([threat, mitigation].some((id) => sides.isNew(id) || sides.isRemoved(id))) return [];
  if (now === "linked") {
    return [
      {
        kind: "mitigation",
        text: `Mitigation ${called(mitigation, sides)} now stands against ${threatsCalled([threat], sides)}`,
        ids: [mitigation, threat],
        weight: 42,
      },
    ];
  }
  const known = sides.after.model.threats.find(({ id }) => id === threat);
  const bare = known?.state === "mitigated" && known.mitigations.length === 0;
  return [
    {
      kind: "mitigation",
      text: `Mitigation ${called(mitigation, sides)} is no longer linked to ${threatsCalled([threat], sides)}${bare ? ", which is marked as mitigated and now has none" : ""}`,
      ids: [mitigation, threat],
      weight: bare ? 79 : 68,
    },
  ];
}

function stateChange({ id, state }: Mitigation, from: string, sides: Sides): Draft {
  const threats = threatsOf(id, sides.after.model);
  const against =
    threats.length === 0 ? "" : `; it stands against ${threatsCalled(threats, sides)}`;
  const text =
    from === "done"
      ? `is no longer done, now ${inWords(state)}`
      : `is now ${inWords(state)}, before ${inWords(from)}`;
  return {
    kind: "mitigation",
    text: `Mitigation ${called(id, sides)} ${text}${against}`,
    ids: [id, ...threats],
    weight: from === "done" ? 76 : state === "will-not-do" ? 70 : state === "done" ? 46 : 32,
  };
}
