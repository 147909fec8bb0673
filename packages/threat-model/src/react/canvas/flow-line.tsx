import { classNames } from "@loopwright/ui";
import { EdgeLabelRenderer, useStore, type EdgeProps, type ReactFlowState } from "@xyflow/react";
import { memo, use } from "react";

import type { Box, Point } from "../../layout/box.ts";
import { CanvasContext } from "./canvas-context.ts";
import styles from "./flow.module.css";
import type { FlowEdge } from "./flows.ts";
import { crossingOf, headingOf, lineBetween } from "./geometry.ts";
import { tones } from "./marks.ts";
import { NameField } from "./name-field.tsx";

/** A data flow: a line with its name, an arrow, and a mark on each boundary that it crosses. */
export const FlowLine = memo(({ id, source, target, data, selected }: EdgeProps<FlowEdge>) => {
  const { editing } = use(CanvasContext);
  const crossed = data?.crossed ?? none;
  // Only the two ends and the crossed borders: what else moves does not draw this line anew.
  const [from, to, ...borders] = useStore(
    (state) => [source, target, ...crossed].map((one) => boxOf(state, one)),
    sameBoxes,
  );
  if (!data || !from || !to) return null;
  const { flow, how, rises, bendPx, mark } = data;
  const line = lineBetween({ source: from, target: to, route: flow.route, bendPx });
  return (
    <g
      className={classNames(
        styles.flow,
        selected && styles.selected,
        flow.outOfScope && styles.out,
      )}
      data-tone={mark?.tone}
    >
      <path className={styles.reach} d={line.path} />
      <path className={classNames(styles.line, "react-flow__edge-path")} d={line.path} />
      <Arrow points={line.points} />
      {flow.bidirectional && <Arrow points={line.points.toReversed()} />}
      {borders.map((border, index) => {
        const at = border && crossingOf(line.points, border);
        return at && <Crossing key={crossed[index]} at={at} rises={rises} />;
      })}
      {editing === id ? (
        <EdgeLabelRenderer>
          <div
            className={styles.typing}
            style={{
              transform: `translate(-50%, -50%) translate(${line.label.x}px, ${line.label.y}px)`,
            }}
          >
            <NameField id={id} name={flow.name} />
          </div>
        </EdgeLabelRenderer>
      ) : (
        <g className={styles.label} transform={`translate(${line.label.x} ${line.label.y})`}>
          <text className={styles.name} y={how ? -3 : 4}>
            {mark && <tspan className={styles.sign}>{tones[mark.tone].sign} </tspan>}
            {cut(flow.name)}
          </text>
          {how && (
            <text className={styles.how} y={flow.name || mark ? 12 : 4}>
              {cut(how)}
            </text>
          )}
        </g>
      )}
    </g>
  );
});

const none: readonly string[] = [];
const nameMax = 30;
const cut = (text: string) => (text.length > nameMax ? `${text.slice(0, nameMax - 1)}…` : text);

function boxOf({ nodeLookup }: ReactFlowState, id: string): Box | null {
  const node = nodeLookup.get(id);
  if (!node) return null;
  const { x, y } = node.internals.positionAbsolute;
  return { x, y, width: node.width ?? 0, height: node.height ?? 0 };
}

const sameBoxes = (a: readonly (Box | null)[], b: readonly (Box | null)[]) =>
  a.length === b.length &&
  a.every((one, index) => {
    const other = b[index];
    if (!one || !other) return one === other;
    return (
      one.x === other.x &&
      one.y === other.y &&
      one.width === other.width &&
      one.height === other.height
    );
  });

const Arrow = ({ points }: { points: readonly Point[] }) => {
  const tip = points.at(-1);
  if (!tip) return null;
  return (
    <path
      className={styles.arrow}
      d="M 0 0 L -10 -4.5 L -10 4.5 Z"
      transform={`translate(${tip.x} ${tip.y}) rotate(${headingOf(points)})`}
    />
  );
};

/** Filled where the flow enters what is trusted more. */
const Crossing = ({ at, rises }: { at: Point; rises: boolean }) => (
  <path
    className={classNames(styles.crossing, rises && styles.rises)}
    d="M 0 -5.5 L 5.5 0 L 0 5.5 L -5.5 0 Z"
    transform={`translate(${at.x} ${at.y})`}
  />
);
