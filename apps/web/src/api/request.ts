import type { ErrorBody } from "@loopwright/core";

import { setReachable } from "./connection.ts";

type Code = ErrorBody["code"] | "unreachable";

/** What the server refused, or that it did not answer. Message and next step are fit to be shown. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly code: Code;
  readonly next: string;
  readonly where: string | undefined;

  constructor(body: Omit<ErrorBody, "code"> & { code: Code }, cause?: unknown) {
    super(body.message, { cause });
    this.code = body.code;
    this.next = body.next;
    this.where = body.where;
  }
}

/** `fetch`, which also notes whether the server is there. */
export async function send(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  try {
    const response = await fetch(input, init);
    setReachable(true);
    return response;
  } catch (cause) {
    // Given up by this page: that says nothing about the server.
    if (init?.signal?.aborted) throw cause;
    setReachable(false);
    throw new ApiError(unreachable, cause);
  }
}

/** The body of a good answer; the error of a bad one, thrown. */
export async function answered<T>(
  sent: Promise<{ ok: boolean; status: number; json: () => Promise<unknown> }>,
): Promise<T> {
  const response = await sent;
  const body = await response.json().catch(() => null);
  if (response.ok) return body as T;
  throw new ApiError(errorBody(body) ?? unexplained(response.status));
}

const unreachable = {
  code: "unreachable",
  message: "The server does not answer.",
  next: "Start it again with `npm start`; what was typed here is kept and sent when it is back.",
} as const;

const unexplained = (status: number) =>
  ({
    code: "internal",
    message: `The server answered with status ${status} and no reason.`,
    next: "Try again; the terminal of the server shows the details.",
  }) as const;

function errorBody(body: unknown): ErrorBody | null {
  if (typeof body !== "object" || body === null || !("error" in body)) return null;
  return body.error as ErrorBody;
}

/** Any thrown value as something to show. */
export function shownError(error: unknown): { message: string; next: string; where?: string } {
  if (error instanceof ApiError) {
    const { message, next, where } = error;
    return { message, next, ...(where !== undefined && { where }) };
  }
  const message = error instanceof Error ? error.message : String(error);
  return {
    message: "This page failed.",
    next: "Load it again; the draft is saved.",
    where: message,
  };
}
