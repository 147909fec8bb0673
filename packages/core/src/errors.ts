/**
 * Every way in which Loopwright says no. A code is literal, so that a caller can branch on it;
 * this table is the one place that maps a code to an HTTP status and to an exit code.
 */
const codes = {
  "invalid-input": { http: 400, exit: 2 },
  "invalid-answer": { http: 400, exit: 2 },
  "invalid-drill": { http: 500, exit: 3 },
  "invalid-curriculum": { http: 500, exit: 3 },
  "not-found": { http: 404, exit: 4 },
  "too-large": { http: 413, exit: 2 },
  "too-many": { http: 429, exit: 5 },
  conflict: { http: 409, exit: 5 },
  "attempt-closed": { http: 409, exit: 5 },
  "stage-order": { http: 409, exit: 5 },
  "not-allowed": { http: 403, exit: 5 },
  "foreign-request": { http: 403, exit: 5 },
  "folder-locked": { http: 503, exit: 6 },
  "newer-database": { http: 503, exit: 6 },
  "broken-database": { http: 503, exit: 6 },
  "port-taken": { http: 503, exit: 6 },
  "not-confined": { http: 503, exit: 7 },
  "missing-tool": { http: 503, exit: 7 },
  "sandbox-failed": { http: 500, exit: 7 },
  "replay-diverged": { http: 500, exit: 8 },
  internal: { http: 500, exit: 8 },
} as const;

export type ErrorCode = keyof typeof codes;

/** What crosses HTTP and what the CLI prints: no stack, no path of the machine. */
export type ErrorBody = { code: ErrorCode; message: string; next: string; where?: string };

type AppErrorInit = {
  /** What happened, in one sentence. */
  message: string;
  /** What to do next, in one sentence. */
  next: string;
  /** Where: a file with line and field, a route, an attempt id. */
  where?: string;
  cause?: unknown;
};

export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: ErrorCode;
  readonly next: string;
  readonly where: string | undefined;

  constructor(code: ErrorCode, init: AppErrorInit) {
    super(init.message, { cause: init.cause });
    this.code = code;
    this.next = init.next;
    this.where = init.where;
  }

  get httpStatus() {
    return codes[this.code].http;
  }

  get exitCode() {
    return codes[this.code].exit;
  }

  toBody(): ErrorBody {
    const body: ErrorBody = { code: this.code, message: this.message, next: this.next };
    return this.where === undefined ? body : { ...body, where: this.where };
  }
}

/** Exit codes by error code, for the CLI's help. 0 is success, 1 a grade that does not pass. */
export const exitCodes = (): { code: ErrorCode; exit: number }[] =>
  Object.entries(codes).map(([code, { exit }]) => ({ code: code as ErrorCode, exit }));

/** Wraps what is not ours: the message of a foreign error may hold paths, so it stays in `cause`. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  return new AppError("internal", {
    message: "Something in Loopwright failed that should not.",
    next: "Nothing saved is lost. Try again; if it repeats, the terminal shows the details to report.",
    cause: error,
  });
}
