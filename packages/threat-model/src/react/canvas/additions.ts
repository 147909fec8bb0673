import { boxAt, elementSize, overlap, widened, type Box, type Point } from "../../layout/box.ts";
import { layoutOf } from "../../layout/layout.ts";
import { treeOf, type Tree } from "../../layout/tree.ts";
import { addElement, addZone, moveInto, update } from "../../model/edit.ts";
import type { Model } from "../../model/model.ts";
import type { ElementType } from "../../model/words.ts";
import { placed } from "./drop.ts";
import { centre, isIn } from "./geometry.ts";

type Here = {
  /** Where everything stands now. */
  boxes: ReadonlyMap<string, Box>;
  /** Ids of what is chosen. */
  chosen: readonly string[];
  /** The middle of what is seen. */
  middle: Point;
};

type Added = { model: Model; id: string };

/** Makes the part once its name is known. */
export type Making = (name: string) => Added;

const emptyZoneSize = { width: 320, height: 200 };
const gapPx = 32;

/** A new element: in the chosen zone, beside the chosen element, or in the middle of what is seen. */
export function newElement(model: Model, type: ElementType, here: Here): Making {
  const tree = treeOf(model);
  const [only] = here.chosen.length === 1 ? here.chosen : [];
  if (only !== undefined && tree.zones.has(only)) {
    const drawn = model.elements.length > 0 ? placed(model, tree, here) : model;
    return (name) => settled(addElement(drawn, { name, type, zone: only }));
  }
  const beside = only === undefined ? undefined : tree.elements.get(only) && here.boxes.get(only);
  const wish = beside
    ? { x: beside.x + beside.width + 3 * gapPx, y: beside.y }
    : { x: here.middle.x - elementSize.width / 2, y: here.middle.y - elementSize.height / 2 };
  const taken = model.elements.flatMap(({ id }) => here.boxes.get(id) ?? []);
  const position = freeFrom(boxAt(wish), taken);
  const zone =
    beside && only !== undefined
      ? tree.zoneOf(only)
      : innermostAt(centre(boxAt(position)), tree, here);
  const drawn = placed(model, tree, here);
  return (name) => addElement(drawn, { name, type, zone, position });
}

/** With the place that the layout finds for it, so that it stays there when flows are added. */
function settled({ model, id }: Added): Added {
  const position = layoutOf(model).elements.get(id) ?? null;
  return { model: update(model, "elements", { id, patch: { position } }), id };
}

/** A new zone: round the chosen elements, inside of the chosen zone, or in the middle of what is seen. */
export function newZone(model: Model, here: Here): Making {
  const tree = treeOf(model);
  const drawn = placed(model, tree, here);
  const inside = here.chosen.filter((id) => tree.elements.has(id));
  if (inside.length > 0) return (name) => zoneRound(drawn, inside, name);
  const parent = here.chosen.find((id) => tree.zones.has(id)) ?? null;
  const { middle } = here;
  const at = { x: middle.x - emptyZoneSize.width / 2, y: middle.y - emptyZoneSize.height / 2 };
  const taken = [...here.boxes.values()];
  const box =
    parent === null ? { ...freeFrom({ ...at, ...emptyZoneSize }, taken), ...emptyZoneSize } : null;
  return (name) => addZone(drawn, { name, trust: 50, parent, box });
}

/** Elements of one zone stay in it, with the new zone between; others leave theirs. */
function zoneRound(model: Model, elements: readonly string[], name: string): Added {
  const tree = treeOf(model);
  const zones = new Set(elements.map(tree.zoneOf));
  const parent = zones.size === 1 ? [...zones][0]! : null;
  const { model: withZone, id } = addZone(model, { name, trust: 50, parent });
  const moved = moveInto(withZone, elements, id);
  // As new points, since they are meant to stay where they are.
  const stay = moved.elements.map((one) =>
    elements.includes(one.id) && one.position ? { ...one, position: { ...one.position } } : one,
  );
  return { model: { ...moved, elements: stay }, id };
}

function innermostAt(point: Point, tree: Tree, { boxes }: Here): string | null {
  const around = [...tree.zones.keys()].filter((id) => {
    const box = boxes.get(id);
    return box !== undefined && isIn(box, point);
  });
  return around.toSorted((a, b) => tree.chain(b).length - tree.chain(a).length)[0] ?? null;
}

/** The first place downwards that keeps clear of all others. */
function freeFrom(box: Box, taken: readonly Box[]): Point {
  let y = box.y;
  for (let tries = 0; tries < 100; tries += 1) {
    const room = widened({ x: box.x, y, width: box.width, height: box.height }, gapPx / 2);
    const hit = taken.find((one) => overlap(room, one));
    if (!hit) break;
    y = hit.y + hit.height + gapPx;
  }
  return { x: Math.round(box.x), y: Math.round(y) };
}
