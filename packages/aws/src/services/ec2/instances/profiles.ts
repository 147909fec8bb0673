import { refusal } from "../../../world/refusal.ts";
import type { Input } from "../../../world/input.ts";
import { iamOf } from "../../iam/policies-of.ts";
import type { InstanceProfile } from "../../iam/state.ts";
import type { View } from "../state.ts";

const all = ({ world, account }: Pick<View, "world" | "account">): InstanceProfile[] => [
  ...(iamOf(world, account.id)?.profiles.values() ?? []),
];

/** By name or ARN. Null where nothing was asked for; refuses what is not there. */
export function profileIn(view: View, given: Input): InstanceProfile | null {
  const name = given.optional("Name");
  const arn = given.optional("Arn");
  if (name === null && arn === null) return null;
  if (name !== null && arn !== null) {
    const message =
      "The parameter 'iamInstanceProfile.name' may not be used in combination with 'iamInstanceProfile.arn'";
    throw refusal("InvalidParameterCombination", message);
  }
  const found = all(view).find((one) => (arn === null ? one.name === name : one.arn === arn));
  if (found) return found;
  const what = arn === null ? "name" : "arn";
  const message = `Value (${name ?? arn}) for parameter iamInstanceProfile.${what} is invalid. Invalid IAM Instance Profile ${what === "arn" ? "ARN" : "name"}`;
  throw refusal("InvalidParameterValue", message);
}

export const profileAt = (view: Pick<View, "world" | "account">, arn: string) =>
  all(view).find((one) => one.arn === arn) ?? null;

export const profileId = (view: View, arn: string): string => profileAt(view, arn)?.id ?? "";
