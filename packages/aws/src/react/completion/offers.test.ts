import { describe, expect, it } from "vitest";

import { makeNames } from "../../../scripts/make-names.ts";
import table from "./names.json" with { type: "json" };
import { offersAt } from "./offers.ts";

const head = `import json, os.path
from datetime import datetime, timedelta as span
from concurrent import futures
import boto3
iam = boto3.client("iam")
s3 = session.client('s3', region_name=region)
`;

/** The cursor stands at the bar. */
const at = (line: string) =>
  offersAt(head + line.replace("|", ""), head.length + line.indexOf("|"));
const labels = (line: string) => at(line)?.offers.map(({ label }) => label) ?? [];

describe("what is offered", () => {
  it.each([
    ["import js|", "json"],
    ["from collections import Cou|", "Counter"],
    ["from collections import deque, Cou|", "Counter"],
    ["text = json.|", "dumps"],
    ["here = os.path.jo|", "join"],
    ["pool = futures.Thr|", "ThreadPoolExecutor"],
    ['kms = boto3.client("|', "kms"],
    ["users = iam.list_|", "list_users"],
    ["s3.get_bucket|", "get_bucket_policy"],
    ['pages = iam.get_paginator("|', "list_users"],
    ["keys = iam.list_access_keys(|", "UserName="],
    ["iam.get_login_profile(UserName=name, |", undefined],
    ["left = iam.list_users(Marker=marker, |", "MaxItems="],
  ])("at %s: %s", (line, label) => {
    if (label === undefined) expect(labels(line)).toEqual([]);
    else expect(labels(line)).toContain(label);
  });

  it.each([
    "other.|",
    "x = 1.|",
    "name|",
    'print("json.|"',
    "(|",
    "a = json|",
    "# json.|",
    'a = "b" # json.|',
  ])("nothing at %s that would be a guess", (line) => expect(labels(line)).toEqual([]));

  it("nothing on a line of a megabyte, and soon", () => {
    const long = "a".repeat(1_000_000);
    expect(labels(`${long}.|`)).toEqual([]);
    expect(offersAt(`${long}\nimport json\njson.`, long.length + 18)?.offers).not.toEqual([]);
  });

  it("the word that is being written begins where it begins", () => {
    expect(at("users = iam.list_|")?.from).toBe(head.length + "users = iam.".length);
  });

  it("an operation without pages has no paginator", () => {
    expect(labels('iam.get_paginator("|')).not.toContain("get_user");
  });

  it("what is given is not offered again", () => {
    expect(labels("iam.list_users(Marker=m, |")).not.toContain("Marker=");
  });
});

describe("the table of names", () => {
  it("has what Python and the services have: npx tsx packages/aws/scripts/make-names.ts writes it anew", async () => {
    expect(await makeNames()).toEqual(table);
  }, 300_000);
});
