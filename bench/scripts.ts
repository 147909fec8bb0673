import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { awsImage } from "@loopwright/aws/image";
import { createSandbox } from "@loopwright/sandbox";

import { allMet, grade, subjects } from "./subjects.ts";
import { below, median, timed, type Figure } from "./table.ts";

const rounds = 4;

/** Submit to grade of a script over its hidden worlds, the image prepared: one row for each drill. */
export async function gradeScripts(): Promise<Figure[]> {
  const cacheFolder = mkdtempSync(join(tmpdir(), "loopwright-scripts-bench-"));
  const images = [awsImage({ cacheFolder })];
  const sandbox = await createSandbox({ images, warm: 0, cacheFolder });
  try {
    const figures: Figure[] = [];
    for (const subject of await subjects("script", "write")) {
      const times: number[] = [];
      let failed = 0;
      // The first round is not counted: it prepares the image and reads each service's model.
      for (let round = 0; round <= rounds; round++) {
        const ms = await timed(async () => {
          if (!allMet(await grade(sandbox, subject))) failed += 1;
        });
        if (round > 0) times.push(ms);
      }
      const what = `script ${subject.drill.id}, submit to grade, median of ${rounds}`;
      const figure = below({ what, value: median(times), below: 4000, unit: "ms" });
      figures.push({ ...figure, held: figure.held && failed === 0 });
    }
    return figures;
  } finally {
    await sandbox.close();
    rmSync(cacheFolder, { recursive: true, force: true });
  }
}
