import { describe, expect, it } from "vitest";

import type { Audience } from "../audience.ts";
import { jargon } from "./jargon.ts";
import { terms } from "./terms.ts";

const quotes = (text: string, audience: Audience) => jargon(text, audience).map(({ text }) => text);

describe("finds terms", () => {
  it.each<[string, Audience, string[]]>([
    ["We found SSRF in the upload.", "engineer", ["SSRF"]],
    ["We found ssrf in the upload.", "engineer", ["ssrf"]],
    [
      "A server side request forgery, and an IDOR.",
      "engineer",
      ["server side request forgery", "IDOR"],
    ],
    ["The API has two endpoints.", "engineer", []],
    ["The API has two endpoints.", "manager", ["endpoints"]],
    ["The API has two endpoints.", "customer", ["API", "endpoints"]],
    ["We rolled out S3 bucket policies.", "customer", ["S3 bucket"]],
    ["The bucket policies are open.", "customer", ["bucket policies"]],
    ["We sanitize, and they sanitised.", "customer", ["sanitize"]],
    ["Authorization failed.", "customer", ["Authorization"]],
    ["We triaged and remediated it.", "customer", ["triaged", "remediated"]],
    ["Our CI/CD runs it.", "customer", ["CI/CD"]],
    ["PCI DSS and GDPR apply.", "customer", ["PCI DSS", "GDPR"]],
    ["Ransomware and phishing.", "customer", []],
    ["Encryption at rest is on.", "customer", ["Encryption at rest"]],
    ["A man-in-the-middle read it.", "manager", ["man-in-the-middle"]],
  ])("%s for %s", (text, audience, expected) => {
    expect(quotes(text, audience)).toEqual(expected);
  });

  it.each([
    "Rest assured, the rest of the team went to rest.",
    "He took it in stride, with a nat and a rag.",
    "We contain the fire, and exploited the reds.",
    "The phrase api_key_x and `SSRF` in code, https://example.com/ssrf too.",
    "The roles, the trusts, the boundaries.",
    "Cross-site. Scripting.",
    "",
  ])("leaves words alone: %s", (text) => {
    expect(quotes(text, "customer")).toEqual([]);
  });
});

describe("an explained term", () => {
  it.each([
    ["SSRF, which means that our server fetches an address for the attacker.", true],
    ["SSRF (our server fetches an address that the attacker chose) was there.", true],
    ["SSRF, that is, our server fetching what an attacker wants.", true],
    ["SSRF, i.e. our server fetching what an attacker wants.", true],
    ["SSRF is when our server fetches what an attacker wants.", true],
    ["SSRF is a kind of attack on the inside.", true],
    ["SSRF: a trick that turns our server on itself.", true],
    ["SSRF, where our own server is sent to the attacker's address.", true],
    ["An attack called SSRF hit us.", true],
    ["A trick known as “SSRF” hit us.", true],
    ["Our own server is tricked into fetching a secret page (SSRF).", true],
    ["We saw SSRF once. SSRF means that our server fetches for the attacker.", true],
    ["SSRF (server-side request forgery) was there.", false],
    ["Server-side request forgery (SSRF) was there.", false],
    ["We saw SSRF, and it was bad.", false],
    ["We saw SSRF, IDOR and more.", false],
    ["SSRF is bad.", false],
    ["SSRF was fixed (yesterday).", false],
  ])("%s → %s", (text, explained) => {
    const open = quotes(text, "engineer").some((quote) => /SSRF|request forgery/.test(quote));
    expect(open).toBe(!explained);
  });
});

it("gives the place, plain words and the number of mentions", () => {
  expect(jargon("An XSS; the XSS and cross-site scripting again.", "manager")).toEqual([
    {
      text: "XSS",
      start: 3,
      end: 6,
      plain: "an attacker's script running inside our page",
      mentions: 3,
    },
  ]);
});

describe("the list", () => {
  it("holds at least 150 terms, none twice, each in short plain words", () => {
    const names = terms.flatMap(({ names }) => names.map((name) => name.toLowerCase()));
    expect(terms.length).toBeGreaterThanOrEqual(150);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    expect(terms.filter(({ plain }) => plain.split(" ").length > 16)).toEqual([]);
  });

  it("explains no term with words that need explaining themselves to that reader", () => {
    const circular = terms.flatMap(({ names, plain, explainFor }) =>
      explainFor.flatMap((audience) =>
        jargon(plain, audience).map((inner) => [names[0], inner.text]),
      ),
    );
    expect(circular).toEqual([]);
  });
});
