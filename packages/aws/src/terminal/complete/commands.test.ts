import { describe, expect, it } from "vitest";

import { kebab, makeCommands } from "../../../scripts/make-commands.ts";
import table from "./commands.json" with { type: "json" };

describe("the table of commands", () => {
  it("has what the services have: npx tsx packages/aws/scripts/make-commands.ts writes it anew", () => {
    expect(table).toEqual(makeCommands());
  });

  it.each([
    ["ListUsers", "list-users"],
    ["CreateOpenIDConnectProvider", "create-open-id-connect-provider"],
    ["ListMFADevices", "list-mfa-devices"],
    ["UploadSSHPublicKey", "upload-ssh-public-key"],
    ["ListSigningARNs", "list-signing-arns"],
    ["SSEKMSKeyId", "ssekms-key-id"],
    ["ListObjectsV2", "list-objects-v2"],
    ["Ipv6CidrBlock", "ipv6-cidr-block"],
  ])("spells %s as the CLI does: %s", (name, spelled) => {
    expect(kebab(name)).toBe(spelled);
  });
});
