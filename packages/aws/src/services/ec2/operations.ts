import type { Context, Need, Operation } from "../../world/define.ts";
import { refusal } from "../../world/refusal.ts";
import { allOf, kindNames } from "./kinds.ts";
import type { Ec2State } from "./state.ts";

export type Ctx = Context<Ec2State>;

/** Every request has this key: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html */
const regional = ({ region }: Ctx, need: Need): Need => ({
  ...need,
  context: { "ec2:Region": region, ...need.context },
});

/** The operations of one file. What all of EC2 shares is added here: its region as a key, and DryRun. */
export const ec2Operations = <const N extends string>(
  operations: Record<N, Operation<Ec2State>>,
): Record<N, Operation<Ec2State>> => {
  const entries = Object.entries<Operation<Ec2State>>(operations).map(([name, own]) => {
    const needs = (context: Ctx) =>
      (own.needs?.(context) ?? [{ resource: "*" }]).map((need) => regional(context, need));
    return [name, { ...own, needs, run: dryRun(own.run) }] as const;
  });
  return Object.fromEntries(entries) as unknown as Record<N, Operation<Ec2State>>;
};

/** Who may, learns it; nothing is done. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/CommonParameters.html */
const dryRun =
  (run: Operation<Ec2State>["run"]): Operation<Ec2State>["run"] =>
  (context) => {
    if (context.input.flag("DryRun") !== true) {
      bounded(context);
      return run(context);
    }
    throw refusal("DryRunOperation", "Request would have succeeded, but DryRun flag is set.", 412);
  };

/** More than any lab needs of one kind in one region; AWS's own limits differ from kind to kind. */
const kindMax = 2000;

function bounded({ call, state }: Ctx): void {
  if (!/^(?:Create|Run|Copy)/.test(call.operation)) return;
  const full = kindNames.find((kind) => allOf(state, kind).length >= kindMax);
  if (full === undefined) return;
  throw refusal("ResourceCountLimitExceeded", `This region holds ${kindMax} of ${full} at most.`);
}

/** A member that EC2 calls missing. */
export function required({ input }: Ctx, name: string): string {
  const value = input.optional(name);
  if (value !== null && value !== "") return value;
  const small = name.charAt(0).toLowerCase() + name.slice(1);
  throw refusal("MissingParameter", `The request must contain the parameter ${small}`);
}
