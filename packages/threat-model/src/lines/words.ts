import { controls } from "../model/controls.ts";
import { protocols } from "../model/protocols.ts";
import { technologies } from "../model/technologies.ts";
import { authentications, encryptions } from "../model/words.ts";

/** What a word in a flow's brackets says. */
export type Meaning = {
  kind: "protocol" | "authentication" | "encryption" | "control";
  id: string;
};

/** What people say for words that have no table of aliases. */
const spoken: readonly [Meaning["kind"], string, string][] = [
  ["protocol", "", "unknown protocol"],
  ["authentication", "none", "no authentication, no auth, unauthenticated, anonymous"],
  ["authentication", "unknown", "unknown authentication, unknown auth"],
  ["authentication", "session", "session cookie, cookie"],
  ["authentication", "token", "bearer token, bearer, jwt, oauth, access token"],
  ["authentication", "mfa", "2fa, passkey"],
  ["authentication", "mtls", "mutual tls"],
  ["authentication", "sigv4", "iam, aws sigv4"],
  ["authentication", "signed-url", "presigned url, pre-signed url"],
  ["encryption", "none", "no encryption, unencrypted, plaintext, plain text, cleartext"],
  ["encryption", "unknown", "unknown encryption"],
  ["encryption", "tls", "ssl, tls 1.2, tls 1.3, encrypted"],
  ["encryption", "message", "end-to-end encryption, end-to-end, e2e"],
];

const normal = (word: string): string => word.toLowerCase().trim().replace(/\s+/g, " ");

/** The first to claim a word keeps it; an id also stands with blanks for its hyphens. */
function claim<T>(words: Map<string, T>, all: readonly string[], value: T): void {
  for (const one of all.flatMap((word) => [normal(word), normal(word.replace(/-/g, " "))]))
    if (!words.has(one)) words.set(one, value);
}

type Row = { id: string; title: string; aliases: readonly string[] };

/** A test of the tables holds that no word means two of them, so what is printed by id is read as that id. */
function byWord(rows: Iterable<Row>): Map<string, string> {
  const words = new Map<string, string>();
  for (const { id, title, aliases } of rows) claim(words, [id, title, ...aliases], id);
  return words;
}

const technologyWords = byWord(technologies.values());
const controlWords = byWord(controls.values());

function meaningsOf(): Map<string, Meaning> {
  const words = new Map<string, Meaning>();
  for (const [kind, id, aliases] of spoken) claim(words, aliases.split(", "), { kind, id });
  for (const [id, { title }] of Object.entries(protocols))
    claim(words, [id, title], { kind: "protocol", id });
  for (const [kind, ids] of [
    ["authentication", authentications],
    ["encryption", encryptions],
  ] as const)
    for (const id of ids) if (id !== "none" && id !== "unknown") claim(words, [id], { kind, id });
  for (const [word, id] of controlWords) claim(words, [word], { kind: "control", id });
  return words;
}

const flowWords = meaningsOf();

/** A word of nobody as an id; null where no letter or digit is left. */
function slugOf(word: string): string | null {
  const slug = word
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/^-|-$/g, "");
  return slug === "" ? null : slug;
}

/** `known` is false for a word that is in no table. */
type Found<T> = (T & { known: boolean }) | null;

const find = <T>(words: ReadonlyMap<string, T>, word: string): T | undefined =>
  words.get(normal(word)) ?? words.get(normal(word.replace(/-/g, " ")));

export function technologyNamed(word: string): Found<{ id: string }> {
  const id = find(technologyWords, word);
  return id === undefined ? unknown(word) : { id, known: true };
}

export function controlNamed(word: string): Found<{ id: string }> {
  const id = find(controlWords, word);
  return id === undefined ? unknown(word) : { id, known: true };
}

export function meaningNamed(word: string): Found<Meaning> {
  const meaning = find(flowWords, word);
  if (meaning !== undefined) return { ...meaning, known: true };
  const control = unknown(word);
  return control && { ...control, kind: "control" };
}

function unknown(word: string): Found<{ id: string }> {
  const id = slugOf(word);
  return id === null ? null : { id, known: false };
}

/** How a protocol is written: its title, if that is read as it, else its id; null where neither is. */
export function protocolWord(id: string): string | null {
  const title = Object.hasOwn(protocols, id) ? protocols[id]!.title : id;
  return [title, id].find((word) => says(word, { kind: "protocol", id })) ?? null;
}

export function says(word: string, { kind, id }: Meaning): boolean {
  const found = meaningNamed(word);
  return found !== null && found.kind === kind && found.id === id;
}
