import { AppError } from "@loopwright/core";

import { readAccountDetails } from "../account/details.ts";
import { roleOf } from "../compute/credentials.ts";
import { allViews, type LaunchTemplate, type View } from "../services/ec2/state.ts";
import { authorizationDetails } from "../services/iam/details.ts";
import { iamOf } from "../services/iam/policies-of.ts";
import { lambdaOf } from "../services/lambda/state.ts";
import { levelsFor, type PolicyType } from "../world/organisation.ts";
import type { World } from "../world/world.ts";
import type { AppliedLevel, Landscape, Resource } from "./landscape.ts";

/**
 * A world as the finder looks at it: what IAM tells of each account, the organisation's policies as they are
 * attached, and what runs. Nothing else runs in a world, so no path stays open for want of knowing. Throws
 * `invalid-input` where nobody is in it.
 */
export function landscapeOf(world: World): Landscape {
  const accounts = [...world.accounts.keys()].flatMap((id) => {
    const state = iamOf(world, id);
    // An account in which nobody is has nothing that could begin or be gained.
    if (!state || state.users.size + state.roles.size === 0) return [];
    return [readAccountDetails(JSON.parse(JSON.stringify(authorizationDetails(state))))];
  });
  if (accounts.length === 0)
    throw new AppError("invalid-input", {
      message: "The world has no user and no role.",
      next: "Declare some below iam of an account.",
    });
  const { organisation } = world;
  return {
    accounts,
    serviceControl: levelsOf(world, "SERVICE_CONTROL_POLICY"),
    resourceControl: levelsOf(world, "RESOURCE_CONTROL_POLICY"),
    organisation: organisation && {
      id: organisation.id,
      managementAccount: organisation.managementAccount,
      accounts: [...organisation.parents.keys()],
    },
    resources: [...functionsIn(world), ...allViews(world).flatMap(runningIn)],
  };
}

/** The levels above each account, each for that account alone. */
const levelsOf = (world: World, type: PolicyType): AppliedLevel[] =>
  [...world.accounts.keys()].flatMap((id) =>
    levelsFor(world, id, type).map((level) => ({ ...level, accounts: [id] })),
  );

const functionsIn = (world: World): Resource[] =>
  [...world.accounts.values()].flatMap((account) =>
    [...account.states.keys()]
      .filter((key) => key.startsWith("lambda "))
      .flatMap((key) => [...lambdaOf(account, key.slice("lambda ".length)).functions.values()])
      .map(({ arn, role, tags, policy }) => ({
        type: "lambda-function",
        arn,
        role,
        tags: Object.fromEntries(tags),
        policy,
      })),
  );

/** Instances that are still there, and launch templates. */
function runningIn(view: View): Resource[] {
  const { account, region, state } = view;
  const made = (type: "ec2-instance" | "launch-template", id: string, role: string | null) => ({
    type,
    arn: `arn:aws:ec2:${region}:${account.id}:${type.replace("ec2-", "")}/${id}`,
    role,
    tags: Object.fromEntries(state.tags.get(id) ?? []),
    policy: null,
  });
  const instances = [...state.instances.values()].filter((one) => one.state !== "terminated");
  return [
    ...instances.map((one) => made("ec2-instance", one.id, roleOf(view, one)?.arn ?? null)),
    ...[...state.templates.values()].map((one) =>
      made("launch-template", one.id, templateRole(view, one)),
    ),
  ];
}

/** Of the profile in the version that is launched where none is named. */
function templateRole({ world, account }: View, template: LaunchTemplate): string | null {
  const given = template.versions[template.defaultVersion - 1]?.IamInstanceProfile;
  const { Arn, Name } = (given ?? {}) as { Arn?: unknown; Name?: unknown };
  const iam = iamOf(world, account.id);
  const profile = [...(iam?.profiles.values() ?? [])].find(
    ({ arn, name }) => arn === Arn || name === Name,
  );
  return (profile?.role && iam?.roles.get(profile.role)?.arn) ?? null;
}
