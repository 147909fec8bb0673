import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";

import { loadCurriculum } from "@loopwright/content";
import type { Drill } from "@loopwright/core";

import type { ReviewBrief } from "./kinds/review/brief.ts";
import type { ReviewKey } from "./kinds/review/key.ts";

/** What README.md promises of the drills as a whole. */
const drills: Drill[] = [];
beforeAll(async () => {
  const curriculum = await loadCurriculum(join(fileURLToPath(import.meta.url), "..", ".."));
  for (const { meta } of curriculum.drills.values()) {
    if (meta.kind === "review") drills.push((await curriculum.drill(meta.id)).drill);
  }
}, 60_000);

const briefOf = ({ brief }: Drill) => brief as unknown as ReviewBrief;
const keyOf = ({ key }: Drill) => key as unknown as ReviewKey;
const inLanguage = (language: string) =>
  drills.filter(
    (drill) => briefOf(drill).language === language && briefOf(drill).change === undefined,
  );

it.each(["python", "javascript", "java"])("has eight drills in %s, at three levels", (language) => {
  const found = drills.filter(({ meta }) => meta.languages[0] === language);
  const runnable = found.filter(({ meta }) => meta.stages?.includes("repair") ?? true);
  expect(runnable.length).toBeGreaterThanOrEqual(8);
  expect(new Set(runnable.map(({ meta }) => meta.level))).toEqual(new Set([1, 2, 3]));
});

it("has three in C or C++, three changes of mixed files, two with a scanner's output, six for a phone", () => {
  const native = [...inLanguage("c"), ...inLanguage("cpp")];
  const changes = drills.filter((drill) => briefOf(drill).change !== undefined);
  const scans = drills.filter((drill) => briefOf(drill).scan !== undefined);
  const phone = drills.filter(({ meta }) => meta.size === "phone");
  expect(native).toHaveLength(3);
  expect(changes.length).toBeGreaterThanOrEqual(3);
  expect(scans.length).toBeGreaterThanOrEqual(2);
  expect(
    phone.length - native.filter(({ meta }) => meta.size === "phone").length,
  ).toBeGreaterThanOrEqual(6);
});

it("was read by a second person, every drill", () => {
  expect(
    drills.filter(({ meta }) => meta.status !== "reviewed").map(({ meta }) => meta.id),
  ).toEqual([]);
});

/** Topic, and for each drill that has it a class that one of its flaws is known by. */
const topics: [string, Record<string, number>][] = [
  ["SQL injection", { "order-api": 89, "refund-desk": 89, "seller-lookup": 89 }],
  ["OS command injection", { "label-printer": 78 }],
  ["template injection", { "seller-mailings": 1336 }],
  ["stored and DOM XSS", { "review-widget": 79 }],
  ["CSRF", { "session-sharing-change": 352 }],
  [
    "missing object-level authorisation",
    { "order-api": 639, "catalog-feed-import": 639, "upload-grants-change": 639 },
  ],
  [
    "missing function-level authorisation",
    { "listing-upload": 862, "refund-desk": 862, "cart-restore": 862 },
  ],
  ["broken sessions", { "checkout-return": 384 }],
  ["password reset", { "recovery-codes": 640 }],
  ["JWT misuse", { "partner-token": 347 }],
  ["SSRF with redirects and odd addresses", { "picture-proxy": 918 }],
  ["path traversal", { "video-download": 22 }],
  ["zip slip", { "catalog-feed-import": 22 }],
  ["XXE", { "catalog-feed-import": 611 }],
  [
    "deserialisation",
    { "report-export": 502, "cart-restore": 502, "event-bus-config-change": 502 },
  ],
  ["prototype pollution", { "device-preferences": 1321 }],
  ["weak randomness", { "device-pairing": 338 }],
  ["weak hashing", { "sealed-addresses": 916 }],
  ["nonce misuse", { "sealed-addresses": 323 }],
  ["timing comparison", { "locker-handover": 208 }],
  ["races", { "gift-card-redeem": 367, "session-cache-cpp": 367 }],
  ["mass assignment", { "order-api": 915, "device-preferences": 915 }],
  ["open redirect", { "checkout-return": 601 }],
  ["CORS", { "session-sharing-change": 942 }],
  ["ReDoS", { "search-suggest": 1333 }],
  [
    "secrets in logs",
    { "search-suggest": 532, "seller-lookup": 532, "event-bus-config-change": 532 },
  ],
  ["secrets in configuration", { "locker-handover": 798, "build-pipeline-change": 522 }],
  ["insecure upload", { "listing-upload": 434, "upload-grants-change": 434 }],
  ["unsafe YAML", { "listing-upload": 502 }],
  ["a fail-open error path", { "picture-proxy": 636, "event-bus-config-change": 636 }],
  ["a confusable dependency", { "build-pipeline-change": 427 }],
  ["an unpinned CI action", { "build-pipeline-change": 829 }],
  ["prompt injection into an assistant with tools", { "assistant-refunds": 1426 }],
  ["bounds", { "device-frame-parser": 787 }],
  ["integers", { "thumbnail-buffer": 190 }],
  ["lifetime", { "session-cache-cpp": 416 }],
];

describe("has a drill on", () => {
  it.each(topics)("%s", (_, expected) => {
    const found = Object.keys(expected).map((id) => {
      const drill = drills.find(({ meta }) => meta.id === id);
      const classes = drill ? keyOf(drill).flaws.flatMap(({ cwe }) => cwe) : [];
      return [id, classes.includes(expected[id]!)];
    });
    expect(found).toEqual(Object.keys(expected).map((id) => [id, true]));
  });
});

/** Category and a class that OWASP lists under it, of 2021 and of 2025. */
const categories: [string, number][] = [
  ["2021 A01 Broken Access Control", 639],
  ["2021 A02 Cryptographic Failures", 323],
  ["2021 A03 Injection", 89],
  ["2021 A04 Insecure Design", 841],
  ["2021 A05 Security Misconfiguration", 611],
  ["2021 A06 Vulnerable and Outdated Components", 1104],
  ["2021 A07 Identification and Authentication Failures", 384],
  ["2021 A08 Software and Data Integrity Failures", 502],
  ["2021 A09 Security Logging and Monitoring Failures", 532],
  ["2021 A10 Server-Side Request Forgery", 918],
  ["2025 A01 Broken Access Control", 918],
  ["2025 A02 Security Misconfiguration", 611],
  ["2025 A03 Software Supply Chain Failures", 1357],
  ["2025 A04 Cryptographic Failures", 338],
  ["2025 A05 Injection", 78],
  ["2025 A06 Insecure Design", 841],
  ["2025 A07 Authentication Failures", 640],
  ["2025 A08 Software or Data Integrity Failures", 915],
  ["2025 A09 Security Logging and Alerting Failures", 532],
  ["2025 A10 Mishandling of Exceptional Conditions", 636],
];

describe("has a drill in", () => {
  it.each(categories)("%s", (_, cwe) => {
    expect(drills.flatMap((drill) => keyOf(drill).flaws.flatMap((flaw) => flaw.cwe))).toContain(
      cwe,
    );
  });
});
