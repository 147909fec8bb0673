import { useEffect } from "react";

import { api } from "../api/client.ts";
import { patchAttempt } from "../api/queries.ts";
import type { AttemptView } from "@loopwright/server";

export type WorkClock = {
  running: boolean;
  /** Active milliseconds of the attempt right now. */
  activeMs: () => number;
  /** Milliseconds over the timed stages right now: what the header shows. */
  timedMs: () => number;
};

/**
 * The server stamps the time; between two stamps the page counts on by itself.
 * `stampedAt`: when the stamp came in, in milliseconds since 1970.
 */
export function clockOf(view: AttemptView, stampedAt: number): WorkClock {
  const { timing, stages, currentStage } = view;
  const running = view.state === "open" && !view.paused && currentStage !== null;
  const since = () => (running ? Math.max(0, Date.now() - stampedAt) : 0);
  const timed = stages.filter((stage) => stage.timed).map(({ id }) => id);
  const measured = timed.reduce((sum, id) => sum + (timing.perStageMs[id] ?? 0), 0);
  return {
    running,
    activeMs: () => timing.activeMs + since(),
    timedMs: () => measured + (currentStage && timed.includes(currentStage) ? since() : 0),
  };
}

const beatMs = 15_000;

/** Tells the server that the page is still being worked on, while it can be seen. */
export function useBeat(id: string, running: boolean): void {
  useEffect(() => {
    if (!running) return;
    const beat = () => {
      if (document.visibilityState !== "visible") return;
      // Silence is shown by the banner, and is no reason to stop the work.
      api.beat(id).then(
        (stamp) => patchAttempt(id, (view) => ({ ...view, ...stamp }), { stamped: true }),
        () => undefined,
      );
    };
    const timer = setInterval(beat, beatMs);
    document.addEventListener("visibilitychange", beat);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", beat);
    };
  }, [id, running]);
}
