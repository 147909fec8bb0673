import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";

const bin = fileURLToPath(new URL("../../bin/loopwright.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "loopwright-iam-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const iam = (args: string[], input?: string) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, "iam", ...args], {
    encoding: "utf8",
    input,
  });
  return { status, stdout, stderr };
};

const request = {
  principal: "arn:aws:iam::111122223333:user/ana",
  action: "s3:GetObject",
  resource: "arn:aws:s3:::photos/a.jpg",
  identity: [
    {
      name: "reader",
      document: {
        Version: "2012-10-17",
        Statement: [{ Sid: "Read", Effect: "Allow", Action: "s3:Get*", Resource: "*" }],
      },
    },
  ],
};

test("a request in a file is decided, with the statement that decided it", () => {
  const file = join(folder, "request.json");
  writeFileSync(file, JSON.stringify(request));
  const allowed = iam(["decide", file]);
  expect(allowed).toMatchObject({ status: 0, stdout: expect.stringMatching(/^Allowed: .*reader/) });
  const denied = iam(["decide", "-", "--json"], JSON.stringify({ ...request, identity: [] }));
  expect(denied.status).toBe(1);
  expect(JSON.parse(denied.stdout)).toMatchObject({ allowed: false, reason: "identity-silent" });
});

test.each<[string, string[], string | undefined, number, RegExp]>([
  ["no verb", [], undefined, 2, /A verb is missing/],
  ["no file", ["decide"], undefined, 2, /file is missing/],
  [
    "a file that is not there",
    ["decide", join(folder, "none.json")],
    undefined,
    4,
    /cannot be opened/,
  ],
  ["no JSON", ["decide", "-"], "{", 2, /no JSON/],
  [
    "a policy with a fault",
    ["decide", "-"],
    JSON.stringify({ ...request, boundary: { Statement: [] } }),
    2,
    /boundary.*\n.*/,
  ],
])("%s: a clear word and its exit code", (_name, args, input, status, said) => {
  expect(iam(args, input)).toMatchObject({ status, stderr: expect.stringMatching(said) });
});
