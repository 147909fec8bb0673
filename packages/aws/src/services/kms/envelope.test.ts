import { createDecipheriv } from "node:crypto";

import { describe, expect, it } from "vitest";

import { check } from "../../checks/check.ts";
import { runCheck } from "../../checks/run.ts";
import { buildWorld } from "../../world/build.ts";
import { callingAs } from "../../world/calling.ts";

const id = "aaaaaaaa-1111-4111-8111-111111111111";
const key = `arn:aws:kms:eu-west-1:111111111111:key/${id}`;
const context = { seller: "north" };
const ana = "arn:aws:iam::111111111111:user/ana";
const all = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] };

const world = () =>
  buildWorld(
    {
      format: 1,
      now: "2026-03-02T09:00:00Z",
      accounts: [
        {
          id: "111111111111",
          name: "Shop",
          iam: { users: [{ name: "ana", keys: 1, inline: { all } }] },
          s3: {
            buckets: [
              { name: "forms", objects: { a: { text: "a form", envelope: { key, context } } } },
            ],
          },
          regions: {
            "eu-west-1": { kms: { keys: [{ id, rotation: true, createdDaysAgo: 400 }] } },
          },
        },
      ],
    },
    "s",
  );

type Written = Record<"dataKey" | "iv" | "data", string> & { context: Record<string, string> };

function opened({ iv, data }: Written, dataKey: Uint8Array): string {
  const [nonce, bytes] = [iv, data].map((one) => Buffer.from(one, "base64"));
  const cipher = createDecipheriv("aes-256-gcm", dataKey, nonce!, { authTagLength: 16 });
  cipher.setAuthTag(bytes!.subarray(-16));
  return Buffer.concat([cipher.update(bytes!.subarray(0, -16)), cipher.final()]).toString();
}

describe("an object that its writer encrypted", () => {
  it("opens with the data key that KMS opens, for its encryption context alone", () => {
    const as = callingAs(world(), "user/ana");
    const { Body } = as("s3", "GetObject", { Bucket: "forms", Key: "a" }).output as {
      Body: Uint8Array;
    };
    const written = JSON.parse(Buffer.from(Body).toString()) as Written;
    expect(written.context).toEqual(context);
    const CiphertextBlob = new Uint8Array(Buffer.from(written.dataKey, "base64"));
    const { Plaintext } = as("kms", "Decrypt", { CiphertextBlob, EncryptionContext: context })
      .output as { Plaintext: Uint8Array };
    expect(opened(written, Plaintext)).toBe("a form");
    const other = as("kms", "Decrypt", { CiphertextBlob, EncryptionContext: { seller: "quay" } });
    expect(other.fault?.code).toBe("InvalidCiphertextException");
  });

  it.each<[string, object, string]>([
    ["its own context", context, "ok"],
    ["another one", { seller: "quay" }, "InvalidCiphertextException"],
  ])("is there for a check, with %s", async (_what, EncryptionContext, expect_) => {
    const attempt = {
      as: ana,
      call: "kms:Decrypt",
      region: "eu-west-1",
      input: { CiphertextBlob: { $sealed: key, context }, EncryptionContext },
      about: "of a form",
      expect: expect_,
    };
    const seen = { world: world(), copy: async () => world(), fresh: world() };
    const result = await runCheck(check.parse({ type: "try", attempts: [attempt] }), seen);
    expect(result).toMatchObject({ ok: true });
    expect(result.trace[0]).toContain("kms:Decrypt, of a form: ");
  });
});
