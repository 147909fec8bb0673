import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";

import { loadCurriculum } from "@loopwright/content";
import type { Card } from "@loopwright/core";

const here = fileURLToPath(new URL(".", import.meta.url));

/** Where a fact of this track may stand on: whoever made the thing, or who standardised it. */
const hosts = new Set([
  "docs.aws.amazon.com",
  "aws.amazon.com",
  "www.amazon.jobs",
  "www.aboutamazon.com",
  "csrc.nist.gov",
  "www.rfc-editor.org",
]);

/** Topic as the first part of the id, and the least number of cards on it. */
const topics: [string, number][] = [
  ["iam", 40],
  ["kms|enc", 25],
  ["s3", 22],
  ["vpc", 20],
  ["det|ir", 22],
  ["imds|ecs|eks|lambda|ec2", 11],
  ["ctx", 10],
];

const guideNames = [
  "amazon-context",
  "compute-credentials",
  "detection",
  "encryption",
  "iam",
  "kms",
  "s3",
  "vpc",
];

let cards: Card[] = [];
let guides: { slug: string; text: string }[] = [];
let problems: string[] = [];
beforeAll(async () => {
  const curriculum = await loadCurriculum(join(here, ".."));
  const texts = await Promise.all(
    (await readdir(join(here, "cards"))).map((file) => readFile(join(here, "cards", file), "utf8")),
  );
  const ids = new Set(
    texts.flatMap((text) => [...text.matchAll(/^- id: (.+)$/gm)].map((m) => m[1])),
  );
  cards = [...curriculum.cards.values()].filter(({ id }) => ids.has(id));
  problems = curriculum.problems
    .filter(({ where }) => /^7-[^/]+[/\\](?:cards|guide)/.test(where))
    .map(({ where, message }) => `${where}: ${message}`);
  const track = curriculum.tracks.find(({ id }) => id === "7-amazon-specific-prep");
  guides = await Promise.all(
    (track?.guides ?? []).map(({ slug }) => curriculum.guide("7-amazon-specific-prep", slug)),
  );
}, 60_000);

const repeated = (values: readonly string[]) =>
  values.filter((value, at) => values.indexOf(value) !== at);

describe("cards", () => {
  // Ids are unique over all tracks: the loader notes a second one as a problem, and drops it.
  it("all load", () => {
    expect(problems).toEqual([]);
    expect(cards.length).toBeGreaterThanOrEqual(150);
  });

  it.each(topics)("on %s are at least %i", (prefix, least) => {
    const found = cards.filter(({ id }) => new RegExp(`^(?:${prefix})-`).test(id));
    expect(found.length).toBeGreaterThanOrEqual(least);
  });

  it("ask and answer each thing once", () => {
    expect(repeated(cards.map(({ front }) => front.toLowerCase()))).toEqual([]);
    expect(repeated(cards.map(({ back }) => back.toLowerCase()))).toEqual([]);
  });

  it("ask a question that can be answered in one breath", () => {
    const long = cards.filter(({ back }) => back.length > 320 || sentencesOf(back) > 3);
    const noQuestion = cards.filter(({ front }) => !/[?]$/.test(front) && !/[.]$/.test(front));
    expect([...long, ...noQuestion].map(({ id }) => id)).toEqual([]);
  });

  it("stand on a page of whoever is responsible for the fact", () => {
    const strange = cards.filter(({ source }) => {
      const { protocol, host } = new URL(source);
      return protocol !== "https:" || !hosts.has(host);
    });
    expect(strange.map(({ id, source }) => `${id} ${source}`)).toEqual([]);
  });
});

const sentencesOf = (text: string): number => text.split(/[.?](?= [A-Z“]|$)/).length - 1;

describe("guides", () => {
  it("are the eight", () => {
    expect(guides.map(({ slug }) => slug).toSorted()).toEqual(guideNames);
  });

  it.each(guideNames)("%s is short, dated, sourced and ends with five questions", (name) => {
    const text = guides.find(({ slug }) => slug === name)?.text ?? "";
    const questions = text.split("## What an interviewer asks\n")[1] ?? "";
    const hostsOf = [...text.matchAll(/\]\((https?:\/\/[^)]+)\)/g)].map((m) => new URL(m[1] ?? ""));
    expect(text.split("\n").length).toBeLessThanOrEqual(220);
    expect(text).toMatch(/^As of \d{1,2} [A-Z][a-z]+ 20\d\d/m);
    expect(questions.match(/^\d\. /gm)).toHaveLength(5);
    expect(hostsOf.length).toBeGreaterThanOrEqual(8);
    expect(
      hostsOf
        .filter(({ protocol, host }) => protocol !== "https:" || !hosts.has(host))
        .map(({ href }) => href),
    ).toEqual([]);
  });

  it("name each other by files that are there", () => {
    const named = guides.flatMap(({ slug, text }) =>
      [...text.matchAll(/\]\(([a-z0-9-]+)\.md\)/g)].map((m) => `${slug}: ${m[1]}`),
    );
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((one) => !guideNames.includes(one.split(": ")[1] ?? ""))).toEqual([]);
  });
});
