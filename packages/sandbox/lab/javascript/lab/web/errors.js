import reasons from "./reasons.js";

/** Ends a request with `{"error": message}` and this status, unless error middleware answers first. */
export class HttpError extends Error {
  constructor(status, message) {
    super(message ?? reasonOf(status));
    this.name = "HttpError";
    this.status = status;
  }
}

export const reasonOf = (status) => reasons[status] ?? String(status);

/** An Error with the code that Node gives it. */
export const coded = (error, code) => Object.assign(error, { code });

const isStatus = (status) => Number.isInteger(status) && status >= 400 && status <= 599;

/** Any error may name its status, as with Express; one that names none is a 500. */
export function statusOf(error) {
  const named = error?.status ?? error?.statusCode;
  return isStatus(named) ? named : 500;
}

/** What a client is told of an error that nobody handled: the text of an HttpError, else only the status. */
export function answerTo(error) {
  const status = statusOf(error);
  const told =
    error instanceof HttpError
      ? error.message
      : status === 500
        ? "internal error"
        : reasonOf(status).toLowerCase();
  return { status, body: JSON.stringify({ error: told }) };
}
