import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { gunzipSync, strFromU8 } from "fflate";
import { afterAll, expect, it } from "vitest";

import { prepareAwsFolder } from "./prepare.ts";
import { placeOf, servicesInTheBox } from "./selection.ts";
import { withoutProse } from "./slim.ts";

const cache = mkdtempSync(join(tmpdir(), "loopwright-aws-prepare-"));
afterAll(() => rmSync(cache, { recursive: true }));

it("makes one folder, however many ask at once", async () => {
  const folders = await Promise.all([prepareAwsFolder(cache), prepareAwsFolder(cache)]);
  expect(new Set(folders).size).toBe(1);
  expect(readdirSync(cache)).toEqual([folders[0].slice(cache.length + 1)]);
  const data = join(folders[0], "botocore", "data");
  const names = readdirSync(data, { withFileTypes: true });
  expect(names.filter((one) => one.isDirectory()).map(({ name }) => name)).toEqual(
    servicesInTheBox,
  );
  const model = gunzipSync(readFileSync(join(data, "iam", "2010-05-08", "service-2.json.gz")));
  expect(JSON.parse(strFromU8(model))).toMatchObject({ metadata: { serviceId: "IAM" } });
  expect(strFromU8(model)).not.toContain('"documentation":"<p>');
});

it.each([
  ["awscli/awscli/botocore/session.py", "botocore/session.py"],
  ["awscli/awscli/s3transfer/manager.py", "s3transfer/manager.py"],
  ["awscli/awscli/data/cli.json", "awscli/data/cli.json"],
  ["awscli/jmespath/parser.py", "jmespath/parser.py"],
  [
    "awscli/awscli/botocore/data/iam/2010-05-08/waiters-2.json",
    "botocore/data/iam/2010-05-08/waiters-2.json",
  ],
  ["awscli/awscli/botocore/data/iam/2010-05-08/examples-1.json", null],
  ["awscli/awscli/botocore/data/dynamodb/2012-08-10/service-2.json", null],
  ["awscli/docutils/core.py", null],
  ["awscli/yaml/__pycache__/x.pyc", null],
  ["awscli/awscli/botocore/cacert.pem", null],
  ["LICENSE", null],
])("lays %s out at %s", (path, place) => {
  expect(placeOf(path)).toBe(place);
});

it("takes prose out of a model, and no member that is named like it", () => {
  const members = { documentation: { shape: "Text", documentation: "prose" } };
  expect(
    withoutProse({ shapes: { A: { type: "structure", members, documentation: "prose" } } }),
  ).toEqual({
    shapes: { A: { type: "structure", members: { documentation: { shape: "Text" } } } },
  });
});
