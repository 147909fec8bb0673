import { classNames } from "@loopwright/ui";
import { EdgeLabelRenderer } from "@xyflow/react";
import { use } from "react";

import { CanvasContext } from "./canvas-context.ts";
import styles from "./flow.module.css";
import type { FlowEdge } from "./flows.ts";
import type { Line } from "./geometry.ts";
import { tones } from "../../report/marks.ts";
import { NameField } from "./name-field.tsx";

type FlowNameProps = { line: Line; data: NonNullable<FlowEdge["data"]> };

/** The name of a flow, and how it travels: above and below its line, or beside one that stands. */
export function FlowName({ line: { label, stands }, data: { flow, how, mark } }: FlowNameProps) {
  const { editing } = use(CanvasContext);
  if (editing === flow.id) {
    const place = `translate(-50%, -50%) translate(${label.x}px, ${label.y}px)`;
    return (
      <EdgeLabelRenderer>
        <div className={styles.typing} style={{ transform: place }}>
          <NameField id={flow.id} name={flow.name} label="Name of the flow" />
        </div>
      </EdgeLabelRenderer>
    );
  }
  const twoLines = flow.name !== "" && how !== "";
  return (
    <g
      className={classNames(styles.label, stands && styles.beside)}
      transform={`translate(${label.x + (stands ? 9 : 0)} ${label.y})`}
    >
      <text className={styles.name} y={stands ? (twoLines ? -3 : 4) : -7}>
        {mark && <tspan className={styles.sign}>{tones[mark.tone].sign} </tspan>}
        {cut(flow.name)}
      </text>
      <text className={styles.how} y={stands ? (twoLines ? 12 : 4) : 16}>
        {cut(how)}
      </text>
    </g>
  );
}

const shownMax = 28;
const cut = (text: string) => (text.length > shownMax ? `${text.slice(0, shownMax - 1)}…` : text);
