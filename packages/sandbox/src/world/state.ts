import type { Json, Job } from "@loopwright/core";

type HostWorld = NonNullable<Job["world"]>;
/** A job may leave out what it has none of. */
export type WorldSpec = Partial<HostWorld>;

export type LogKind = "shell" | "net" | "mail";

/** What changes while a case runs; the next case gets a new one. */
export type WorldState = {
  spec: WorldSpec;
  /** Absolute path to content. */
  files: Map<string, Buffer>;
  env: Map<string, string>;
  logs: Record<LogKind, Json[]>;
  /** Look-ups made of each name. */
  lookups: Map<string, number>;
};

const logMax = 200;
const filesMaxBytes = 4_000_000;
const filesMax = 500;

export function freshState(spec: WorldSpec): WorldState {
  const files = Object.entries(spec.files ?? {}).map(
    ([path, content]) =>
      [
        path,
        typeof content === "string" ? Buffer.from(content) : Buffer.from(content.base64, "base64"),
      ] as const,
  );
  return {
    spec,
    files: new Map(files),
    env: new Map(Object.entries(spec.env ?? {})),
    logs: { shell: [], net: [], mail: [] },
    lookups: new Map(),
  };
}

/** Throws once a case has done far more than any program under test does. */
export function note(state: WorldState, kind: LogKind, entry: Json): void {
  if (state.logs[kind].length >= logMax) throw new RangeError(`more than ${logMax} entries`);
  state.logs[kind].push(entry);
}

export function writeFile(state: WorldState, path: string, content: Buffer): void {
  let bytes = content.length;
  for (const [name, one] of state.files) if (name !== path) bytes += one.length;
  if (bytes > filesMaxBytes || state.files.size >= filesMax)
    throw new RangeError("the disk is full");
  state.files.set(path, content);
}
