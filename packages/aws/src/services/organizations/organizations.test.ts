import { describe, expect, it } from "vitest";

import { buildWorld } from "../../world/build.ts";
import { callingAs } from "../../world/calling.ts";

const statement = (Effect: string, Action: string, more: object = {}) => ({
  Version: "2012-10-17",
  Statement: [{ Effect, Action, Resource: "*", ...more }],
});
const declared = {
  format: 1,
  now: "2026-03-02T09:00:00Z",
  organisation: {
    managementAccount: "111111111111",
    units: [
      { name: "Workloads" },
      { name: "Prod", parent: "Workloads", accounts: ["222222222222"] },
    ],
    policies: [
      { name: "no-iam", type: "scp", document: statement("Deny", "iam:*"), targets: ["Prod"] },
    ],
  },
  accounts: ["111111111111", "222222222222"].map((id) => ({
    id,
    name: `a${id[0]}`,
    iam: { users: [{ name: `admin${id[0]}`, keys: 1, inline: { all: statement("Allow", "*") } }] },
  })),
};

function begun() {
  const world = buildWorld(declared, "s");
  const root = callingAs(world, "user/admin1");
  const member = callingAs(world, "user/admin2");
  const { rootId, units, policies } = world.organisation!;
  const unit = (name: string) => [...units.values()].find((one) => one.name === name)!.id;
  const policy = (name: string) => [...policies.values()].find((one) => one.name === name)!.id;
  return { world, root, member, rootId, unit, policy };
}

describe("Organizations", () => {
  it("shows the tree from the root down to the account", () => {
    const { root, rootId, unit } = begun();
    const units = root("organizations", "ListOrganizationalUnitsForParent", { ParentId: rootId });
    expect(units.output).toMatchObject({ OrganizationalUnits: [{ Name: "Workloads" }] });
    expect(root("organizations", "ListParents", { ChildId: "222222222222" }).output).toEqual({
      Parents: [{ Id: unit("Prod"), Type: "ORGANIZATIONAL_UNIT" }],
    });
    expect(
      root("organizations", "ListAccountsForParent", { ParentId: unit("Prod") }).output,
    ).toMatchObject({
      Accounts: [{ Id: "222222222222" }],
    });
  });

  it("binds the member by what is attached, from the moment on which it is", () => {
    const { root, member, unit, policy } = begun();
    expect(member("iam", "ListUsers").fault?.code).toBe("AccessDenied");
    root("organizations", "DetachPolicy", { PolicyId: policy("no-iam"), TargetId: unit("Prod") });
    expect(member("iam", "ListUsers").fault).toBeUndefined();
    const made = root("organizations", "CreatePolicy", {
      Name: "only-s3",
      Description: "",
      Type: "SERVICE_CONTROL_POLICY",
      Content: JSON.stringify(statement("Allow", "s3:*")),
    });
    expect(made.fault).toBeUndefined();
    root("organizations", "AttachPolicy", {
      PolicyId: policy("only-s3"),
      TargetId: "222222222222",
    });
    expect(member("iam", "ListUsers").fault).toBeUndefined();
    root("organizations", "DetachPolicy", {
      PolicyId: "p-FullAWSAccess",
      TargetId: "222222222222",
    });
    expect(member("iam", "ListUsers").fault?.message).toContain("no service control policy allows");
    root("organizations", "MoveAccount", {
      AccountId: "222222222222",
      SourceParentId: unit("Prod"),
      DestinationParentId: unit("Workloads"),
    });
    root("organizations", "AttachPolicy", {
      PolicyId: "p-FullAWSAccess",
      TargetId: "222222222222",
    });
    expect(member("iam", "ListUsers").fault).toBeUndefined();
  });

  it.each([
    [
      "root",
      "DetachPolicy",
      { PolicyId: "p-FullAWSAccess", TargetId: "222222222222" },
      "ConstraintViolationException",
    ],
    [
      "root",
      "DetachPolicy",
      { PolicyId: "p-RCPFullAWSAccess", TargetId: "222222222222" },
      "ConstraintViolationException",
    ],
    [
      "root",
      "AttachPolicy",
      { PolicyId: "p-FullAWSAccess", TargetId: "222222222222" },
      "DuplicatePolicyAttachmentException",
    ],
    [
      "root",
      "AttachPolicy",
      { PolicyId: "p-none", TargetId: "222222222222" },
      "PolicyNotFoundException",
    ],
    [
      "root",
      "AttachPolicy",
      { PolicyId: "p-FullAWSAccess", TargetId: "r-none" },
      "TargetNotFoundException",
    ],
    [
      "root",
      "UpdatePolicy",
      { PolicyId: "p-FullAWSAccess", Content: "{}" },
      "InvalidInputException",
    ],
    [
      "root",
      "CreatePolicy",
      { Name: "p", Type: "SERVICE_CONTROL_POLICY", Content: "{" },
      "MalformedPolicyDocumentException",
    ],
    ["root", "DescribeAccount", { AccountId: "333333333333" }, "AccountNotFoundException"],
    ["member", "ListAccounts", {}, "AccessDeniedException"],
    ["member", "DescribeOrganization", {}, null],
    ["root", "ListRoots", {}, null],
  ] as const)("%s calls %s with %j: %s", (who, operation, input, code) => {
    expect(begun()[who]("organizations", operation, input).fault?.code ?? null).toBe(code);
  });
});
