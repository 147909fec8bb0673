import { checkPrimeSync, createPrivateKey, createPublicKey } from "node:crypto";

import type { World } from "../../../world/world.ts";
import { derived } from "./material.ts";
import { inverse, toBytes, toNumber } from "./numbers.ts";

const exponent = 65_537n;

const smallPrimes: readonly bigint[] = (() => {
  const found: bigint[] = [];
  for (let one = 3n; one < 2000n; one += 2n)
    if (found.every((prime) => one % prime !== 0n)) found.push(one);
  return found;
})();

/** An RSA key pair that only the seed and the purpose decide: Node's own generator cannot be seeded. */
export function rsaPair(world: Pick<World, "seed">, purpose: string, bits: number) {
  const p = primeFrom(world, `${purpose} p`, bits / 2);
  const q = primeFrom(world, `${purpose} q`, bits / 2);
  const d = inverse(exponent, (p - 1n) * (q - 1n));
  const text = (value: bigint, length: number) => toBytes(value, length).toString("base64url");
  const [whole, half] = [bits / 8, bits / 16];
  const jwk = {
    kty: "RSA",
    e: "AQAB",
    n: text(p * q, whole),
    d: text(d, whole),
    p: text(p, half),
    q: text(q, half),
    dp: text(d % (p - 1n), half),
    dq: text(d % (q - 1n), half),
    qi: text(inverse(q, p), half),
  };
  const privateKey = createPrivateKey({ key: jwk, format: "jwk" });
  return { privateKey, publicKey: createPublicKey(privateKey) };
}

/** The first prime from a derived odd number on, the two highest bits set so that the product is long enough. */
function primeFrom(world: Pick<World, "seed">, purpose: string, bits: number): bigint {
  const bytes = derived(world, purpose, bits / 8);
  bytes[0]! |= 0xc0;
  bytes[bytes.length - 1]! |= 1;
  let candidate = toNumber(bytes);
  while (!isPrime(candidate)) candidate += 2n;
  return candidate;
}

/** Few candidates stay after the division by small primes; of p − 1 the exponent may be no divisor. */
const isPrime = (value: bigint): boolean =>
  smallPrimes.every((prime) => value % prime !== 0n) &&
  value % exponent !== 1n &&
  checkPrimeSync(value);
