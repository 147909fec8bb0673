import { expect, test } from "vitest";

import { brief as briefShape } from "./brief.ts";
import { checkMaterial } from "./check.ts";
import { material } from "./fixture.ts";

type Material = typeof material;
const { brief, key } = material;
const [policy] = brief.estate.policies;
const [document] = brief.documents;
const estate = (over: Partial<typeof brief.estate>) => ({
  brief: { ...brief, estate: { ...brief.estate, ...over } },
});
const rows = (change: (row: (typeof key.rows)[number]) => object) => ({
  key: { ...key, rows: key.rows.map((row) => ({ ...row, ...change(row) })) },
});

test.each<[string, Partial<Material>, RegExp[]]>([
  ["nothing", {}, []],
  ["a file that is not there", { files: {} }, [/bucket.json is not in files/]],
  ["a file that nobody reads", { files: { ...material.files, "a.json": "" } }, [/begins as this/]],
  [
    "a fixed policy that IAM refuses",
    estate({ policies: [{ ...policy!, policy: { Statement: [] } }] }),
    [/Missing required field Statement/],
  ],
  [
    "a policy that stands nowhere",
    estate({ policies: [{ ...policy!, at: "nobody" }] }),
    [/“nobody” is no place/],
  ],
  [
    "a key policy at a bucket",
    { brief: { ...brief, documents: [{ ...document!, kind: "key" }] } },
    [/no place for a policy of kind key/],
  ],
  [
    "two policies at one bucket",
    { brief: { ...brief, documents: [document!, { ...document!, id: "more" }] } },
    [/has a resource policy/],
  ],
  [
    "an id twice",
    estate({ policies: [policy!, { ...policy!, title: "again" }] }),
    [/“stranger-all” stands twice/],
  ],
  [
    "a caller that nobody knows",
    rows(({ id }) => (id === "read" ? { who: "nobody" } : {})),
    [/nobody of/],
  ],
  [
    "a resource of no estate",
    rows(({ id }) => (id === "read" ? { to: "void/x" } : {})),
    [/no resource/],
  ],
  [
    "an endpoint of no estate",
    rows(({ id }) => (id === "read" ? { through: "gate" } : {})),
    [/no endpoint/],
  ],
  [
    "a session of no policy",
    rows(({ id }) => (id === "read" ? { session: ["x"] } : {})),
    [/no session/],
  ],
  [
    "the same question twice",
    rows(({ id }) => (id === "read" ? { to: "receipts/1.pdf" } : {})),
    [/same as/],
  ],
  [
    "a requirement that denying all would meet",
    { key: { ...key, rows: key.rows.filter(({ id }) => id !== "tls") } },
    [/“tls” has no row that expects allow/],
  ],
  [
    "a row of no requirement",
    rows(({ id }) => (id === "read" ? { of: "other" } : {})),
    [/no requirement/],
  ],
  [
    "a requirement without advice",
    { key: { ...key, requirements: { readers: key.requirements["readers"]! } } },
    [/“tls” is not explained/],
  ],
])("the material is refused for %s", (_name, over, messages) => {
  const found = checkMaterial({ ...material, ...over }).map(({ message }) => message);
  expect(found).toEqual(messages.map((one) => expect.stringMatching(one) as string));
});

test("names such as __proto__ are refused or do no harm", () => {
  const odd = { ...brief, requirements: [{ ...brief.requirements[0]!, id: "__proto__" }] };
  expect(briefShape.safeParse(odd).success).toBe(false);
});
