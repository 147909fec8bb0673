import { classNames, VisuallyHidden } from "@loopwright/ui";

import styles from "./file-tree.module.css";
import { isBranch, treeOf, type Branch, type ListedFile } from "./listed.ts";
import type { FilesView } from "./use-files.ts";

type FileTreeProps = {
  view: FilesView;
  /** Findings, or notes, in a file. */
  countOf: (file: string) => number;
  /** What is counted: "finding", "note". */
  counted: string;
};

/** The files to review, in their folders. Nothing is drawn for one file alone. */
export function FileTree(props: FileTreeProps) {
  const { listed, viewed } = props.view;
  if (listed.length < 2 && !props.view.changes) return null;
  const seen = listed.filter(({ path }) => viewed?.has(path)).length;
  return (
    <nav aria-label="Files" className={styles.tree}>
      <p className={styles.title}>
        Files{viewed && listed.length > 1 && `, ${seen} of ${listed.length} viewed`}
      </p>
      <Branches {...props} branch={treeOf(listed)} />
    </nav>
  );
}

const Branches = ({ branch, ...props }: FileTreeProps & { branch: Branch }) => (
  <ul className={styles.list}>
    {branch.entries.map((entry) =>
      isBranch(entry) ? (
        <li key={entry.folder}>
          <span className={styles.folder}>{entry.folder.slice(branch.folder.length)}</span>
          <Branches {...props} branch={entry} />
        </li>
      ) : (
        <li key={entry.path}>
          <Leaf {...props} file={entry} name={entry.path.slice(branch.folder.length)} />
        </li>
      ),
    )}
  </ul>
);

type LeafProps = FileTreeProps & { file: ListedFile; name: string };

function Leaf({ view, countOf, counted, file: { path, state }, name }: LeafProps) {
  const count = countOf(path);
  const viewed = view.viewed?.has(path) ?? false;
  return (
    <button
      type="button"
      className={classNames(styles.file, viewed && styles.viewed)}
      aria-current={view.cursor?.file === path ? "true" : undefined}
      onClick={() => view.goToFile(path)}
    >
      <span className={classNames(styles.name, state === "removed" && styles.removed)}>{name}</span>
      {state !== null && <span className={classNames(styles.state, styles[state])}>{state}</span>}
      {viewed && (
        <span className={styles.tick} aria-hidden="true">
          ✓
        </span>
      )}
      {viewed && <VisuallyHidden>viewed</VisuallyHidden>}
      {count > 0 && (
        <span className={styles.count}>
          {count}
          <VisuallyHidden>{count === 1 ? ` ${counted}` : ` ${counted}s`}</VisuallyHidden>
        </span>
      )}
    </button>
  );
}
