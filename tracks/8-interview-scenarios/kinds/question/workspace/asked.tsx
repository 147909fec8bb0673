import { InlineCode } from "@loopwright/ui";

import { questionOf } from "../question.ts";
import styles from "./asked.module.css";

/** The question as the interviewer says it. On a narrow screen the brief above says it instead. */
export const Asked = ({ text }: { text: string }) => (
  <section className={styles.asked} aria-label="Question">
    {blocksOf(questionOf(text)).map(({ code, body }) =>
      code ? (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls by itself, so keys must reach it
        <pre key={body} className={styles.code} tabIndex={0}>
          {body}
        </pre>
      ) : (
        <p key={body} className={styles.words}>
          <InlineCode text={body} />
        </p>
      ),
    )}
  </section>
);

/** Paragraphs and fenced code: the two forms that questions have. */
function blocksOf(question: string): { code: boolean; body: string }[] {
  return question.split(/^```.*$/m).flatMap((part, index) => {
    const code = index % 2 === 1;
    const bodies = code ? [part.replace(/^\n|\n$/g, "")] : part.trim().split(/\n\s*\n/);
    return bodies.filter((body) => body !== "").map((body) => ({ code, body }));
  });
}
