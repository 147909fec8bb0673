import type { HttpResponse } from "../http.ts";

export type Output = { output: Record<string, unknown>; requestId: string };

export function answer(
  status: number,
  headers: Record<string, string>,
  text: string | Uint8Array,
): HttpResponse {
  const body = typeof text === "string" ? new TextEncoder().encode(text) : text;
  return { status, headers: { "content-length": String(body.length), ...headers }, body };
}

export const declaration = `<?xml version="1.0" encoding="UTF-8"?>\n`;
