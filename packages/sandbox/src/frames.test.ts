import fc from "fast-check";
import { expect, it } from "vitest";

import { encodeFrame, frameReader } from "./frames.ts";

it("reads the frames that were written, however the pipe cuts them", () => {
  const kind = fc.constantFrom("R", "O", "E", "C");
  const frames = fc.array(fc.tuple(kind, fc.string({ maxLength: 40, unit: "binary" })), {
    maxLength: 8,
  });
  const cuts = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(frames, cuts, (sent, sizes) => {
      const bytes = Buffer.concat(sent.map(([one, text]) => encodeFrame(one, text)));
      const seen: [string, string][] = [];
      const read = frameReader(1_000, ({ kind: one, payload }) =>
        seen.push([one, payload.toString()]),
      );
      for (let at = 0, turn = 0; at < bytes.length; turn++) {
        const size = sizes[turn % sizes.length]!;
        read(bytes.subarray(at, at + size));
        at += size;
      }
      expect(seen).toEqual(sent.map(([one, text]) => [one, Buffer.from(text).toString()]));
    }),
  );
});

it("stops at a frame that announces too much, before its content comes", () => {
  const seen: string[] = [];
  const read = frameReader(10, ({ kind }) => seen.push(kind));
  expect(read(encodeFrame("O", "short"))).toBe("ok");
  expect(read(encodeFrame("R", "x".repeat(11)).subarray(0, 5))).toBe("oversize");
  expect(read(encodeFrame("O", "short"))).toBe("oversize");
  expect(seen).toEqual(["O"]);
});
