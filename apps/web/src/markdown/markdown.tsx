import { lazy, Suspense } from "react";

import styles from "./markdown.module.css";

const MarkdownText = lazy(() => import("./markdown-text.tsx"));

/** Prose of the curriculum. The parser is a chunk of its own; until it is there, the text stands plain. */
export const Markdown = ({ text }: { text: string }) => (
  <div className={styles.prose}>
    <Suspense fallback={<p className={styles.plain}>{text}</p>}>
      <MarkdownText text={text} />
    </Suspense>
  </div>
);
