import { announce } from "@loopwright/ui";

import { moveInto } from "../../model/edit.ts";
import { zoneInside } from "../../model/zones.ts";
import type { EditorProps } from "../editor/props.ts";
import { partOptions } from "../form/options.ts";
import { nameOfId, partOf } from "../form/part.ts";
import { PickOne } from "../form/pick-fields.tsx";
import styles from "./outline.module.css";

type MoveFieldProps = Pick<EditorProps, "model" | "apply"> & { id: string; onClose: () => void };

/** Into which zone an element or a zone goes. What would close a circle is not offered. */
export function MoveField({ model, apply, id, onClose }: MoveFieldProps) {
  const found = partOf(model, id);
  const here =
    found?.list === "elements"
      ? found.part.zone
      : found?.list === "zones"
        ? found.part.parent
        : null;
  const fitting = partOptions(model, ["zones"]).filter((one) => !zoneInside(model, one.id, id));
  return (
    <div className={styles.ask}>
      <PickOne
        label={`Move ${nameOfId(model, id)} into`}
        value={here}
        options={fitting}
        clearable
        placeholder="Outside of all zones"
        onChange={(zone) => {
          const where = zone === null ? "out of all zones" : `into ${nameOfId(model, zone)}`;
          apply(moveInto(model, [id], zone), `Move ${nameOfId(model, id)} ${where}`);
          announce(`Moved ${where}.`);
          onClose();
        }}
      />
    </div>
  );
}
