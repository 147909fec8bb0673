import { elementSize, type Box, type Point } from "../../layout/box.ts";
import type { Element, Flow, Zone } from "../../model/model.ts";
import { protocols } from "../../model/protocols.ts";
import { technologyOf } from "../../model/technologies.ts";
import { markOf, tones, type Mark, type Marks } from "../marks.ts";
import { escapeHtml } from "../escape.ts";
import type { Route } from "./routes.ts";
import { widthOf, wrapped } from "./wrap.ts";

const nameSize = 13;
const smallSize = 11;
const line = 16;

const number = (value: number): string => String(Math.round(value * 10) / 10);
const at = ({ x, y }: Point): string => `x="${number(x)}" y="${number(y)}"`;
const sized = ({ x, y, width, height }: Box): string =>
  `${at({ x, y })} width="${number(width)}" height="${number(height)}"`;

const named = ({ id, name }: { id: string; name: string }): string =>
  name.trim() === "" ? id : name;

/** A group with what a reader hears and a pointer sees, and the mark, if there is one. */
function group(part: { id: string; title: string; body: string; mark: Mark | null }): string {
  const { title, body, mark } = part;
  const tone = mark ? ` data-tone="${mark.tone}"` : "";
  const said = mark ? `${title}. ${tones[mark.tone].word}: ${mark.note}` : title;
  return `<g class="part"${tone}><title>${escapeHtml(said)}</title>${body}</g>`;
}

function badge(mark: Mark | null, { x, y }: Point): string {
  if (!mark) return "";
  return `<circle class="badge" cx="${number(x)}" cy="${number(y)}" r="9"/><text class="sign" ${at({ x, y: y + 4 })}>${tones[mark.tone].sign}</text>`;
}

/** A dashed frame with its name and its trust. */
export function zoneShape(zone: Zone, box: Box, marks?: Marks): string {
  const mark = markOf(marks, zone.id);
  const title = `${named(zone)} · trust ${zone.trust}`;
  const [short = ""] = wrapped(title, { width: box.width - 24, size: nameSize, lines: 1 });
  return group({
    id: zone.id,
    title: `Zone ${title}`,
    mark,
    body:
      `<rect class="zone" rx="8" ${sized(box)}/>` +
      `<text class="zone-name" ${at({ x: box.x + 12, y: box.y + 22 })}>${escapeHtml(short)}</text>` +
      badge(mark, { x: box.x + box.width - 4, y: box.y + 4 }),
  });
}

/** Actors are rectangles, processes are round at their ends, stores are open at their sides. */
export function elementShape(element: Element, corner: Point, marks?: Marks): string {
  const mark = markOf(marks, element.id);
  const { width, height } = elementSize;
  const box = { ...corner, width, height };
  const technology = technologyOf(element.technology);
  const kind =
    technology.id === "generic"
      ? element.technology === "generic"
        ? ""
        : element.technology
      : technology.title;
  const scope = element.outOfScope ? " outside" : "";
  return group({
    id: element.id,
    title: [element.type, named(element), kind, ...(element.outOfScope ? ["out of scope"] : [])]
      .filter((one) => one !== "")
      .join(" · "),
    mark,
    body: `<g class="element${scope}">${outline(element.type, box)}</g>${label(named(element), kind, box)}${badge(mark, { x: box.x + width, y: box.y })}`,
  });
}

function outline(type: Element["type"], box: Box): string {
  if (type !== "store")
    return `<rect class="shape" rx="${type === "process" ? 26 : 0}" ${sized(box)}/>`;
  const [left, right] = [box.x, box.x + box.width].map(number);
  const side = (y: number) => `M${left} ${number(y)}H${right}`;
  return `<rect class="fill" ${sized(box)}/><path class="shape" d="${side(box.y)}${side(box.y + box.height)}"/>`;
}

function label(name: string, kind: string, box: Box): string {
  const room = { width: box.width - 20, size: nameSize };
  const names = wrapped(name, { ...room, lines: kind === "" ? 3 : 2 });
  const kinds = kind === "" ? [] : wrapped(kind, { ...room, size: smallSize, lines: 1 });
  const x = box.x + box.width / 2;
  const top = box.y + (box.height - (names.length + kinds.length) * line) / 2 + 12;
  return [
    ...names.map((text, index) => written("name", text, { x, y: top + index * line })),
    ...kinds.map((text) => written("small", text, { x, y: top + names.length * line })),
  ].join("");
}

const written = (style: string, text: string, point: Point): string =>
  `<text class="${style}" ${at(point)}>${escapeHtml(text)}</text>`;

/** The line of a flow with its arrow heads. Labels are drawn later, above all lines. */
export function flowShape({ flow, points }: Route, marks?: Marks): string {
  const mark = markOf(marks, flow.id);
  const path = points.map(
    ({ x, y }, index) => `${index === 0 ? "M" : "L"}${number(x)} ${number(y)}`,
  );
  const heads = [
    arrow(points.at(-2)!, points.at(-1)!),
    ...(flow.bidirectional ? [arrow(points[1]!, points[0]!)] : []),
  ];
  const outside = flow.outOfScope ? " outside" : "";
  return group({
    id: flow.id,
    title: `Flow ${named(flow)}${details(flow) === "" ? "" : ` · ${details(flow)}`}`,
    mark,
    body: `<path class="flow${outside}" d="${path.join("")}"/>${heads.join("")}`,
  });
}

export function flowLabel({ flow, label: { x, y } }: Route, marks?: Marks): string {
  const mark = markOf(marks, flow.id);
  const names = wrapped(named(flow), { width: 150, size: smallSize, lines: 2 });
  const more =
    details(flow) === "" ? [] : wrapped(details(flow), { width: 150, size: 10, lines: 1 });
  const lines = [...names, ...more];
  const top = y - ((lines.length - 1) * 13) / 2 + 4;
  const width = Math.max(...names.map((one) => widthOf(one, smallSize)), 0);
  const tone = mark ? ` data-tone="${mark.tone}"` : "";
  const text = lines.map((one, index) =>
    written(index < names.length ? "label" : "label small", one, { x, y: top + index * 13 }),
  );
  return `<g${tone}>${text.join("")}${badge(mark, { x: x + width / 2 + 12, y: top - 4 })}</g>`;
}

/** "HTTPS · session"; nothing of what nobody has said. */
function details({ protocol, authentication, encryption }: Flow): string {
  const spoken = protocol === "" ? "" : protocolTitle(protocol);
  const clear = encryption === "none" ? "not encrypted" : "";
  const who =
    authentication === "unknown"
      ? ""
      : authentication === "none"
        ? "no authentication"
        : authentication;
  return [spoken, who, clear].filter((one) => one !== "").join(" · ");
}

const protocolTitle = (id: string): string =>
  Object.hasOwn(protocols, id) ? protocols[id]!.title : id;

function arrow(from: Point, tip: Point): string {
  const angle = Math.atan2(tip.y - from.y, tip.x - from.x);
  const corner = (turn: number) => {
    const [x, y] = [tip.x - 9 * Math.cos(angle + turn), tip.y - 9 * Math.sin(angle + turn)];
    return `${number(x)} ${number(y)}`;
  };
  return `<path class="head" d="M${number(tip.x)} ${number(tip.y)}L${corner(0.42)}L${corner(-0.42)}Z"/>`;
}
