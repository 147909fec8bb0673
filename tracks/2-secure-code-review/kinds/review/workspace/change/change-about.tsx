import type { ReviewBrief } from "../../brief.ts";
import { InlineCode } from "../inline-code.tsx";
import styles from "./change-about.module.css";
import type { Changes } from "./file-diff.ts";

type ChangeAboutProps = { change: NonNullable<ReviewBrief["change"]>; changes: Changes };

/** What the author says of the change, above its files. */
export function ChangeAbout({ change: { title, text }, changes }: ChangeAboutProps) {
  const files = Object.values(changes);
  const touched = files.filter(({ state }) => state !== "unchanged").length;
  const added = files.flatMap(({ old }) => old.filter((number) => number === null)).length;
  const gone = files.flatMap(({ gone }) => [...gone.values()].flat()).length;
  return (
    <section className={styles.about} aria-label="Pull request">
      <p className={styles.figures}>
        Pull request, {touched === 1 ? "one file" : `${touched} files`} changed{" "}
        <span className={styles.added}>+{added}</span> <span className={styles.gone}>−{gone}</span>
      </p>
      <h2 className={styles.title}>{title}</h2>
      {text
        .trim()
        .split(/\n{2,}/)
        .map((paragraph) => (
          <p key={paragraph} className={styles.text}>
            <InlineCode text={unwrapped(paragraph)} />
          </p>
        ))}
    </section>
  );
}

/** A line break inside a paragraph is where the author's editor broke it, unless a list goes on. */
const unwrapped = (paragraph: string): string => paragraph.replaceAll(/\n(?!\s*[-*] )/g, " ");
