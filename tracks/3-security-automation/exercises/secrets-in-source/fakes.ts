import { between, draw } from "../names.ts";

const upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const lower = "abcdefghijklmnopqrstuvwxyz";
const digits = "0123456789";
const base32 = `${upper}234567`;
const base64 = `${upper}${lower}${digits}+/`;

/** Makes what looks like a secret and opens nothing: all of it comes from a seed, and none stands in this repository. */
export class Fakes {
  /** What must not be printed. */
  readonly planted: string[] = [];
  readonly #random: () => number;

  constructor(random: () => number) {
    this.#random = random;
  }

  chars(alphabet: string, length: number): string {
    return Array.from({ length }, () => draw(this.#random, alphabet.split(""))).join("");
  }

  between(low: number, high: number): number {
    return between(this.#random, low, high);
  }

  pick<T>(list: readonly T[]): T {
    return draw(this.#random, list);
  }

  keyId(): string {
    return this.pick(["AKIA", "ASIA"]) + this.chars(base32, 16);
  }

  /** One that has a character outside of the set of key IDs. */
  noKeyId(): string {
    return `AKIA${this.chars(base32, 7)}${this.pick(["0", "1", "8", "9"])}${this.chars(base32, 8)}`;
  }

  keySecret(): string {
    return this.#kept(this.#until(() => this.chars(base64, 40), isMixed));
  }

  token(length = this.between(24, 48)): string {
    return this.#kept(this.unkeptToken(length));
  }

  /** As random as a token, in a place where it is none. */
  unkeptToken(length: number): string {
    return this.#until(() => this.chars(`${upper}${lower}${digits}`, length), isMixed);
  }

  password(): string {
    const length = this.between(12, 18);
    return this.#kept(
      this.#until(() => this.chars(`${upper}${lower}${digits}-_.`, length), isMixed),
    );
  }

  hex(length: number): string {
    return this.chars("0123456789abcdef", length);
  }

  base64(length: number): string {
    return this.chars(base64, length);
  }

  uuid(): string {
    return [8, 4, 4, 4, 12].map((length) => this.hex(length)).join("-");
  }

  /** The lines between the first and the last of a key file. */
  body(): string[] {
    const lines = this.publicBody();
    this.planted.push(...lines);
    return lines;
  }

  /** The one line of a key of 48 bytes. */
  shortBody(): string {
    return this.#kept(this.base64(64));
  }

  publicBody(): string[] {
    return Array.from({ length: this.between(5, 12) }, () => this.base64(64));
  }

  #kept(secret: string): string {
    this.planted.push(secret);
    return secret;
  }

  #until(make: () => string, test: (text: string) => boolean): string {
    for (;;) {
      const made = make();
      if (test(made)) return made;
    }
  }
}

/** Digits, capitals and small letters, and few of them twice. */
const isMixed = (text: string): boolean =>
  (text.match(/\d/g) ?? []).length >= 2 &&
  /[A-Z]/.test(text) &&
  /[a-z]/.test(text) &&
  /[g-z]/.test(text) &&
  bitsOf(text) >= Math.min(3.8, Math.log2(text.length) - 0.35);

/** Eight characters in a row at every third place and at the end: ten of a secret never pass between them. */
export function partsOf(secret: string): string[] {
  const last = secret.length - 8;
  const starts = Array.from({ length: Math.floor(last / 3) + 1 }, (_, at) => at * 3);
  return [...starts, last].map((start) => secret.slice(start, start + 8));
}

/** Shannon's entropy for each character. */
export function bitsOf(text: string): number {
  const counts = new Map<string, number>();
  for (const one of text) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => {
    const share = count / text.length;
    return sum - share * Math.log2(share);
  }, 0);
}
