import type { ReactNode } from "react";

import type { ReviewBrief } from "../../brief.ts";
import { CodeLines, type LineMark } from "./code-lines.tsx";
import { useHighlighted } from "./highlight.ts";
import type { LineRange } from "./line-range.ts";
import styles from "./review-files.module.css";

/** Where the cursor stands; one for all files. */
export type Cursor = { file: string; range: LineRange };

type ReviewFilesProps = {
  brief: ReviewBrief;
  files: Record<string, string>;
  cursor: Cursor | null;
  onCursor: (cursor: Cursor) => void;
  /** Left out where lines can only be read. */
  onMark?: (cursor: Cursor) => void;
  markOf: (file: string, line: number) => LineMark | undefined;
  after: (file: string, line: number) => ReactNode;
};

/** The files to review, one below the other in reading order. */
export const ReviewFiles = (props: ReviewFilesProps) => (
  <>
    {props.brief.review.map((file) => (
      <OneFile key={file} {...props} file={file} />
    ))}
  </>
);

function OneFile(props: ReviewFilesProps & { file: string }) {
  const { brief, file, files, cursor, onCursor, onMark, markOf, after } = props;
  const lines = useHighlighted(files[file] ?? "", brief.language);
  return (
    <section aria-label={file}>
      <h2 className={styles.name}>{file}</h2>
      <CodeLines
        file={file}
        lines={lines}
        range={cursor?.file === file ? cursor.range : null}
        onRange={(range) => onCursor({ file, range })}
        {...(onMark && { onMark: (range: LineRange) => onMark({ file, range }) })}
        markOf={(line) => markOf(file, line)}
        after={(line) => after(file, line)}
      />
    </section>
  );
}
