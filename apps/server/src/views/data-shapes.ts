/** What crosses HTTP of data, archives, backups, and the sample learner. Sizes are bytes, moments ISO 8601. */

/** Work on all data that goes on; `of` is null while its size is not known. */
export type WorkView = {
  what: "inspect" | "import" | "backup" | "delete" | "sample";
  /** What is being done, in a few words. */
  step: string;
  done: number;
  of: number | null;
};

/** GET /data/work: asked again and again while something long goes on. */
export type WorkStatus = { work: WorkView | null };

/** How many things of each sort there are. */
export type DataCounts = {
  attempts: number;
  documents: number;
  cards: number;
  reviews: number;
  settings: number;
};

export type BackupView = { name: string; bytes: number; madeAt: string };

/** A part of what is on disk. */
export type UsedSpace = {
  id: "database" | "recordings" | "backups" | "other" | "cache";
  bytes: number;
  files: number;
};

/** GET /data */
export type DataView = {
  dataFolder: string;
  database: "embedded" | "postgresql";
  counts: DataCounts;
  /** What lies in the data folder, and the cache last, which can be made again. */
  space: UsedSpace[];
  /** All but the cache. */
  bytes: number;
  /** Newest first. */
  backups: BackupView[];
  /** Whether an import would take the place of something. */
  holdsAnything: boolean;
};

/** POST /archive/inspect: what is in a file, before it is taken in. */
export type ArchiveView = {
  format: number;
  madeAt: string;
  bytes: number;
  counts: DataCounts;
  /** Whether there is something that it would take the place of. */
  holdsAnything: boolean;
};

/** POST /archive: `backup` names what was kept of what was there before; null where nothing was. */
export type ImportedView = { counts: DataCounts; backup: string | null };

/** DELETE /data */
export type DeletedView = { backup: string | null };

/** GET /sample */
export type SampleView = {
  /** Since when the sample learner's data is shown; null while the learner's own is. */
  since: string | null;
};
