import type { DrillView } from "@loopwright/server";
import { count, languageWords, minutesWords } from "../../words.ts";
import styles from "./drill-page.module.css";

const levels = { 1: "1, first steps", 2: "2, as in a phone screen", 3: "3, hard" };

/** What is known of a drill before it is started. */
export function DrillFacts({ view: { drill } }: { view: DrillView }) {
  const { meta, stages, tasks } = drill;
  const hints = Object.values(drill.hintCounts).reduce((sum, one) => sum + one, 0);
  const facts: [string, string | false][] = [
    ["Time", `${minutesWords(meta.minutes)} on the clock`],
    ["Level", levels[meta.level]],
    ["Languages", meta.languages.map(languageWords).join(", ")],
    ["Stages", stages.map(({ title }) => title).join(", then ")],
    ["Tasks", tasks.map(({ title }) => title).join(", ")],
    ["Hints", hints > 0 && `${count(hints, "hint")} in practice`],
    ["Status", meta.status === "draft" && "draft: does not count for readiness yet"],
  ];
  return (
    <dl className={styles.facts}>
      {facts
        .filter(([, value]) => value)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
