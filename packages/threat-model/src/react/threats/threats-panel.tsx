import { EmptyState } from "@loopwright/ui";
import { useRef } from "react";

import type { EditorProps } from "../editor/props.ts";
import { nameOfPart, partOf } from "../form/part.ts";
import { PartForm } from "../inspector/inspector.tsx";
import { SideLists } from "./side-lists.tsx";
import { ThreatList } from "./threat-list.tsx";
import styles from "./threats-panel.module.css";

export type ThreatsPanelProps = Pick<
  EditorProps,
  "model" | "apply" | "selected" | "onSelect" | "readOnly"
> & {
  /** Shows a part of the drawing where it is drawn; left out, it is selected. */
  onGo?: (id: string) => void;
};

/** As in threats-panel.module.css. */
const narrow = "(max-width: 760px)";

const listed = new Set(["threats", "mitigations", "assumptions"]);

/** Threats, what is done against them and what they stand on, beside the form of the one that is open. */
export function ThreatsPanel(props: ThreatsPanelProps) {
  const { model, apply, selected, onSelect, onGo = onSelect, readOnly = false } = props;
  const found = partOf(model, selected);
  const open = found !== null && listed.has(found.list) ? found : null;
  const form = useRef<HTMLDivElement>(null);
  const pick = (id: string | null) => {
    onSelect(id);
    // Below the list, where there is no room beside it, the form would open unseen.
    if (window.matchMedia(narrow).matches)
      requestAnimationFrame(() => form.current?.scrollIntoView({ block: "start" }));
  };
  const follow = (id: string | null) => {
    const part = partOf(model, id);
    if (id !== null && part !== null && !listed.has(part.list)) onGo(id);
    else pick(id);
  };
  return (
    <section className={styles.panel} aria-label="Threats">
      <div className={styles.list}>
        <ThreatList {...{ model, apply, selected, readOnly }} onSelect={pick} />
        <SideLists {...{ model, apply, selected, readOnly }} onSelect={pick} />
      </div>
      <div ref={form} className={styles.open}>
        {open === null ? (
          <EmptyState>
            <p>A threat of the list opens here.</p>
          </EmptyState>
        ) : (
          <fieldset disabled={readOnly} aria-label={nameOfPart(open)}>
            <PartForm key={open.part.id} {...{ model, apply }} onSelect={follow} found={open} />
          </fieldset>
        )}
      </div>
    </section>
  );
}
