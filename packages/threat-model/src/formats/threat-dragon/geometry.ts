import type { Zone } from "../../model/model.ts";

type Box = NonNullable<Zone["box"]>;
type Placed = { id: string; box: Box | null };

const area = ({ width, height }: Box): number => width * height;

function holdsCentre(box: Box, inner: Box): boolean {
  const x = inner.x + inner.width / 2;
  const y = inner.y + inner.height / 2;
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}

/**
 * Finds the zone that something stands in, by its drawing: the smallest box round its centre. Of a zone
 * itself, only larger boxes count, or none could be outermost.
 */
export function innermostAmong(zones: readonly Placed[]) {
  const boxes = zones
    .flatMap(({ id, box }) => (box ? [{ id, box, area: area(box) }] : []))
    .toSorted((a, b) => a.area - b.area);
  const places = new Map(boxes.map(({ id }, index) => [id, index]));
  return (inner: Box, self?: string): string | null => {
    const start = self === undefined ? 0 : (places.get(self) ?? 0) + 1;
    for (let at = start; at < boxes.length; at += 1) {
      const one = boxes[at]!;
      // Two boxes of one size lie beside each other, whatever their centres.
      if (self !== undefined && one.area === area(inner)) continue;
      if (holdsCentre(one.box, inner)) return one.id;
    }
    return null;
  };
}
