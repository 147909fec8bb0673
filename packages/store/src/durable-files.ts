import { closeSync, fsyncSync, openSync } from "node:fs";

import { PGlite } from "@electric-sql/pglite";
import { NodeFS } from "@electric-sql/pglite/nodefs";

type Stream = { nfd?: number; node: unknown };
type NodeModule = {
  NODEFS: {
    realPath: (node: unknown) => string;
    stream_ops: { fsync?: (stream: Stream) => number };
  };
};

const ioError = 29;

/**
 * PGlite runs PostgreSQL with fsync off, over a file system that has none: a killed process loses
 * nothing, a power cut can. This file system has one, so that a commit is on disk once acknowledged.
 */
export class DurableFiles extends NodeFS {
  readonly #fsync: (handle: number) => void;

  constructor(folder: string, fsync: (handle: number) => void = fsyncSync) {
    super(folder);
    this.#fsync = fsync;
  }

  override async init(...[pg, options]: Parameters<NodeFS["init"]>): ReturnType<NodeFS["init"]> {
    const { emscriptenOpts } = await super.init(pg, options);
    const addSync = (module: unknown) => {
      const { NODEFS } = module as NodeModule;
      NODEFS.stream_ops.fsync = (stream) => this.#sync(stream, NODEFS.realPath);
    };
    const before = (emscriptenOpts.preRun ?? []) as ((module: unknown) => void)[];
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...before, addSync] as never } };
  }

  #sync({ nfd, node }: Stream, realPath: (node: unknown) => string): number {
    if (nfd === undefined) {
      syncFolder(realPath(node));
      return 0;
    }
    try {
      this.#fsync(nfd);
      return 0;
    } catch {
      return ioError;
    }
  }
}

/** PostgreSQL's arguments with fsync on. fdatasync does nothing in PGlite, so fsync writes the log. */
export const durableParams: string[] = [
  ...PGlite.defaultStartParams.filter((one) => one !== "-F"),
  "-c",
  "wal_sync_method=fsync",
];

/** Makes new names in a folder last. Windows cannot open a folder, and needs no such call. */
export function syncFolder(path: string): void {
  try {
    const handle = openSync(path, "r");
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // Best effort, as in PostgreSQL itself.
  }
}
