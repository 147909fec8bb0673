import { refusal } from "./refusal.ts";

/**
 * Reads members of a call's input. The codec has checked them against the model; what is missing is refused
 * once more, since a call may come from our own code.
 */
export class Input {
  readonly raw: Readonly<Record<string, unknown>>;

  constructor(raw: Readonly<Record<string, unknown>>) {
    this.raw = raw;
  }

  has(name: string): boolean {
    return this.#get(name) !== undefined;
  }

  /** A text that has to be there. */
  text(name: string): string {
    const value = this.#get(name);
    if (typeof value === "string" && value !== "") return value;
    throw refusal("ValidationError", `1 validation error detected: ${name} is required.`);
  }

  optional(name: string): string | null {
    const value = this.#get(name);
    return typeof value === "string" ? value : null;
  }

  number(name: string): number | null {
    const value = this.#get(name);
    return typeof value === "number" ? value : null;
  }

  flag(name: string): boolean | null {
    const value = this.#get(name);
    return typeof value === "boolean" ? value : null;
  }

  texts(name: string): string[] {
    const value = this.#get(name);
    return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
  }

  /** A list of structures. */
  list(name: string): Input[] {
    const value = this.#get(name);
    return Array.isArray(value) ? value.map((one) => new Input(asRecord(one))) : [];
  }

  /** A structure; an empty one where it is not there. */
  inside(name: string): Input {
    return new Input(asRecord(this.#get(name)));
  }

  bytes(name: string): Uint8Array | null {
    const value = this.#get(name);
    return value instanceof Uint8Array ? value : null;
  }

  /** A map of texts, such as an encryption context. */
  map(name: string): Record<string, string> {
    const entries = Object.entries(asRecord(this.#get(name)));
    return Object.fromEntries(entries.map(([key, value]) => [key, String(value)]));
  }

  /** Tags as most services send them: a list of Key and Value. */
  tags(name = "Tags"): Record<string, string> {
    const tags = this.list(name).map((tag) => [tag.text("Key"), tag.optional("Value") ?? ""]);
    return Object.fromEntries(tags) as Record<string, string>;
  }

  #get(name: string): unknown {
    return Object.hasOwn(this.raw, name) ? this.raw[name] : undefined;
  }
}

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
