import { defineOperations, type Context } from "../../world/define.ts";
import { hexId } from "../../world/ids.ts";
import type { OrganisationPolicy, PolicyType } from "../../world/organisation.ts";
import { refusal } from "../../world/refusal.ts";
import { storedPolicy } from "../../world/stored-policy.ts";
import { accountArn, managed, policyArn, policyIn, summary, targetOf, type Ctx } from "./common.ts";

const policyNeed = (context: Ctx) => {
  const organisation = managed(context);
  const policy = policyIn(organisation, context.input.text("PolicyId"));
  return {
    resource: policyArn(organisation, policy),
    context: { "organizations:PolicyType": policy.type },
  };
};

/** Attaching speaks of the policy and of where it goes. */
const attachNeeds = (context: Ctx) => {
  const { Arn } = targetOf(managed(context), context.input.text("TargetId"));
  const need = policyNeed(context);
  return [need, { resource: Arn, context: need.context }];
};

export const writeOperations = defineOperations<object>()({
  CreatePolicy: {
    readOnly: false,
    needs: ({ input }) => [
      { resource: "*", context: { "organizations:PolicyType": input.text("Type") } },
    ],
    run: (context) => {
      const { world, input } = context;
      const organisation = managed(context);
      const name = input.text("Name");
      if ([...organisation.policies.values()].some((one) => one.name === name)) {
        const message = "A policy with the same name already exists.";
        throw refusal("DuplicatePolicyException", message);
      }
      const type = input.text("Type") as PolicyType;
      const made: OrganisationPolicy = {
        id: `p-${hexId(world, 8)}`,
        name,
        description: input.optional("Description") ?? "",
        type,
        awsManaged: false,
        policy: read(input.text("Content"), type, name),
      };
      organisation.policies.set(made.id, made);
      return { Policy: { PolicySummary: summary(organisation, made), Content: made.policy.text } };
    },
  },
  UpdatePolicy: {
    readOnly: false,
    needs: (context) => [policyNeed(context)],
    run: (context) => {
      const { input } = context;
      const organisation = managed(context);
      const policy = ownPolicy(context);
      policy.name = input.optional("Name") ?? policy.name;
      policy.description = input.optional("Description") ?? policy.description;
      const content = input.optional("Content");
      if (content !== null) policy.policy = read(content, policy.type, policy.name);
      return {
        Policy: { PolicySummary: summary(organisation, policy), Content: policy.policy.text },
      };
    },
  },
  DeletePolicy: {
    readOnly: false,
    needs: (context) => [policyNeed(context)],
    run: (context) => {
      const organisation = managed(context);
      const { id } = ownPolicy(context);
      if ([...organisation.attached.values()].some((ids) => ids.has(id))) {
        const message = "The policy is attached to one or more entities.";
        throw refusal("PolicyInUseException", message);
      }
      organisation.policies.delete(id);
    },
  },
  AttachPolicy: {
    readOnly: false,
    needs: attachNeeds,
    run: (context) => {
      const { attached, policies } = managed(context);
      const { id, type } = policyIn(managed(context), context.input.text("PolicyId"));
      const target = context.input.text("TargetId");
      const there = attached.get(target) ?? new Set();
      if (there.has(id)) {
        const message = "The selected policy is already attached to the specified target.";
        throw refusal("DuplicatePolicyAttachmentException", message);
      }
      if ([...there].filter((one) => policies.get(one)?.type === type).length >= 5)
        throw violation("You have attached the maximum number of policies to that target.");
      attached.set(target, there.add(id));
    },
  },
  DetachPolicy: {
    readOnly: false,
    needs: attachNeeds,
    run: (context) => {
      const { attached, policies } = managed(context);
      const { id, type, awsManaged } = policyIn(managed(context), context.input.text("PolicyId"));
      const there = attached.get(context.input.text("TargetId"));
      if (!there?.has(id)) {
        const message = "The policy isn't attached to the specified target in the specified root.";
        throw refusal("PolicyNotAttachedException", message);
      }
      const left = [...there].filter((one) => policies.get(one)?.type === type).length;
      // Everything has one service control policy at least; the RCP that allows all never goes.
      if (left === 1 || (awsManaged && type === "RESOURCE_CONTROL_POLICY"))
        throw violation("You cannot remove the last policy attached to the specified target.");
      there.delete(id);
    },
  },
  MoveAccount: {
    readOnly: false,
    needs: (context) => [
      { resource: accountArn(managed(context), context.input.text("AccountId")) },
      { resource: targetOf(managed(context), context.input.text("SourceParentId")).Arn },
      { resource: targetOf(managed(context), context.input.text("DestinationParentId")).Arn },
    ],
    run: (context) => {
      const { input } = context;
      const organisation = managed(context);
      const account = input.text("AccountId");
      if (organisation.parents.get(account) !== input.text("SourceParentId")) {
        const message = "We can't find a source root or OU with the ParentId that you specified.";
        throw refusal("SourceParentNotFoundException", message);
      }
      organisation.parents.set(account, input.text("DestinationParentId"));
    },
  },
});

const violation = (message: string) => refusal("ConstraintViolationException", message);

function read(text: string, type: PolicyType, name: string) {
  const kind = type === "SERVICE_CONTROL_POLICY" ? "scp" : "rcp";
  return storedPolicy(text, { kind, name, code: "MalformedPolicyDocumentException" });
}

/** A policy that may be changed: AWS's own may not. */
function ownPolicy(context: Context<object>): OrganisationPolicy {
  const policy = policyIn(managed(context), context.input.text("PolicyId"));
  if (policy.awsManaged) {
    const message = "Policies that AWS manages cannot be changed.";
    throw refusal("InvalidInputException", message);
  }
  return policy;
}
