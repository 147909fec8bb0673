import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { loadCurriculum, searchSources, type Curriculum } from "@loopwright/content";
import { beforeAll, describe, expect, it } from "vitest";

import { SearchIndex } from "../apps/server/src/search/search-index.ts";
import { openSearch, type Search } from "../apps/server/src/search/search.ts";
import { tokensOf } from "../apps/server/src/search/tokens.ts";

const tracks = fileURLToPath(new URL("../tracks", import.meta.url));

let curriculum: Curriculum;
let search: Search;

beforeAll(async () => {
  curriculum = await loadCurriculum(tracks);
  search = openSearch(searchSources(curriculum), () => 0);
});

/** The first hits of each group, as "guide: title > heading". */
async function first(typed: string): Promise<string[]> {
  const { groups } = await search.find(typed, { limit: 3 });
  return groups.flatMap(({ group, hits }) =>
    hits.map(({ title, heading }) =>
      [`${group}: ${title.text}`, heading.text].filter(Boolean).join(" > "),
    ),
  );
}

describe("what comes first in the real library", () => {
  it.each<[string, string]>([
    ["tls handshake", "guide: TLS handshakes > TLS 1.3, in one round trip"],
    ["mutual tls", "guide: TLS handshakes > Mutual TLS: for services, not for people"],
    ["mTLS", "question: Mutual TLS across a fleet"],
    ["kms key policy", "guide: KMS: keys, and who may use them > The key policy comes first"],
    ["presigned", "guide: S3: buckets, and the ways into and out of them > Presigned URLs"],
    ["assume role", "guide: IAM: who may do what, and who decides > Roles and trust"],
    ["ddos", "guide: Denial of service at scale"],
    ["trust boundary", "guide: Trust boundaries"],
    ["envelope encryption", "guide: KMS: keys, and who may use them > Envelope encryption"],
    ["presinged url", "guide: S3: buckets, and the ways into and out of them > Presigned URLs"],
    ["symmetric asymmetric", "question: Symmetric and asymmetric encryption"],
    ["xss", "question: Kinds of cross-site scripting, and what stops each"],
    ["cross site scripting", "question: Kinds of cross-site scripting, and what stops each"],
    ["csrf", "question: CSRF, and what SameSite leaves open"],
    ["ssrf", "question: SSRF in the cloud"],
    ["server-side request forgery", "question: SSRF in the cloud"],
    ["compromised credentials", "question: Detect and respond to compromised AWS credentials"],
    ["smart home", "question: Threat model a smart-home device before it is made"],
    ["kubernets", "question: One hour with an unknown Kubernetes cluster"],
    ["c++", "question: A million lines of C++, rewrite or harden"],
    ["codes for parcel", "drill: Codes for parcel lockers"],
    ["order api", "drill: The order API of a shop"],
    ["imdsv2", "card: Why does IMDSv2 stop most SSRF?"],
    ["kms:ViaService", "card: What does kms:ViaService do in a key policy?"],
    ["encryption context", "card: What is the encryption context?"],
    ["dead letter zebra", "nothing"],
  ])("%j: %s", async (typed, expected) => {
    const hits = await first(typed);
    const group = expected.split(":")[0] ?? "";
    if (expected === "nothing") expect((await search.find(typed, { limit: 1 })).partly).toBe(true);
    else expect(hits.find((one) => one.startsWith(group))).toContain(expected);
  });
});

/** Every file below a folder. */
async function textsBelow(folder: string, wanted: RegExp): Promise<string[]> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = names.filter((one) => one.isFile() && wanted.test(join(one.parentPath, one.name)));
  return Promise.all(files.map((one) => readFile(join(one.parentPath, one.name), "utf8")));
}

const termsOf = (texts: readonly string[]): Set<string> =>
  // “**S**poofing” is a word.
  new Set(texts.flatMap((text) => tokensOf(text.replaceAll("**", "")).map(({ term }) => term)));

it("no word of a key that stands nowhere public can be found, in any drill", async () => {
  const index = new SearchIndex(searchSources(curriculum));
  await index.refresh();
  const open = termsOf([
    ...(await textsBelow(tracks, /\/(guide|cards)\/|\/drills\/[^/]+\/(drill|brief)\.(md|yaml)$/)),
    ...curriculum.tracks.map(({ title }) => title),
    ...[...curriculum.kinds.values()].map(({ module }) => module.kind.title),
    // A listing may name its own facets.
    "core",
  ]);
  let secrets = 0;
  const found: string[] = [];
  for (const { meta, folder } of curriculum.drills.values()) {
    const hidden = termsOf(await textsBelow(join(folder, "answer"), /./));
    for (const term of hidden) {
      if (open.has(term)) continue;
      secrets++;
      if (index.has(term)) found.push(`${meta.id}: ${term}`);
    }
  }
  expect(found).toEqual([]);
  expect(secrets).toBeGreaterThan(10_000);
});

it("no concept of a drill is searched: concepts name the flaws", async () => {
  const sources = searchSources(curriculum).filter(({ key }) => key.startsWith("drill "));
  const entries = (await Promise.all(sources.map((one) => one.entries()))).flat();
  // The bank of questions is open, and tells the topic of each.
  const drills = entries.filter(({ target }) => target.group === "drill");
  const named = drills.filter(({ id, facts }) => {
    const concepts = curriculum.drills.get(id.slice("drill ".length))?.meta.concepts ?? [];
    return concepts.some((one) => one.includes("-") && facts.split(" ").includes(one));
  });
  expect(named.map(({ id }) => id)).toEqual([]);
});

describe("whatever is typed is answered", () => {
  it.each<[string, string]>([
    ["10,000 characters", "security ".repeat(1112)],
    ["one word of 10,000", "s".repeat(10_000)],
    ["every letter", [..."abcdefghijklmnopqrstuvwxyz"].join(" ")],
    ["patterns", "(.*)* [a-z]+ \\b(?=x)"],
    ["NUL", "\0iam\0"],
    ["emoji", "🔐 iam 👩‍👩‍👧"],
    ["half a pair", "\ud83d iam"],
  ])("%s", async (_name, typed) => {
    const { total, groups } = await search.find(typed, { limit: 5 });
    expect(groups.reduce((sum, one) => sum + one.total, 0)).toBe(total);
  });
});

it("every place of a hit lies inside its text, in order and apart", async () => {
  for (const typed of ["iam role", "s3:GetObject", "encryp", "customer", "t"]) {
    const { groups } = await search.find(typed, { limit: 60 });
    for (const { title, heading, excerpt } of groups.flatMap(({ hits }) => hits)) {
      for (const { text, ranges } of [title, heading, excerpt]) {
        const edges = ranges.flat();
        expect(edges).toEqual(edges.toSorted((a, b) => a - b));
        expect(edges.at(-1) ?? 0).toBeLessThanOrEqual(text.length);
      }
    }
  }
});
