import { Buffer } from "node:buffer";

import { pbkdf2 } from "./parts/crypto.js";
import { equal } from "./parts/equal.js";
import { entropy } from "./parts/host.js";

const iterations = 10_000;
const length = 32;

const derive = (password, salt, rounds) =>
  pbkdf2({ password: String(password), salt, iterations: rounds, length, algorithm: "sha256" });

/** `pbkdf2_sha256$iterations$salt$hash`, with a new random salt. */
async function hash(password) {
  const salt = Buffer.from(entropy(16));
  const derived = derive(password, salt, iterations);
  return ["pbkdf2_sha256", iterations, salt.toString("base64"), derived.toString("base64")].join(
    "$",
  );
}

/** Whether the password is the one that was hashed. A promise: without `await` it is always truthy. */
async function verify(password, stored) {
  const [name, rounds, salt, expected] = String(stored).split("$");
  if (name !== "pbkdf2_sha256" || !(Number(rounds) > 0)) return false;
  const derived = derive(password, Buffer.from(salt, "base64"), Number(rounds));
  return equal(derived.toString("base64"), expected);
}

export const passwords = { hash, verify };
export default passwords;
