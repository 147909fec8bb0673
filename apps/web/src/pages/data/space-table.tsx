import type { DataView, UsedSpace } from "@loopwright/server";

import styles from "./data-page.module.css";
import { sizeWords } from "./size-words.ts";

const titles: Record<UsedSpace["id"], string> = {
  database: "Database",
  recordings: "Recordings",
  backups: "Backups",
  other: "Other files of the folder",
  cache: "Cache, which can be deleted and is made again",
};

/** What takes room on disk. What the product made for itself alone stands apart, below the sum. */
export function SpaceTable({ view: { space, bytes } }: { view: DataView }) {
  const own = space.filter(({ id, files }) => id !== "cache" && (files > 0 || id === "database"));
  const cache = space.find(({ id }) => id === "cache");
  return (
    <table className={styles.space}>
      <thead>
        <tr>
          <th scope="col">Part</th>
          <th scope="col">Size</th>
        </tr>
      </thead>
      <tbody>
        {own.map((one) => (
          <tr key={one.id}>
            <th scope="row">{titles[one.id]}</th>
            <td>{sizeWords(one.bytes)}</td>
          </tr>
        ))}
        <tr className={styles.sum}>
          <th scope="row">Together</th>
          <td>{sizeWords(bytes)}</td>
        </tr>
        {cache && cache.files > 0 && (
          <tr>
            <th scope="row">{titles.cache}</th>
            <td>{sizeWords(cache.bytes)}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
