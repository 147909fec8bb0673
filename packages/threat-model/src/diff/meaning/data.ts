import { rankOfClass } from "../../model/graph.ts";
import type { DataAsset } from "../../model/model.ts";
import { listChange, plural, quoted, type Draft, type Sides } from "./sides.ts";

/** Which data is kept or carried where, and how much harm its disclosure does. */
export const dataSentences = (sides: Sides): Draft[] => [
  ...(["elements", "flows"] as const).flatMap((list) =>
    sides.changesIn(list).flatMap(({ id, get }) => {
      const field = get("data");
      if (!field) return [];
      const who = list === "flows" ? `Flow ${quoted(sides.name(id))}` : sides.name(id);
      const verb = list === "flows" ? "carries" : "holds";
      const { more, less } = listChange(field);
      return [
        ...more.map((asset) => gained(sides, { id, asset, text: `${who} now ${verb}` })),
        ...less.map((asset) => lost(sides, { id, asset, text: `${who} no longer ${verb}` })),
      ];
    }),
  ),
  ...sides
    .changesIn("data")
    .flatMap(({ id, get }) => [
      ...(get("class") ? [classChange(id, sides)] : []),
      ...(get("kinds") ? [kindsChange(id, sides)] : []),
    ]),
];

type Held = { id: string; asset: string; text: string };

const weightOf = (asset: DataAsset | undefined): number =>
  asset ? 38 + 10 * rankOfClass(asset.class) : 38;

function gained(sides: Sides, { id, asset, text }: Held): Draft {
  const known = sides.after.data.get(asset);
  return {
    kind: "data",
    text: `${text} ${sides.name(asset)}${known ? ` (${known.class})` : ""}`,
    ids: [id, asset],
    weight: weightOf(known),
    subjects: [id],
  };
}

const lost = (sides: Sides, { id, asset, text }: Held): Draft => ({
  kind: "data",
  text: `${text} ${sides.name(asset)}`,
  ids: [id, asset],
  weight: weightOf(sides.before.data.get(asset)) - 20,
  subjects: [id],
});

/** Where it is kept or carried now. */
const placesOf = (asset: string, { after }: Sides): string[] =>
  [...after.elements.values(), ...after.flows.values()]
    .filter(({ data }) => data.includes(asset))
    .map(({ id }) => id);

function classChange(id: string, sides: Sides): Draft {
  const [was, now] = [sides.before.data.get(id)!.class, sides.after.data.get(id)!.class];
  const places = placesOf(id, sides);
  const rises = rankOfClass(now) > rankOfClass(was);
  return {
    kind: "data",
    text: `${sides.name(id)} is now ${now}, before ${was}, in ${plural(places.length, "place")}`,
    ids: [id, ...places],
    weight: rises ? 62 + 4 * rankOfClass(now) : 50,
    subjects: places,
  };
}

function kindsChange(id: string, sides: Sides): Draft {
  const places = placesOf(id, sides);
  const { kinds } = sides.after.data.get(id)!;
  return {
    kind: "data",
    text: `${sides.name(id)} is now ${kinds.length === 0 ? "of no kind" : kinds.join(", ")}`,
    ids: [id, ...places],
    weight: 48,
    subjects: places,
  };
}
