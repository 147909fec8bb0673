/**
 * Frames between the host and a child: four bytes of length (big endian, payload only), one byte of
 * kind, the payload. runner/frames.js is the other end.
 */
export const frameKinds = {
  /** To the child: its settings, a job, a request to a service kept open, the reply to a call. */
  boot: "B",
  job: "J",
  send: "N",
  reply: "P",
  /** From the child: ready for a job, could not boot, the bytes of a memory snapshot. */
  ready: "Y",
  failed: "F",
  snapshot: "S",
  /** From the child, of a run: output, errors, a call, the report, memory was refused. */
  out: "O",
  err: "E",
  call: "C",
  result: "R",
  memory: "M",
  /** It made more calls than it may, counted where it ran. */
  calls: "L",
} as const;

export type Frame = { kind: string; payload: Buffer };

const headerBytes = 5;

export function encodeFrame(kind: string, payload: string | Uint8Array): Buffer {
  const body = typeof payload === "string" ? Buffer.from(payload, "utf8") : payload;
  const header = Buffer.alloc(headerBytes);
  header.writeUInt32BE(body.length, 0);
  header.write(kind, 4, "latin1");
  return Buffer.concat([header, body]);
}

/**
 * Turns chunks of a pipe into frames. Returns "oversize" once a frame announces more than
 * `payloadMaxBytes`; nothing of such a frame is kept, and no later chunk is read.
 */
export function frameReader(payloadMaxBytes: number, onFrame: (frame: Frame) => void) {
  let chunks: Buffer[] = [];
  let held = 0;
  let oversize = false;
  const take = (length: number): Buffer => {
    const all = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
    chunks = all.length > length ? [all.subarray(length)] : [];
    held -= length;
    return all.subarray(0, length);
  };
  let header: { length: number; kind: string } | null = null;

  return (chunk: Buffer): "ok" | "oversize" => {
    if (oversize) return "oversize";
    chunks.push(chunk);
    held += chunk.length;
    while (held >= (header?.length ?? headerBytes)) {
      if (header === null) {
        const bytes = take(headerBytes);
        header = { length: bytes.readUInt32BE(0), kind: String.fromCharCode(bytes[4]!) };
        if (header.length > payloadMaxBytes) {
          oversize = true;
          chunks = [];
          return "oversize";
        }
        continue;
      }
      const { kind, length } = header;
      header = null;
      onFrame({ kind, payload: take(length) });
    }
    return "ok";
  };
}
