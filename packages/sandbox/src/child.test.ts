import { expect, it } from "vitest";

import { startChild } from "./child.ts";

/** A child that leaves somebody behind who holds its pipes, as bubblewrap does when it is killed at once. */
const leavesSomebodyBehind = {
  command: "/bin/sh",
  args: [
    "-c",
    "setsid sh -c 'printf \"\\\\000\\\\000\\\\000\\\\012P%010d\" $$ >&4; cat <&3 >/dev/null' & wait",
  ],
  paths: { pyodide: "", snapshot: null },
  harden: false,
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** The one left behind says its process id in a frame: length 4 and kind P, then the id. */
const started = (child: ReturnType<typeof startChild>): Promise<number> =>
  new Promise((resolve) => {
    child.listen({
      frame: ({ payload }) => resolve(Number(payload.toString("utf8"))),
      oversize: () => {},
      end: () => {},
    });
  });

it.each([
  ["killed", (child: ReturnType<typeof startChild>) => child.kill()],
  ["ended by somebody else", ({ pid }: { pid: number }) => process.kill(pid, "SIGKILL")],
])("a child that is %s ends, and whoever it left behind ends too", async (_name, end) => {
  const child = startChild(leavesSomebodyBehind, 1_000);
  const pid = await started(child);
  expect(isAlive(pid)).toBe(true);
  end(child);
  expect(await child.ended).toMatchObject({ signal: "SIGKILL" });
  await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false);
});
