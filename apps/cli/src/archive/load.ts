import { createReadStream, existsSync } from "node:fs";

import { AppError } from "@loopwright/core";
import { openStore } from "@loopwright/store";

import type { Env } from "../env.ts";
import { places } from "../places.ts";

/** Takes an archive in, all of it or nothing; how many rows of each table there were. */
export async function loadArchive(
  { dataFolder, databaseUrl }: Env,
  file: string,
  replace: boolean,
): Promise<Record<string, number>> {
  if (!existsSync(file)) throw isNotThere(file);
  const store = await openStore({ dataFolder, databaseUrl, cacheFolder: places.cache });
  try {
    return await store.archive.read(createReadStream(file), { replace });
  } finally {
    await store.close();
  }
}

const isNotThere = (file: string): AppError =>
  new AppError("not-found", {
    message: "There is no such file.",
    next: "Name an archive that `npx loopwright export` or `backup` has made.",
    where: file,
  });
