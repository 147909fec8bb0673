import { defineOperations } from "../../world/define.ts";
import { pageOf } from "../../world/pages.ts";
import { refusal } from "../../world/refusal.ts";
import {
  accountArn,
  managed,
  organisationOf,
  parentOf,
  policyIn,
  summary,
  targetOf,
  typesOf,
  type Ctx,
} from "./common.ts";

const invalidToken = () => refusal("InvalidInputException", "You provided an invalid token.");
const paging = { token: "NextToken", max: "MaxResults", size: 20, refuse: invalidToken };

/** https://docs.aws.amazon.com/organizations/latest/APIReference/API_Operations.html */
export const readOperations = defineOperations<object>()({
  DescribeOrganization: {
    readOnly: true,
    run: (context) => {
      const organisation = organisationOf(context);
      const { id, managementAccount } = organisation;
      return {
        Organization: {
          Id: id,
          Arn: `arn:aws:organizations::${managementAccount}:organization/${id}`,
          FeatureSet: "ALL",
          MasterAccountArn: accountArn(organisation, managementAccount),
          MasterAccountId: managementAccount,
          MasterAccountEmail: context.world.accounts.get(managementAccount)?.email,
          AvailablePolicyTypes: typesOf(organisation),
        },
      };
    },
  },
  ListRoots: {
    readOnly: true,
    run: (context) => {
      const organisation = managed(context);
      const { TargetId: Id, Arn, Name } = targetOf(organisation, organisation.rootId);
      return { Roots: [{ Id, Arn, Name, PolicyTypes: typesOf(organisation) }] };
    },
  },
  ListAccounts: {
    readOnly: true,
    run: (context) => {
      const { parents } = managed(context);
      const { page, next } = pageOf([...parents.keys()], context.input, paging);
      return { Accounts: page.map((id) => written(context, id)), NextToken: next };
    },
  },
  ListAccountsForParent: {
    readOnly: true,
    run: (context) => {
      const parent = context.input.text("ParentId");
      const ids = [...managed(context).parents].flatMap(([id, at]) => (at === parent ? [id] : []));
      const { page, next } = pageOf(ids, context.input, paging);
      return { Accounts: page.map((id) => written(context, id)), NextToken: next };
    },
  },
  DescribeAccount: {
    readOnly: true,
    run: (context) => ({ Account: written(context, context.input.text("AccountId")) }),
  },
  ListOrganizationalUnitsForParent: {
    readOnly: true,
    run: (context) => {
      const organisation = managed(context);
      const parent = context.input.text("ParentId");
      const units = [...organisation.units.values()].filter((unit) => unit.parent === parent);
      const { page, next } = pageOf(units, context.input, paging);
      const OrganizationalUnits = page.map(({ id, name }) => ({
        Id: id,
        Arn: targetOf(organisation, id).Arn,
        Name: name,
      }));
      return { OrganizationalUnits, NextToken: next };
    },
  },
  DescribeOrganizationalUnit: {
    readOnly: true,
    run: (context) => {
      const {
        TargetId: Id,
        Arn,
        Name,
      } = targetOf(managed(context), context.input.text("OrganizationalUnitId"));
      return { OrganizationalUnit: { Id, Arn, Name } };
    },
  },
  ListParents: {
    readOnly: true,
    run: (context) => {
      const organisation = managed(context);
      const parent = parentOf(organisation, context.input.text("ChildId"));
      const { Type } = targetOf(organisation, parent);
      return { Parents: [{ Id: parent, Type }] };
    },
  },
  ListPolicies: {
    readOnly: true,
    run: (context) => {
      const organisation = managed(context);
      const type = context.input.text("Filter");
      const all = [...organisation.policies.values()].filter((policy) => policy.type === type);
      const { page, next } = pageOf(all, context.input, paging);
      return { Policies: page.map((policy) => summary(organisation, policy)), NextToken: next };
    },
  },
  DescribePolicy: {
    readOnly: true,
    run: (context) => {
      const organisation = managed(context);
      const policy = policyIn(organisation, context.input.text("PolicyId"));
      return {
        Policy: { PolicySummary: summary(organisation, policy), Content: policy.policy.text },
      };
    },
  },
  ListPoliciesForTarget: {
    readOnly: true,
    run: (context) => {
      const organisation = managed(context);
      const { TargetId } = targetOf(organisation, context.input.text("TargetId"));
      const type = context.input.text("Filter");
      const all = [...(organisation.attached.get(TargetId) ?? [])]
        .map((id) => policyIn(organisation, id))
        .filter((policy) => policy.type === type);
      const { page, next } = pageOf(all, context.input, paging);
      return { Policies: page.map((policy) => summary(organisation, policy)), NextToken: next };
    },
  },
  ListTargetsForPolicy: {
    readOnly: true,
    run: (context) => {
      const organisation = managed(context);
      const { id } = policyIn(organisation, context.input.text("PolicyId"));
      const at = [...organisation.attached].flatMap(([target, ids]) =>
        ids.has(id) ? [target] : [],
      );
      const { page, next } = pageOf(at, context.input, paging);
      return { Targets: page.map((target) => targetOf(organisation, target)), NextToken: next };
    },
  },
});

function written(context: Ctx, id: string) {
  const organisation = managed(context);
  const account = organisation.parents.has(id) ? context.world.accounts.get(id) : undefined;
  if (!account) {
    const message = "You specified an account that doesn't exist.";
    throw refusal("AccountNotFoundException", message);
  }
  return {
    Id: id,
    Arn: accountArn(organisation, id),
    Email: account.email,
    Name: account.name,
    Status: "ACTIVE",
    State: "ACTIVE",
    JoinedMethod: "CREATED",
  };
}
