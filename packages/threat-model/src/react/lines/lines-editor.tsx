import { Button, count } from "@loopwright/ui";
import { useId, useRef } from "react";

import type { EditorProps } from "../editor/props.ts";
import { LineNumbers } from "./line-numbers.tsx";
import styles from "./lines.module.css";
import { LinesHelp } from "./lines-help.tsx";
import { LinesProblems } from "./lines-problems.tsx";
import { offsetOf } from "./offset-of.ts";
import { useLines } from "./use-lines.ts";

type LinesEditorProps = Pick<EditorProps, "model" | "apply" | "readOnly">;

/** The model as typed lines, as in a shared interview editor. */
export function LinesEditor({ model, apply, readOnly = false }: LinesEditorProps) {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const lines = useLines(model, apply);
  const { text, problems } = lines;
  const rows = text.split("\n").length;
  const goTo = (line: number, column: number) => {
    const at = offsetOf(text, line, column);
    area.current?.focus();
    area.current?.setSelectionRange(at, at);
  };
  return (
    <section className={styles.lines} aria-label="Model as lines">
      {lines.behind && <Behind onShow={lines.show} onKeep={lines.keep} />}
      <div className={styles.sheet}>
        <LineNumbers rows={rows} marked={new Set(problems.map(({ line }) => line))} />
        <textarea
          ref={area}
          className={styles.text}
          aria-label="Lines of the model"
          aria-describedby={`${id}-state`}
          aria-invalid={problems.length > 0}
          rows={Math.max(rows + 1, 12)}
          wrap="off"
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          readOnly={readOnly}
          value={text}
          onChange={({ target }) => lines.type(target.value)}
          onBlur={lines.leave}
        />
      </div>
      <div className={styles.foot}>
        <p id={`${id}-state`} className={styles.state}>
          {problems.length === 0
            ? "These lines are the model."
            : `${count(problems.length, "problem")}: the model stays as it was until they are mended.`}
        </p>
        <LinesProblems problems={problems} notices={lines.notices} onGo={goTo} />
        <LinesHelp />
      </div>
    </section>
  );
}

/** Two hands were at work: neither is thrown away without being asked. */
const Behind = ({ onShow, onKeep }: { onShow: () => void; onKeep: () => void }) => (
  <div className={styles.behind} role="alert">
    <p>The model was changed elsewhere since these lines were typed.</p>
    <Button small onClick={onShow}>
      Show the model
    </Button>
    <Button small look="quiet" onClick={onKeep}>
      Keep these lines
    </Button>
  </div>
);
