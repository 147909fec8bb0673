import { lazy, Suspense } from "react";

import styles from "../../markdown/markdown.module.css";
import { withoutHtml } from "./card-text.ts";

const MarkdownText = lazy(() => import("../../markdown/markdown-text.tsx"));

/** A side of a card. Until the parser is there, the text stands as it was written. */
export const CardMarkdown = ({ text }: { text: string }) => (
  <div className={styles.prose}>
    <Suspense fallback={<p className={styles.plain}>{text}</p>}>
      <MarkdownText text={withoutHtml(text)} />
    </Suspense>
  </div>
);
