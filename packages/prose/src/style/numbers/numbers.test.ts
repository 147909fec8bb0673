import { describe, expect, it } from "vitest";

import { numbers } from "./numbers.ts";

const seen = (text: string) =>
  numbers(text).map(({ text, kind, value, unit }) => [text, kind, value, unit]);

describe("figures", () => {
  it.each<[string, [string, string, number | null, string | null][]]>([
    ["We closed 400 tickets.", [["400 tickets", "count", 400, "tickets"]]],
    ["We closed 1,200 findings.", [["1,200 findings", "count", 1200, "findings"]]],
    [
      "There were five critical findings.",
      [["five critical findings", "count", 5, "critical findings"]],
    ],
    ["Twenty-five services.", [["Twenty-five services", "count", 25, "services"]]],
    ["two hundred and six hosts", [["two hundred and six hosts", "count", 206, "hosts"]]],
    ["three million users", [["three million users", "count", 3e6, "users"]]],
    ["a hundred engineers", [["a hundred engineers", "count", 100, "engineers"]]],
    ["half a million accounts", [["half a million accounts", "count", 5e5, "accounts"]]],
    ["10k requests", [["10k requests", "count", 1e4, "requests"]]],
    ["2.5 million users", [["2.5 million users", "count", 2.5e6, "users"]]],
    ["100M users", [["100M users", "count", 1e8, "users"]]],
    ["30 % of it", [["30 %", "percent", 30, "%"]]],
    ["99.95% of it", [["99.95%", "percent", 99.95, "%"]]],
    ["forty percent of it", [["forty percent", "percent", 40, "%"]]],
    ["$1.2M was lost", [["$1.2M", "money", 1.2e6, "USD"]]],
    ["€40,000 a year", [["€40,000", "money", 40000, "EUR"]]],
    ["It cost 300 dollars.", [["300 dollars", "money", 300, "USD"]]],
    ["It cost EUR 50.", [["EUR 50", "money", 50, "EUR"]]],
    ["p99 of 300 ms", [["300 ms", "duration", 300, "millisecond"]]],
    ["It took 6 minutes.", [["6 minutes", "duration", 6, "minute"]]],
    ["a 90-day plan", [["90-day", "duration", 90, "day"]]],
    ["It took three working days.", [["three working days", "duration", 3, "working day"]]],
    ["It took half an hour.", [["half an hour", "duration", 0.5, "hour"]]],
    ["It ran for a week.", [["a week", "duration", 1, "week"]]],
    ["3x the load", [["3x", "ratio", 3, "times"]]],
    ["It is ten times faster.", [["ten times", "ratio", 10, "times"]]],
    ["48 of 50 services", [["48 of 50 services", "ratio", 0.96, "services"]]],
    ["one in five", [["one in five", "ratio", 0.2, null]]],
    ["9 out of 10 teams", [["9 out of 10 teams", "ratio", 0.9, "teams"]]],
    ["2/3 of it", [["2/3", "ratio", 2 / 3, null]]],
    ["two thirds of it", [["two thirds", "ratio", 2 / 3, "times"]]],
    ["half of the team", [["half", "ratio", 0.5, "times"]]],
    ["On 2024-03-15 it ended.", [["2024-03-15", "date", 2024, null]]],
    ["On 15 March 2024 it ended.", [["15 March 2024", "date", 2024, null]]],
    ["in Q3 2023", [["Q3 2023", "date", 2023, null]]],
    ["in 2021", [["2021", "date", 2021, null]]],
    ["since May", [["May", "date", null, null]]],
    ["in 2000 repositories", [["2000 repositories", "count", 2000, "repositories"]]],
    ["and one leaked key gives it away", [["one leaked", "count", 1, "leaked"]]],
    ["one breach", [["one breach", "count", 1, "breach"]]],
    ["zero incidents", [["zero incidents", "count", 0, "incidents"]]],
    ["500 GB of logs", [["500 GB", "count", 500, "GB"]]],
  ])("%s", (text, expected) => {
    expect(seen(text)).toEqual(expected);
  });

  it.each([
    ["5 to 10 minutes", "5 to 10 minutes", 5, 10, "minute"],
    ["between 20 and 30 engineers", "20 and 30 engineers", 20, 30, "engineers"],
    ["20–30 %", "20–30 %", 20, 30, "%"],
    ["two or three days", "two or three days", 2, 3, "day"],
    ["$5-10", "$5-10", 5, 10, "USD"],
    ["a number from 1 to 100", "1 to 100", 1, 100, null],
  ])("range: %s", (given, text, value, high, unit) => {
    expect(numbers(given)).toMatchObject([{ text, value, high, unit }]);
  });

  it.each([
    "The host 10.0.0.1 and 169.254.169.254, 10.0.0.0/8 and 127.0.0.1:8080.",
    "Open localhost:8080 and :443, or port 443 and ports 80, 443.",
    "version 2.1, v3, 1.2.3, Python 3.12, Java 17, Node 20.",
    "CVE-2021-44228, CWE-79, CWE 89, RFC 6749, ISO 27001, PCI DSS 4.0, SOC 2.",
    "HTTP 404, a 403 error, status 500, returned a 401, HTTP/2.",
    "TLS 1.3, OAuth 2.0, IPv6, S3, EC2, SHA-256, AES-256, RSA-2048, MD5, UTF-8, K8s.",
    "A 256-bit key, 2048 bits.",
    "The OWASP Top 10, A01:2021, T1059.",
    "Line 42, step 3, issue #12, sev 2, Layer 7.",
    "At 10:30, 9 am, 24/7, the 2nd, the 1990s.",
    "No one knew, this one too, one of them, one day, the one thing.",
    "Zero trust, a zero-day, two-factor, a three-tier plan.",
    "The old one works, and a fast one lets them in; it disagrees more than one thinks.",
    "It's twenty to nine.",
    "A /24, and {{7*7}} and 2^32.",
    "2FA, 4xx, 5G, 3DES.",
    "`x = 40`, https://example.com/42",
    "",
  ])("names, not figures: %s", (text) => {
    expect(seen(text)).toEqual([]);
  });
});

describe("baseline, result and period", () => {
  const triple = (text: string) => {
    const all = numbers(text).map(({ triple }) => triple);
    const one = all.find(({ result }) => result) ?? all.find(({ period }) => period) ?? {};
    return [one.baseline?.text, one.result?.text, one.period?.text];
  };
  const none = undefined;

  it.each([
    ["from 40 minutes to 6 within two quarters", "40 minutes", "6", "within two quarters"],
    ["It halved in a month.", none, "halved", "in a month"],
    ["It was cut by 30 % year on year.", none, "30 %", "year on year"],
    ["We went from five to none.", "five", "none", none],
    ["Findings fell from 120 to 15 in six weeks.", "120", "15", "in six weeks"],
    ["In six weeks it fell from 120 to 15.", "120", "15", "In six weeks"],
    ["It takes 6 minutes, down from 40.", "40", "6 minutes", none],
    ["Scans end in 6 minutes instead of 40.", "40", "6 minutes", none],
    ["We brought it to 3 days from 20.", "20", "3 days", none],
    ["40 → 6", "40", "6", none],
    ["We cut review time 40 minutes to 6.", "40 minutes", "6", none],
    ["It used to take 40 minutes and now takes 6.", "40 minutes", "6", none],
    ["It took 40 minutes before. Now it takes 6.", "40 minutes", "6", none],
    ["Builds are 3x faster since March.", none, "3x", "since March"],
    ["We saved 400 hours over a year.", none, "400 hours", "over a year"],
    ["There were 30% fewer alerts last quarter.", none, "30%", "last quarter"],
    ["We cut the review to 6 minutes.", none, "6 minutes", none],
    ["Alerts doubled overnight.", none, "doubled", "overnight"],
    ["We cut it in half by Q3.", none, "cut it in half", "by Q3"],
    [
      "Between March and June 2023 it dropped from 12 a week to 2.",
      "12",
      "2",
      "Between March and June 2023",
    ],
    ["We closed 400 tickets in six weeks.", none, none, "in six weeks"],
    ["Coverage rose from about 40 to over 90 percent in Q2.", "40", "90 percent", "in Q2"],
    ["We had 400 tickets.", none, none, none],
    ["Half of the team left.", none, none, none],
    ["The scan runs for 6 minutes.", none, none, none],
    ["We allow up to ten megabytes.", none, none, none],
    ["Choose a number from 1 to 100.", none, none, none],
    ["Coverage rose from 1 to 100.", "1", "100", none],
    ["from 40 minutes to three people", none, none, none],
    ["It fell from 40. To be fair, 6 left.", none, none, none],
  ])("%s", (text, baseline, result, period) => {
    expect(triple(text)).toEqual([baseline, result, period]);
  });

  it("gives a bare number the unit of its partner, and both the same triple", () => {
    const found = numbers("from 40 minutes to 6 within two quarters");
    expect(found.map(({ value, unit }) => [value, unit])).toEqual([
      [40, "minute"],
      [6, "minute"],
      [2, "quarter"],
    ]);
    expect(found[0]?.triple).toBe(found[1]?.triple);
    expect(found[2]?.triple).toEqual({});
  });
});
