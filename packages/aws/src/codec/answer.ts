import type { HttpResponse } from "../http.ts";

export type Output = { output: Record<string, unknown>; requestId: string };

export function answer(
  status: number,
  headers: Record<string, string>,
  text: string | Uint8Array,
): HttpResponse {
  const body = typeof text === "string" ? new TextEncoder().encode(text) : text;
  // RFC 9110 section 8.6: no length where there can be no body.
  const length: Record<string, string> =
    status === 204 ? {} : { "content-length": String(body.length) };
  return { status, headers: { ...length, ...headers }, body };
}

export const declaration = `<?xml version="1.0" encoding="UTF-8"?>\n`;
