import styles from "./file-head.module.css";
import type { ListedFile } from "./listed.ts";
import type { FilesView } from "./use-files.ts";

type FileHeadProps = { view: FilesView; file: ListedFile };

/** The name of a file, which stays in sight; with several files it also opens, closes and ticks. */
export function FileHead({ view, file: { path, state } }: FileHeadProps) {
  const { listed, changes, viewed } = view;
  if (listed.length < 2 && !changes) return <h2 className={styles.name}>{path}</h2>;
  const open = view.isOpen(path);
  return (
    <div className={styles.name} data-head={path}>
      <h2>
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={open}
          onClick={() => view.open(path, !open)}
        >
          <span className={styles.chevron} aria-hidden="true" />
          {path}
        </button>
      </h2>
      {state !== null && <span className={styles.state}>{noteOf[state]}</span>}
      {viewed && (
        <label className={styles.viewed}>
          <input
            type="checkbox"
            checked={viewed.has(path)}
            aria-label={`Viewed: ${path}`}
            onChange={({ target }) => view.tick(path, target.checked)}
          />
          Viewed
        </label>
      )}
    </div>
  );
}

const noteOf = {
  changed: "changed",
  new: "new",
  removed: "removed",
  unchanged: "not changed here",
} as const;
