import { classNames } from "@loopwright/ui";
import { useStore, type EdgeProps, type InternalNode, type ReactFlowState } from "@xyflow/react";
import { memo, useCallback } from "react";

import type { Box, Point } from "../../layout/box.ts";
import { FlowName } from "./flow-name.tsx";
import styles from "./flow.module.css";
import type { FlowEdge } from "./flows.ts";
import { crossingOf, headingOf, lineBetween } from "./geometry.ts";

/** A data flow: a line with its name, an arrow, and a mark on each boundary that it crosses. */
export const FlowLine = memo(({ source, target, data, selected }: EdgeProps<FlowEdge>) => {
  const crossed = data?.crossed ?? none;
  // Only the two ends and the crossed borders: what else moves does not draw this line anew.
  const [from, to, ...borders] = useStore(
    useCallback(
      ({ nodeLookup }: ReactFlowState) =>
        [source, target, ...crossed].map((one) => nodeLookup.get(one)?.internals),
      [source, target, crossed],
    ),
    sameParts,
  ).map(boxOf);
  if (!data || !from || !to) return null;
  const { flow, rises, bendPx, mark } = data;
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
      <FlowName line={line} data={data} />
    </g>
  );
});

const none: readonly string[] = [];

type Internals = InternalNode["internals"] | undefined;

/** What the library knows of a node is the same object until the node moves, or becomes larger. */
const sameParts = (a: readonly Internals[], b: readonly Internals[]) =>
  a.length === b.length && a.every((one, index) => one === b[index]);

function boxOf(internals: Internals): Box | null {
  if (!internals) return null;
  const { positionAbsolute, userNode } = internals;
  return { ...positionAbsolute, width: userNode.width ?? 0, height: userNode.height ?? 0 };
}

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
