import { problems, type ModelProblem } from "./problem.ts";

type Words = { host: string; model: string; seconds: number };

/** Names what `fetch` threw. Its own message is not passed on: it may quote what was sent. */
export function networkProblem(error: unknown, words: Words): ModelProblem {
  if (isAbort(error)) return problems.timeout(words);
  const codes = chain(error).map(codeOf);
  const has = (pattern: RegExp) => codes.some((code) => pattern.test(code));
  if (has(/^(ENOTFOUND|EAI_)/)) return problems.noSuchHost(words);
  if (has(/^ECONNREFUSED$/)) return problems.refused(words);
  if (has(/TIMEDOUT|TIMEOUT/)) return problems.timeout(words);
  if (has(/CERT|TLS|SSL|EPROTO/)) return problems.tls(words);
  if (has(/^(ECONNRESET|EPIPE|UND_ERR_SOCKET|HPE_.*)$/)) return problems.closed(words);
  const redirected = chain(error).some(({ message }) => /redirect/.test(message));
  return redirected ? problems.redirect(words) : problems.unreachable(words);
}

const isAbort = (error: unknown): boolean =>
  chain(error).some(({ name }) => name === "TimeoutError" || name === "AbortError");

/** An error with its causes, and where several addresses were tried, the error of each. */
function chain(error: unknown, depth = 0): Error[] {
  if (!(error instanceof Error) || depth > 5) return [];
  const several = error instanceof AggregateError ? (error.errors as unknown[]) : [];
  return [error, ...[error.cause, ...several].flatMap((one) => chain(one, depth + 1))];
}

const codeOf = (error: Error): string =>
  "code" in error && typeof error.code === "string" ? error.code : "";
