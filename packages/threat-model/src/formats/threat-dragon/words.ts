import type { Element, Threat } from "../../model/model.ts";
import { impliedEncryption, protocols } from "../../model/protocols.ts";
import {
  stride,
  strideCategories,
  type Encryption,
  type StrideCategory,
} from "../../model/words.ts";

/** Name of this format in `extra`. */
export const format = "threat-dragon";

export const zoneShape = "trust-boundary-box";
export const flowShape = "flow";
export const elementShapes: Readonly<Record<string, Element["type"]>> = {
  actor: "actor",
  process: "process",
  store: "store",
};
export const dataTypes: Readonly<Record<Element["type"], string>> = {
  actor: "tm.Actor",
  process: "tm.Process",
  store: "tm.Store",
};

/** Older files write NA. Eliminated has no word of its own here, and stays in `extra`. */
const states: Readonly<Record<string, Threat["state"]>> = {
  Open: "open",
  Mitigated: "mitigated",
  Accepted: "accepted",
  Transferred: "transferred",
  Avoided: "avoided",
  Eliminated: "avoided",
  NotApplicable: "not-applicable",
  NA: "not-applicable",
};

export const stateOf = (status: string): Threat["state"] | undefined =>
  Object.hasOwn(states, status) ? states[status] : undefined;
export const statusOf = (state: Threat["state"]): string =>
  Object.keys(states).find((one) => states[one] === state) ?? "Open";

/** The label of a category; other methods than STRIDE have others, and translated files too. */
export function categoryOf(type: string): StrideCategory[] {
  const word = type.trim().toLowerCase();
  const found = strideCategories.find((one) => stride[one].title.toLowerCase() === word);
  return found ? [found] : [];
}
export const typeOf = (categories: readonly StrideCategory[]): string =>
  categories[0] ? stride[categories[0]].title : "Generic";

/** "HTTP/2 (TLS)" → "http-2-tls"; titles of protocols that are known → their ids. */
export function protocolOf(text: string): string {
  const word = text.trim().toLowerCase();
  const known = Object.entries(protocols).find(
    ([id, { title }]) => id === word || title.toLowerCase() === word,
  );
  const slug = word
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 60)
    .replace(/-$/, "");
  return known?.[0] ?? slug;
}
export const protocolTitle = (id: string): string =>
  Object.hasOwn(protocols, id) ? protocols[id]!.title : id;

/** False is the default of Threat Dragon's form, so it says no more than the protocol does. */
export function encryptionOf(isEncrypted: boolean, protocol: string): Encryption {
  const implied = impliedEncryption(protocol);
  if (!isEncrypted) return implied;
  return isSafe(implied) ? implied : "tls";
}
export const isSafe = (encryption: Encryption): boolean =>
  encryption !== "none" && encryption !== "unknown";
