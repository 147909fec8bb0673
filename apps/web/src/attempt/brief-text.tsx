import { classNames } from "@loopwright/ui";
import { useQuery } from "@tanstack/react-query";

import type { AttemptView, StageView } from "@loopwright/server";
import { Markdown } from "../markdown/markdown.tsx";
import styles from "./brief-pane.module.css";
import { workspaceQuery } from "./workspace-query.ts";

/** The situation and the tasks. Where the workspace draws the situation, it stands once on a wide screen. */
export function BriefText({ view, stage }: { view: AttemptView; stage: StageView }) {
  const { data } = useQuery(workspaceQuery(view));
  const drawn = data?.workspace?.situationIn?.includes(stage.id) ?? false;
  const [situation, tasks] = partsOf(view.drill.text);
  return (
    <>
      <div className={classNames(drawn && styles.drawn)}>
        <Markdown text={situation} />
      </div>
      <Markdown text={tasks} />
    </>
  );
}

/** What stands before the first task, and the tasks. */
function partsOf(text: string): [string, string] {
  const [first] = text.matchAll(/^## \d+\. /gm);
  return first ? [text.slice(0, first.index), text.slice(first.index)] : [text, ""];
}
