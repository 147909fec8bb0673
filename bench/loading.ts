import { cp, mkdir, rm, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { loadCurriculum } from "@loopwright/content";

import { below, timed, type Figure } from "./table.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const track = "2-secure-code-review";
const count = 1000;

/** A track with a thousand copies of a real drill, each under its own name. */
export async function loadThousand(): Promise<Figure[]> {
  const tracks = join(root, "bench", ".cache", "tracks");
  await rm(tracks, { recursive: true, force: true });
  await mkdir(join(tracks, track, "drills"), { recursive: true });
  for (const part of ["track.ts", "kinds", "package.json"]) {
    await cp(join(root, "tracks", track, part), join(tracks, track, part), { recursive: true });
  }
  const source = join(root, "tracks", track, "drills", "order-api");
  const meta = await readFile(join(source, "drill.yaml"), "utf8");
  for (let index = 0; index < count; index++) {
    const id = `order-api-${index}`;
    const folder = join(tracks, track, "drills", id);
    await cp(source, folder, { recursive: true });
    await writeFile(join(folder, "drill.yaml"), meta.replace("id: order-api", `id: ${id}`));
  }
  await loadCurriculum(join(root, "tracks"));
  let loaded = 0;
  const ms = await timed(async () => {
    loaded = (await loadCurriculum(tracks)).drills.size;
  });
  await rm(tracks, { recursive: true, force: true });
  const figure = below({ what: `loading ${count} drills`, value: ms, below: 1000, unit: "ms" });
  return [{ ...figure, held: figure.held && loaded === count }];
}
