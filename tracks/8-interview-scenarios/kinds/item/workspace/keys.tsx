import { Kbd } from "@loopwright/ui";

import type { ItemBrief } from "../brief.ts";
import styles from "./keys.module.css";

/** What can be done without a pointer, beside the work. */
export function Keys({ brief }: { brief: ItemBrief }) {
  return (
    <section className={styles.keys} aria-labelledby="item-keys">
      <h2 id="item-keys" className={styles.title}>
        Keys
      </h2>
      <dl>
        {keysOf(brief).map(({ keys, does }) => (
          <div key={does} className={styles.row}>
            <dt>
              {keys.map((one) => (
                <Kbd key={one} keys={one} />
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

type Row = { keys: string[]; does: string };

function keysOf(brief: ItemBrief): Row[] {
  const submit = { keys: ["Mod+Enter"], does: "submit" };
  switch (brief.form) {
    case "choose": {
      const last = String(brief.options.length);
      return [
        { keys: ["1", last], does: `1 to ${last}: choose an option, or take it back` },
        submit,
      ];
    }
    case "order":
      return [
        { keys: ["Tab"], does: "to the next step" },
        { keys: ["ArrowUp", "ArrowDown"], does: "move the step that has the focus" },
        submit,
      ];
    case "spot":
      return [
        { keys: ["ArrowUp", "ArrowDown"], does: "to the next line" },
        { keys: ["Space"], does: "mark the line, or take the mark back" },
        submit,
      ];
    case "value":
      return [submit];
  }
}
