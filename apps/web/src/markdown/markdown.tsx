import { lazy, Suspense } from "react";

import styles from "./markdown.module.css";

const MarkdownText = lazy(() => import("./markdown-text.tsx"));

type MarkdownProps = {
  text: string;
  /** The track whose guides name each other by file: "sinks.md". */
  guidesOf?: string;
  /** The text is drawn, and can be walked through. */
  onDrawn?: () => void;
};

/** Prose of the curriculum. The parser is a chunk of its own; until it is there, the text stands plain. */
export const Markdown = ({ text, guidesOf, onDrawn }: MarkdownProps) => (
  <div className={styles.prose}>
    <Suspense fallback={<p className={styles.plain}>{text}</p>}>
      <MarkdownText
        text={text}
        {...(guidesOf !== undefined && { guidesOf })}
        {...(onDrawn && { onDrawn })}
      />
    </Suspense>
  </div>
);
