import { classNames } from "@loopwright/ui";
import { Handle, Position, useUpdateNodeInternals, type NodeProps } from "@xyflow/react";
import { memo, use, useEffect, useState } from "react";

import { CanvasContext } from "./canvas-context.ts";
import { Hints } from "./hints.tsx";
import { MarkSign } from "./mark-sign.tsx";
import { NameField } from "./name-field.tsx";
import styles from "./node.module.css";
import type { ElementNode as ElementNodeType } from "./parts.ts";

/** An actor, a process or a store in the shape that data flow diagrams give it. */
export const ElementNode = memo(({ id, data, selected }: NodeProps<ElementNodeType>) => {
  const { editing, connecting, readOnly } = use(CanvasContext);
  const [over, setOver] = useState(false);
  const { element, technology, dataClass, mark } = data;
  return (
    <div
      className={classNames(
        styles.element,
        styles[element.type],
        selected && styles.selected,
        element.outOfScope && styles.out,
        connecting === id && styles.source,
        connecting !== null && styles.aim,
      )}
      data-tone={mark?.tone}
      onPointerEnter={() => setOver(!readOnly)}
      onPointerLeave={() => setOver(false)}
    >
      {editing === id ? (
        <NameField id={id} name={element.name} />
      ) : (
        <span className={styles.name}>{element.name}</span>
      )}
      <span className={styles.below}>
        <span className={styles.technology}>
          {element.outOfScope ? "out of scope" : technology}
        </span>
        <Hints controls={element.controls.length} dataClass={dataClass} />
      </span>
      {mark && <MarkSign mark={mark} />}
      <Grips id={id} all={over || (selected && !readOnly)} />
    </div>
  );
});

const sides = [Position.Right, Position.Top, Position.Bottom, Position.Left];

/** The library wants one at all times, and each costs something while anything is dragged. */
const Grips = ({ id, all }: { id: string; all: boolean }) => {
  const measure = useUpdateNodeInternals();
  useEffect(() => {
    if (all) measure(id);
  }, [all, id, measure]);
  return (all ? sides : sides.slice(0, 1)).map((side) => <Grip key={side} side={side} />);
};

/** Where a flow can be drawn from: dragged to another element, or clicked and then the other. */
const Grip = ({ side }: { side: Position }) => {
  const { startFlow, readOnly } = use(CanvasContext);
  return (
    <Handle
      type="source"
      id={side}
      position={side}
      className={styles.grip}
      isConnectable={!readOnly}
      onClick={(event) => {
        event.stopPropagation();
        const node = event.currentTarget.closest("[data-id]:not([data-handleid])");
        startFlow(node?.getAttribute("data-id") ?? null);
      }}
    />
  );
};
