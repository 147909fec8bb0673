import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { below, median, type Figure } from "./table.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** `npm start` until it prints its address, on a data folder that exists. */
export async function warmStart(): Promise<Figure[]> {
  const dataFolder = await mkdtemp(join(tmpdir(), "loopwright-bench-"));
  const times: number[] = [];
  for (let round = 0; round < 6; round++) times.push(await startOnce(dataFolder));
  await rm(dataFolder, { recursive: true, force: true });
  const [first = Number.NaN, ...warm] = times;
  return [
    {
      what: "npm start on a new data folder",
      value: `${Math.round(first)} ms`,
      aim: "none",
      held: true,
    },
    below({ what: "npm start again, median of 5", value: median(warm), below: 3000, unit: "ms" }),
  ];
}

function startOnce(dataFolder: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    let ms = Number.NaN;
    const child = spawn("npm", ["start", "--", "--port", "0"], {
      cwd: root,
      env: { ...process.env, LOOPWRIGHT_DATA: dataFolder },
      stdio: ["ignore", "pipe", "ignore"],
      // npm hands no signal on to its script on every platform: the whole group is stopped.
      detached: true,
    });
    child.stdout.on("data", (part) => {
      if (!Number.isNaN(ms) || !String(part).includes("http://127.0.0.1:")) return;
      ms = performance.now() - began;
      process.kill(-child.pid!, "SIGTERM");
    });
    child.once("error", reject);
    child.once("exit", () =>
      Number.isNaN(ms) ? reject(new Error("npm start ended")) : resolve(ms),
    );
  });
}
