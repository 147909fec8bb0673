import type { ReactNode } from "react";

import type { ReviewBrief } from "../../brief.ts";
import { baseFolder } from "../../repaired.ts";
import { FileHead } from "../files/file-head.tsx";
import type { ListedFile } from "../files/listed.ts";
import type { Cursor, FilesView } from "../files/use-files.ts";
import { CodeLines, type LineMark } from "./code-lines.tsx";
import { useHighlighted } from "./highlight.ts";
import { languageOf } from "./language-of.ts";
import type { LineRange } from "./line-range.ts";

type ReviewFilesProps = {
  brief: ReviewBrief;
  files: Record<string, string>;
  view: FilesView;
  /** Left out where lines can only be read. */
  onMark?: (cursor: Cursor) => void;
  markOf: (file: string, line: number) => LineMark | undefined;
  after: (file: string, line: number) => ReactNode;
};

/** The files to review, one below the other in reading order. */
export const ReviewFiles = (props: ReviewFilesProps) =>
  props.view.listed.map((file) => (
    <section key={file.path} aria-label={file.path}>
      <FileHead view={props.view} file={file} />
      {props.view.isOpen(file.path) && <OneFile {...props} file={file} />}
    </section>
  ));

function OneFile(props: ReviewFilesProps & { file: ListedFile }) {
  const { brief, file, files, view, onMark, markOf, after } = props;
  const { path } = file;
  const language = languageOf(path, brief.language);
  const lines = useHighlighted(files[path] ?? "", language);
  const before = useHighlighted(files[`${baseFolder}${path}`] ?? "", language);
  const diff = view.changes?.[path];
  return (
    <CodeLines
      file={path}
      lines={lines}
      {...(diff && {
        diff: {
          diff,
          before,
          isFolded: (from: number) => view.isFolded(path, from),
          onUnfold: (from: number) => view.unfold(path, from),
        },
      })}
      range={view.cursor?.file === path ? view.cursor.range : null}
      onRange={(range) => view.moveTo({ file: path, range })}
      {...(onMark && { onMark: (range: LineRange) => onMark({ file: path, range }) })}
      markOf={(line) => markOf(path, line)}
      after={(line) => after(path, line)}
    />
  );
}
