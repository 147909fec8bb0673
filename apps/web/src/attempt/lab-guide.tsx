import { useSuspenseQuery } from "@tanstack/react-query";

import { queries } from "../api/queries.ts";
import { Markdown } from "../markdown/markdown.tsx";
import styles from "./lab-guide.module.css";

/** What the program at hand may import, a section at a time: in an interview one may ask what an API does. */
export function LabGuide({ language }: { language: string }) {
  const { data } = useSuspenseQuery(queries.lab(language));
  const [head = "", ...sections] = data.text.split(/^## /m);
  return (
    <div className={styles.guide}>
      <Markdown text={head.replace(/^# .*$/m, "").trim()} />
      {sections.map((section) => {
        const [title = "", ...lines] = section.split("\n");
        return (
          <details key={title} className={styles.section}>
            <summary className={styles.title}>{title.replaceAll("`", "")}</summary>
            <div className={styles.text}>
              <Markdown text={lines.join("\n").trim()} />
            </div>
          </details>
        );
      })}
    </div>
  );
}
