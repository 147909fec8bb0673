import { createECDH, createPrivateKey, createPublicKey } from "node:crypto";

import type { World } from "../../../world/world.ts";
import { derived } from "./material.ts";
import { inverse, toBytes, toNumber } from "./numbers.ts";

type Curve = { node: string; jwk: string; bytes: number; bits: number; order: bigint };

/** Orders of the groups: FIPS 186-5 with SP 800-186, and SEC 2 for secp256k1. */
const curves: Readonly<Record<string, Curve>> = {
  ECC_NIST_P256: {
    node: "prime256v1",
    jwk: "P-256",
    bytes: 32,
    bits: 256,
    order: 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n,
  },
  ECC_NIST_P384: {
    node: "secp384r1",
    jwk: "P-384",
    bytes: 48,
    bits: 384,
    order:
      0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n,
  },
  ECC_NIST_P521: {
    node: "secp521r1",
    jwk: "P-521",
    bytes: 66,
    bits: 521,
    order:
      0x1fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409n,
  },
  ECC_SECG_P256K1: {
    node: "secp256k1",
    jwk: "secp256k1",
    bytes: 32,
    bits: 256,
    order: 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n,
  },
};

/** A number from 1 to the order less 1; the modulus bends the odds by less than anybody can see. */
const scalar = (world: Pick<World, "seed">, purpose: string, { order, bytes }: Curve): bigint =>
  (toNumber(derived(world, purpose, bytes + 8)) % (order - 1n)) + 1n;

function pointOf(curve: Curve, factor: bigint): { x: Buffer; y: Buffer } {
  const ecdh = createECDH(curve.node);
  ecdh.setPrivateKey(toBytes(factor, curve.bytes));
  const point = ecdh.getPublicKey();
  return { x: point.subarray(1, 1 + curve.bytes), y: point.subarray(1 + curve.bytes) };
}

export function ecPair(world: Pick<World, "seed">, purpose: string, spec: string) {
  const curve = curves[spec]!;
  const factor = scalar(world, purpose, curve);
  const { x, y } = pointOf(curve, factor);
  const text = (bytes: Buffer) => bytes.toString("base64url");
  const d = text(toBytes(factor, curve.bytes));
  const jwk = { kty: "EC", crv: curve.jwk, x: text(x), y: text(y), d };
  const privateKey = createPrivateKey({ key: jwk, format: "jwk" });
  return { privateKey, publicKey: createPublicKey(privateKey) };
}

type Signing = { spec: string; purpose: string; digest: Uint8Array };

/**
 * ECDSA with a nonce that key and digest decide, so that the same call signs the same (the idea of RFC 6979, not
 * its generator). Answers with r and s in DER.
 */
export function ecdsaSign(world: Pick<World, "seed">, { spec, purpose, digest }: Signing) {
  const curve = curves[spec]!;
  const { order, bits } = curve;
  const factor = scalar(world, purpose, curve);
  const nonce = scalar(world, `${purpose} ${Buffer.from(digest).toString("hex")}`, curve);
  const r = toNumber(pointOf(curve, nonce).x) % order;
  const excess = BigInt(Math.max(0, digest.length * 8 - bits));
  const s = (inverse(nonce, order) * ((toNumber(digest) >> excess) + r * factor)) % order;
  return new Uint8Array(sequence([integer(r), integer(s)]));
}

function integer(value: bigint): Buffer {
  const text = value.toString(16);
  const bytes = Buffer.from(text.length % 2 === 0 ? text : `0${text}`, "hex");
  const positive = bytes[0]! >= 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes;
  return Buffer.concat([Buffer.from([2, positive.length]), positive]);
}

function sequence(parts: readonly Buffer[]): Buffer {
  const inside = Buffer.concat(parts);
  const length = inside.length < 0x80 ? [inside.length] : [0x81, inside.length];
  return Buffer.concat([Buffer.from([0x30, ...length]), inside]);
}
