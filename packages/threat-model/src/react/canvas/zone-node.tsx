import { classNames } from "@loopwright/ui";
import { NodeResizer, type NodeProps } from "@xyflow/react";
import { memo, use } from "react";

import { CanvasContext } from "./canvas-context.ts";
import { MarkSign } from "./mark-sign.tsx";
import { NameField } from "./name-field.tsx";
import type { ZoneNode as ZoneNodeType } from "./parts.ts";
import styles from "./zone.module.css";

/** A trust zone: a dashed border round what is in it, named and with its trust at the top. */
export const ZoneNode = memo(({ id, data, selected }: NodeProps<ZoneNodeType>) => {
  const { editing, readOnly, resized } = use(CanvasContext);
  const { zone, mark } = data;
  return (
    <div className={classNames(styles.zone, selected && styles.selected)} data-tone={mark?.tone}>
      <div data-grip className={styles.title}>
        {editing === id ? (
          <NameField id={id} name={zone.name} />
        ) : (
          <span className={styles.zoneName}>{zone.name}</span>
        )}
        <span className={styles.trust}>trust {zone.trust}</span>
      </div>
      {mark && <MarkSign mark={mark} />}
      {!readOnly && selected && (
        <NodeResizer
          minWidth={160}
          minHeight={96}
          lineClassName={styles.edge ?? ""}
          handleClassName={styles.corner ?? ""}
          onResizeEnd={() => resized(id)}
        />
      )}
    </div>
  );
});
