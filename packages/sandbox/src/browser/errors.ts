import { AppError } from "@loopwright/core";

const failed = (message: string, next: string) => new AppError("sandbox-failed", { message, next });

export const notTaken = () =>
  failed(
    "No page took the run: on this machine Python runs in the browser.",
    "Keep the page open and submit again. The draft is kept.",
  );

export const notReported = () =>
  failed(
    "The page did not report on the run.",
    "Keep the page open and submit again. The draft is kept.",
  );

export const shuttingDown = () =>
  failed(
    "Loopwright is shutting down, so nothing more is run.",
    "The draft is kept. Start Loopwright and submit again.",
  );

export const tooManyKept = (max: number) =>
  new AppError("too-many", {
    message: `Pages can keep only ${max} interpreters running at once.`,
    next: "Close pages that are not needed and try again.",
  });

export const noRun = () =>
  new AppError("not-found", {
    message: "This run is over, or was never begun.",
    next: "Submit again. The draft is kept.",
  });
