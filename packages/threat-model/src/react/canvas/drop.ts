import { boxAt, contains, type Box } from "../../layout/box.ts";
import { treeOf, type Tree } from "../../layout/tree.ts";
import { moveInto } from "../../model/edit.ts";
import type { Model } from "../../model/model.ts";
import { centre, isIn } from "./geometry.ts";

type Dropped = {
  /** Where everything stands now, on the canvas; of a zone that was drawn round its parts, its border before. */
  boxes: ReadonlyMap<string, Box>;
  /** What was moved itself; what is in a moved zone came along. */
  moved: readonly string[];
  /** A zone whose border was drawn by hand. */
  resized?: string;
};

/** What went into another zone; null: out of all. */
export type Joined = { id: string; zone: string | null };

/**
 * The model after parts were moved on the canvas. All elements get the place where they are shown, so that
 * from the first move on nothing else jumps; what was dropped inside of a zone belongs to it.
 */
export function afterDrop(model: Model, dropped: Dropped): { model: Model; joined: Joined[] } {
  const tree = treeOf(model);
  const drawn = placed(model, tree, dropped);
  const own = dropped.moved.filter(
    (id) => !tree.chain(outerOf(tree, id)).some((one) => dropped.moved.includes(one)),
  );
  const joined = own.flatMap((id) => {
    const zone = zoneAround(id, tree, dropped);
    return zone === outerOf(tree, id) ? [] : [{ id, zone }];
  });
  const next = joined.reduce((so, { id, zone }) => moveInto(so, [id], zone), drawn);
  return { model: next, joined };
}

const outerOf = (tree: Tree, id: string) =>
  tree.elements.has(id) ? tree.zoneOf(id) : tree.parentOf(id);

/** All places, as given by `boxes`. A zone without a border of its own stays so: it is drawn round its parts. */
export function placed(
  model: Model,
  tree: Tree,
  { boxes, resized }: Pick<Dropped, "boxes" | "resized">,
): Model {
  const isEmpty = (id: string) => tree.zonesIn(id).length + tree.elementsIn(id).length === 0;
  const elements = model.elements.map((one) => {
    const at = boxes.get(one.id);
    const position = at && { x: Math.round(at.x), y: Math.round(at.y) };
    return !position || isAlike(one.position, position) ? one : { ...one, position };
  });
  const zones = model.zones.map((one) => {
    const at = boxes.get(one.id);
    if (!at || (one.box === null && one.id !== resized && !isEmpty(one.id))) return one;
    return isAlike(one.box, rounded(at)) ? one : { ...one, box: rounded(at) };
  });
  const isSame =
    elements.every((one, index) => one === model.elements[index]) &&
    zones.every((one, index) => one === model.zones[index]);
  // The same model is no edit.
  return isSame ? model : { ...model, elements, zones };
}

type Numbers = Readonly<Record<string, number>>;

const isAlike = (a: Numbers | null, b: Numbers): boolean =>
  a !== null && Object.entries(b).every(([key, value]) => a[key] === value);

const rounded = ({ x, y, width, height }: Box): Box => ({
  x: Math.round(x),
  y: Math.round(y),
  width: Math.round(width),
  height: Math.round(height),
});

/** The innermost zone that a dropped part stands in: an element by its middle, a zone with all of it. */
function zoneAround(id: string, tree: Tree, { boxes, moved }: Dropped): string | null {
  const box = boxes.get(id) ?? boxAt({ x: 0, y: 0 });
  const now = outerOf(tree, id);
  const isZone = tree.zones.has(id);
  const around = [...tree.zones.keys()].filter((zone) => {
    const border = boxes.get(zone);
    if (!border || tree.chain(zone).some((one) => moved.includes(one))) return false;
    // A zone that sticks out of the one that it is in makes it larger; it does not leave it.
    return isZone && zone !== now ? contains(border, box) : isIn(border, centre(box));
  });
  const depth = (zone: string) => tree.chain(zone).length;
  return around.toSorted((a, b) => depth(b) - depth(a))[0] ?? null;
}
