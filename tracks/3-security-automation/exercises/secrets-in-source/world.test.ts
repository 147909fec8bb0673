import { describe, expect, it } from "vitest";

import { secretsInSource } from "./exercise.ts";
import { bitsOf, partsOf } from "./fakes.ts";

const make = (seed: string, size: number, traits: string[] = []) => {
  const { files, secrets, expected } = secretsInSource.make({ seed, size, traits });
  return { files, secrets, findings: expected(null).findings };
};
const at = (findings: Readonly<Record<string, string>>[]): string[] =>
  findings.map(({ path, line, kind }) => `${path} ${line} ${kind}`).toSorted();

const keyId = /(?<![A-Za-z0-9/+])(AKIA|ASIA)[A-Z2-7]{16}(?![A-Za-z0-9/+=])/;
const keySecret = /(?<![A-Za-z0-9/+])(?![0-9a-f]{40})[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])/g;

/** The sure kinds, by their form in the text alone. */
function readTree(files: Record<string, string>): string[] {
  return Object.entries(files).flatMap(([path, text]) => {
    if (text.includes("\0") || isReviewed(path, text)) return [];
    const lines = text.split("\n");
    return lines.flatMap((line, index) => {
      const near = lines.slice(Math.max(0, index - 5), index + 6).join("\n");
      const secrets = (near.match(keySecret) ?? []).filter((one) => !one.endsWith("EXAMPLEKEY"));
      const isKey = keyId.test(line) && !line.includes("EXAMPLE") && secrets.length > 0;
      const rest = [line, ...lines.slice(index + 1)].join("\n").replaceAll("\\n", "\n");
      const isPrivate = /^.*-----BEGIN [A-Z ]*PRIVATE KEY-----\s+[A-Za-z0-9+/\s]{60,}-----END/.test(
        rest,
      );
      const passwords = [...line.matchAll(/:\/\/\w*:([\w.-]+)@/g)].map(([, password]) => password!);
      const isConnection = passwords.some((one) => one !== "changeme" && !/^x+$/.test(one));
      const kinds = {
        "aws-key": isKey,
        "private-key": isPrivate,
        "connection-string": isConnection,
      };
      return Object.entries(kinds).flatMap(([kind, is]) =>
        is ? [`${path} ${index + 1} ${kind}`] : [],
      );
    });
  });
}

const isReviewed = (path: string, text: string): boolean =>
  path.includes("/fixtures/") && text.split("\n")[0]!.includes("fake-secrets: reviewed");

describe.each("abcdefgh".split(""))("a tree of seed %s", (seed) => {
  it.each([[[]], [["sure"]], [["fixtures"]], [["odd-files"]]])(
    "with %j is right in its text",
    (traits) => {
      const { files, findings } = make(seed, 48, traits);
      const sure = findings.filter(({ kind }) => kind !== "token");
      expect(at(sure)).toEqual(readTree(files).toSorted());
      expect(sure.length).toBeGreaterThan(12);
      expect(Object.values(files).some((text) => text.includes("#!"))).toBe(false);
    },
  );

  it("has tokens that look random, and no other value under such a name that does", () => {
    const { files, findings } = make(seed, 80);
    const found = Object.entries(files).flatMap(([path, text]) =>
      text.split("\n").flatMap((line, index) => {
        if (/secret_?access_?key|secret_key|store\.secret|hash|process\.env/i.test(line)) return [];
        const match =
          /(?:token|secret|password|api_?key)\w*["']?\s*[:=]\s*["']?([\w-]{20,})["'\s;,]/i.exec(
            `${line} `,
          ) ?? /Bearer ([\w-]{20,})/.exec(line);
        const value = match?.[1] ?? "";
        const isRandom =
          /[a-z]/.test(value) && /[A-Z]/.test(value) && /\d/.test(value) && bitsOf(value) >= 3.5;
        return isRandom ? [`${path} ${index + 1} token`] : [];
      }),
    );
    expect(at(findings.filter(({ kind }) => kind === "token"))).toEqual(found.toSorted());
  });

  it("plants every secret once, where somebody may read it", () => {
    const { files, secrets } = make(seed, 60);
    const all = Object.values(files).join("\n");
    const parts = new Set(secrets);
    expect(parts.size).toBeGreaterThan(200);
    for (const part of parts) expect(all.split(part)).toHaveLength(2);
  });
});

it("takes ten characters of a secret for the secret, wherever they begin", () => {
  const secret = "Aa0Bb1Cc2Dd3Ee4Ff5Gg6Hh";
  const parts = partsOf(secret);
  const isTold = (text: string) => parts.some((part) => text.includes(part));
  for (let start = 0; start + 10 <= secret.length; start++)
    expect(isTold(secret.slice(start, start + 10))).toBe(true);
  expect(isTold(secret.slice(0, 7))).toBe(false);
});
