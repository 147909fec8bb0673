/** What a worker says. */
export type Message =
  | { kind: "ready" | "crashed" }
  | { kind: "failed" | "result"; text: string }
  | { kind: "out" | "err"; bytes: Uint8Array };

/** Learner code that reached JavaScript may send anything. */
export function isMessage(data: unknown): data is Message {
  if (typeof data !== "object" || data === null || !("kind" in data)) return false;
  const { kind, text, bytes } = data as { kind: unknown; text?: unknown; bytes?: unknown };
  if (kind === "ready" || kind === "crashed") return true;
  if (kind === "failed" || kind === "result") return typeof text === "string";
  return (kind === "out" || kind === "err") && bytes instanceof Uint8Array;
}
