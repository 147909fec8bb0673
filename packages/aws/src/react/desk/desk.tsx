import { useActions } from "@loopwright/ui";
import { useRef, useState } from "react";

import { Terminal } from "../terminal/terminal.tsx";
import { FilesPane } from "./files/files-pane.tsx";
import { Intro } from "./intro.tsx";
import { Panes, type PaneName } from "./panes.tsx";
import type { DeskState } from "./use-desk.ts";

type DeskProps = {
  desk: DeskState;
  /** Whether Tab completes commands and names. */
  completes: boolean;
  disabled: boolean;
};

/** The terminal, and the files beside it. */
export function Desk({ desk, completes, disabled }: DeskProps) {
  const { entries, files, busy, run, save, completions } = desk;
  const { shown, show, field } = usePanes();
  return (
    <Panes
      shown={shown}
      onShow={show}
      count={Object.keys(files).length}
      terminal={
        <Terminal
          entries={entries}
          prompt="$"
          busy={busy}
          onRun={run}
          completions={completes ? completions : null}
          disabled={disabled}
          intro={<Intro isNew={entries.length === 0} />}
          field={field}
        />
      }
      files={
        <FilesPane
          files={files}
          onSave={save}
          disabled={disabled || busy !== null}
          isShown={shown === "files"}
        />
      }
    />
  );
}

/** Which pane is shown, and the way to the terminal's field by key. */
function usePanes() {
  const [shown, show] = useState<PaneName>("terminal");
  const field = useRef<HTMLTextAreaElement>(null);
  const run = () => {
    show("terminal");
    // What is hidden takes no focus, and the pane is shown with the next drawing.
    requestAnimationFrame(() => field.current?.focus());
  };
  const title = "Go to the terminal";
  useActions([{ id: "account.terminal", title, keys: "t", group: "This account", run }]);
  return { shown, show, field };
}
