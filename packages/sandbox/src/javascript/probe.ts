import type { ProbeResult } from "../probe.ts";
import { bootThread } from "./boot.ts";
import { loadParts } from "./parts.ts";

const memoryMb = 64;

/** Whether the interpreter with the lab in it starts here; it needs nothing but what npm installs. */
export async function javascriptResult(): Promise<ProbeResult> {
  const javascript = { id: "javascript", title: "JavaScript (QuickJS)" } as const;
  try {
    const child = await bootThread({ ...(await loadParts()), memoryMb });
    child.kill();
    await child.ended;
    return { ...javascript, ok: true, detail: "An interpreter started." };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const detail = cause instanceof Error ? cause.message.split("\n")[0]! : "It did not start.";
    return { ...javascript, ok: false, detail, install: "In the folder of Loopwright: npm ci" };
  }
}
