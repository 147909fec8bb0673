import { Button } from "@loopwright/ui";
import { useId, type RefObject } from "react";

import styles from "../terminal.module.css";
import type { Completions } from "../types.ts";
import { commandsOf } from "./commands-of.ts";
import { onKey } from "./keys.ts";
import { OfferedList } from "./offered-list.tsx";
import type { LineField } from "./use-line.ts";

type CommandLineProps = {
  field: RefObject<HTMLTextAreaElement | null>;
  line: LineField;
  prompt: string;
  history: readonly string[];
  completions: Completions | null;
  disabled: boolean;
  onRun: (commands: readonly string[]) => void;
  onInterrupt: () => void;
};

/** Where commands are written: one, or several lines that run one after the other. */
export function CommandLine(props: CommandLineProps) {
  const { field, line, prompt, history, completions, disabled, onInterrupt } = props;
  const { text, offered } = line.state;
  const { commands, open } = commandsOf(text);
  const id = useId();
  const enter = () => {
    // As in a shell: what is unfinished goes on in the next line.
    if (open && line.caret() === text.length) return line.put(`${text}\n`);
    line.put("");
    props.onRun(commands);
  };
  return (
    <div className={styles.entry}>
      {offered && <OfferedList offered={offered} onChoose={line.choose} />}
      <div className={styles.row}>
        <span className={styles.prompt} aria-hidden="true">
          {prompt}
        </span>
        {/* The copy behind the field is what makes it grow. */}
        <div className={styles.grow} data-text={`${text} `}>
          <textarea
            ref={field}
            className={styles.field}
            aria-label="Command"
            aria-describedby={id}
            rows={1}
            value={text}
            disabled={disabled}
            spellCheck={false}
            autoCapitalize="off"
            autoComplete="off"
            autoCorrect="off"
            onChange={({ target }) => line.type(target.value)}
            onKeyDown={(event) =>
              onKey(event, { line, history, completions, onEnter: enter, onInterrupt })
            }
          />
        </div>
        <Button small disabled={disabled || commands.length === 0} onClick={enter}>
          Run
        </Button>
      </div>
      <p id={id} className={styles.hint}>
        {hintOf({ commands: commands.length, open, completes: completions !== null })}
      </p>
    </div>
  );
}

type Hinted = { commands: number; open: boolean; completes: boolean };

function hintOf({ commands, open, completes }: Hinted): string {
  if (open) return "Unfinished: Enter adds a line. Ctrl+C clears it all.";
  if (commands > 1)
    return `${commands} commands: Enter runs them one after the other. Ctrl+C clears them.`;
  const tab = completes
    ? "Tab completes; Escape, then Tab leaves the field."
    : "Tab leaves the field.";
  return `${tab} ↑ earlier commands, Ctrl+R searches them, Shift+Enter adds a line.`;
}
