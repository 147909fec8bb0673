import { defineOperations, type Context } from "../../world/define.ts";
import { refusal } from "../../world/refusal.ts";
import { storedPolicy } from "../../world/stored-policy.ts";
import { entity } from "./declare.ts";
import { ownPolicy } from "./find.ts";
import { allAwsManaged, awsManaged } from "./managed.ts";
import { paged } from "./page.ts";
import type { IamState, ManagedPolicy } from "./state.ts";
import { tagContext, toTags } from "./tags.ts";

type Ctx = Context<IamState>;
const own = ({ input }: Ctx) => [{ resource: input.text("PolicyArn") }];
const versionsMax = 5;

export const policyOperations = defineOperations<IamState>()({
  CreatePolicy: {
    readOnly: false,
    needs: ({ account, input }) => [
      {
        resource: `arn:aws:iam::${account.id}:policy${input.optional("Path") ?? "/"}${input.text("PolicyName")}`,
        context: tagContext(input.tags()),
      },
    ],
    run: (context) => {
      const { state, input } = context;
      const policy = created(context);
      if (state.policies.has(policy.arn)) {
        const message = `A policy called ${input.text("PolicyName")} already exists. Duplicate names are not allowed.`;
        throw refusal("EntityAlreadyExists", message, 409);
      }
      state.policies.set(policy.arn, policy);
      return { Policy: writtenPolicy(state, policy) };
    },
  },
  GetPolicy: {
    readOnly: true,
    needs: own,
    run: (context) => {
      const aws = awsManaged(context.input.text("PolicyArn"));
      if (aws) return { Policy: writtenAws(context.state, aws) };
      const policy = ownPolicy(context);
      return {
        Policy: {
          ...writtenPolicy(context.state, policy),
          Description: policy.description === "" ? undefined : policy.description,
          Tags: policy.tags.size > 0 ? toTags(policy.tags) : undefined,
        },
      };
    },
  },
  ListPolicies: {
    readOnly: true,
    needs: ({ account }) => [{ resource: `arn:aws:iam::${account.id}:policy/` }],
    run: ({ state, input }) => {
      const scope = input.optional("Scope") ?? "All";
      const local = scope === "AWS" ? [] : [...state.policies.values()];
      const aws = scope === "Local" ? [] : allAwsManaged();
      const all = [
        ...local.map((policy) => writtenPolicy(state, policy)),
        ...aws.map((policy) => writtenAws(state, policy)),
      ].filter(({ AttachmentCount }) => input.flag("OnlyAttached") !== true || AttachmentCount > 0);
      const { page, ...more } = paged(all, input);
      return { Policies: page, ...more };
    },
  },
  DeletePolicy: {
    readOnly: false,
    needs: own,
    run: (context) => {
      const policy = ownPolicy(context);
      if (attachments(context.state, policy.arn) > 0) {
        const message = "Cannot delete a policy attached to entities.";
        throw refusal("DeleteConflict", message, 409);
      }
      if (policy.versions.length > 1) {
        const message =
          "This policy has more than one version. Before you delete a policy, you must delete the policy's versions.";
        throw refusal("DeleteConflict", message, 409);
      }
      context.state.policies.delete(policy.arn);
    },
  },
  CreatePolicyVersion: {
    readOnly: false,
    needs: own,
    run: (context) => {
      const { world, input } = context;
      const policy = ownPolicy(context);
      const text = input.text("PolicyDocument");
      if (policy.versions.length >= versionsMax) {
        const message = `A managed policy can have up to ${versionsMax} versions. Before you create a new version, you must delete an existing version.`;
        throw refusal("LimitExceeded", message, 409);
      }
      policy.made += 1;
      const id = `v${policy.made}`;
      policy.versions.push({
        id,
        policy: storedPolicy(text, { kind: "identity", name: policy.name }),
        createdMs: world.nowMs,
      });
      policy.updatedMs = world.nowMs;
      if (input.flag("SetAsDefault") === true) policy.defaultVersion = id;
      return { PolicyVersion: writtenVersion(policy, id) };
    },
  },
  SetDefaultPolicyVersion: {
    readOnly: false,
    needs: own,
    run: (context) => {
      const policy = ownPolicy(context);
      policy.defaultVersion = versionIn(policy, context.input.text("VersionId")).id;
      policy.updatedMs = context.world.nowMs;
    },
  },
  GetPolicyVersion: {
    readOnly: true,
    needs: own,
    run: (context) => {
      const id = context.input.text("VersionId");
      const aws = awsManaged(context.input.text("PolicyArn"));
      if (!aws) {
        const policy = ownPolicy(context);
        const { policy: stored } = versionIn(policy, id);
        const Document = encodeURIComponent(stored.text);
        return { PolicyVersion: { Document, ...writtenVersion(policy, id) } };
      }
      if (id !== "v1") throw noVersion(aws.arn, id);
      const Document = encodeURIComponent(aws.policy.text);
      return { PolicyVersion: { Document, VersionId: "v1", IsDefaultVersion: true } };
    },
  },
  ListPolicyVersions: {
    readOnly: true,
    needs: own,
    run: (context) => {
      if (awsManaged(context.input.text("PolicyArn")))
        return { Versions: [{ VersionId: "v1", IsDefaultVersion: true }], IsTruncated: false };
      const policy = ownPolicy(context);
      const newestFirst = policy.versions.toReversed();
      const { page, ...more } = paged(newestFirst, context.input);
      return { Versions: page.map(({ id }) => writtenVersion(policy, id)), ...more };
    },
  },
  DeletePolicyVersion: {
    readOnly: false,
    needs: own,
    run: (context) => {
      const policy = ownPolicy(context);
      const version = versionIn(policy, context.input.text("VersionId"));
      if (version.id === policy.defaultVersion)
        throw refusal("DeleteConflict", "Cannot delete the default version of a policy.", 409);
      policy.versions = policy.versions.filter((one) => one !== version);
    },
  },
});

function created({ world, account, input }: Ctx): ManagedPolicy {
  const name = input.text("PolicyName");
  const policy = storedPolicy(input.text("PolicyDocument"), { kind: "identity", name });
  const path = input.optional("Path") ?? "/";
  const { kind: _, ...made } = entity({ name, path }, { world, account, kind: "policy" });
  return {
    ...made,
    description: input.optional("Description") ?? "",
    updatedMs: made.createdMs,
    awsManaged: false,
    versions: [{ id: "v1", policy, createdMs: made.createdMs }],
    defaultVersion: "v1",
    made: 1,
    tags: new Map(Object.entries(input.tags())),
  };
}

function versionIn(policy: ManagedPolicy, id: string) {
  const found = policy.versions.find((one) => one.id === id);
  if (!found) throw noVersion(policy.arn, id);
  return found;
}

const noVersion = (arn: string, id: string) =>
  refusal("NoSuchEntity", `Policy ${arn} version ${id} does not exist or is not attachable.`, 404);

const writtenVersion = (policy: ManagedPolicy, id: string) => ({
  VersionId: id,
  IsDefaultVersion: id === policy.defaultVersion,
  CreateDate: versionIn(policy, id).createdMs,
});

const attachments = ({ users, roles, groups }: IamState, arn: string): number =>
  [...users.values(), ...roles.values(), ...groups.values()].filter(({ attached }) =>
    attached.has(arn),
  ).length;

const boundaries = ({ users, roles }: IamState, arn: string): number =>
  [...users.values(), ...roles.values()].filter(({ boundary }) => boundary === arn).length;

const counts = (state: IamState, arn: string) => ({
  AttachmentCount: attachments(state, arn),
  PermissionsBoundaryUsageCount: boundaries(state, arn),
  IsAttachable: true,
});

export const writtenPolicy = (state: IamState, policy: ManagedPolicy) => ({
  PolicyName: policy.name,
  PolicyId: policy.id,
  Arn: policy.arn,
  Path: policy.path,
  DefaultVersionId: policy.defaultVersion,
  ...counts(state, policy.arn),
  CreateDate: policy.createdMs,
  UpdateDate: policy.updatedMs,
});

const writtenAws = (
  state: IamState,
  { name, arn, description }: NonNullable<ReturnType<typeof awsManaged>>,
) => ({
  PolicyName: name,
  Arn: arn,
  Path: arn.slice(arn.indexOf("/"), arn.lastIndexOf("/") + 1),
  DefaultVersionId: "v1",
  ...counts(state, arn),
  Description: description,
});
