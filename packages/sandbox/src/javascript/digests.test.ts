import { describe, expect, it } from "vitest";

import type { Json } from "@loopwright/core";

// @ts-expect-error -- runs in a thread, in plain JavaScript
import { digestOf } from "../../runner/javascript/digests.js";
import { cryptoService } from "../world/crypto.ts";

const [data, key, password, salt] = ["ZGF0YQ==", "a2V5", "cGFzcw", "c2FsdA=="];
const derived = { op: "pbkdf2", algorithm: "sha256", password, salt, iterations: 10, length: 32 };

describe("answered in the thread as by the host", () => {
  it.each<Record<string, Json>>([
    { op: "hash", algorithm: "md5", data },
    { op: "hash", algorithm: "sha512", data: "" },
    { op: "hmac", algorithm: "sha256", key, data },
    { op: "hmac", algorithm: "sha1", key: "", data: "no base64: é" },
    derived,
    { ...derived, iterations: 10_000, length: 64, algorithm: "sha384" },
  ])("$op $algorithm", async (request) => {
    expect(digestOf(request)).toEqual(await cryptoService(request));
  });
});

describe("left to the host, which computes apart or refuses", () => {
  it.each([
    ["many rounds", { ...derived, iterations: 10_001 }],
    ["no round", { ...derived, iterations: 0 }],
    ["half a round", { ...derived, iterations: 1.5 }],
    ["a long key", { ...derived, length: 65 }],
    ["another algorithm", { op: "hash", algorithm: "sha3-256", data }],
    ["no text", { op: "hash", algorithm: "md5", data: [1] }],
    ["no salt", { ...derived, salt: undefined }],
    ["another op", { op: "scrypt", algorithm: "md5", data }],
    ["a field of the prototype", { op: "constructor", algorithm: "md5", data }],
    ["null", null],
    ["a text", "hash"],
  ])("%s", (_, request) => {
    expect(digestOf(request)).toBe(null);
  });
});
