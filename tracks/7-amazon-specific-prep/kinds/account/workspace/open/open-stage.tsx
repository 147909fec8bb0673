import { Terminal } from "@loopwright/aws/react";
import { useActions, WorkFrame, type StageProps } from "@loopwright/ui";
import { useRef, useState } from "react";

import type { AccountBrief, StageName } from "../../brief.ts";
import { FilesPane } from "../files/files-pane.tsx";
import { Intro } from "./intro.tsx";
import { Panes, type PaneName } from "./panes.tsx";
import { Situation } from "./situation.tsx";
import { useSubmit } from "./use-submit.ts";
import { useTerminal } from "./use-terminal.ts";

type OpenStageProps = Omit<StageProps, "brief"> & { brief: AccountBrief; stage: StageName };

const titles: Record<StageName, string> = {
  reach: "Submit the way in",
  close: "Submit the repair",
};

/** The terminal and the files beside what has to be reached. */
export function OpenStage(props: OpenStageProps) {
  const { brief, stage, live, conditions, submitting } = props;
  const { entries, files, busy, run, save, completions } = useTerminal({ ...props, live });
  const { shown, show, field } = usePanes();
  const isOff = submitting || live === null;
  const refused = useSubmit({
    title: titles[stage],
    problem: problemOf({ busy, count: entries.length }),
    submitting,
    submit: () => submit(props),
  });
  return (
    <WorkFrame
      sideLabel="Goals"
      main={
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
              completions={conditions === "interview" ? null : completions}
              disabled={isOff}
              intro={<Intro isNew={entries.length === 0} />}
              field={field}
            />
          }
          files={
            <FilesPane
              files={files}
              onSave={save}
              disabled={isOff || busy !== null}
              isShown={shown === "files"}
            />
          }
        />
      }
      side={<Situation brief={brief} stage={stage} refused={refused} />}
    />
  );
}

function problemOf({ busy, count }: { busy: string | null; count: number }): string | null {
  if (busy !== null) return "A command is still running. Submit when it has ended.";
  if (count > 0) return null;
  return "Nothing was run yet. To leave this stage, skip it beside the brief.";
}

/** Everything that counts stands in the log: the answer itself is empty. */
function submit({ draft, onDraft, onSubmit }: OpenStageProps) {
  if (draft === null) onDraft({});
  // The shell says what failed.
  void onSubmit().catch(() => undefined);
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
