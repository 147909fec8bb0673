import type { Plan } from "../exercise.ts";
import { access, arnOfRole, people, roles, statement } from "./people.ts";
import { account, type Case } from "./case.ts";
import { past } from "./story.ts";

/** In some accounts nobody may look at this region's events. */
export const sealedRegion = "ap-southeast-2";

/** The account of a bicycle hire, what happened in it, and the role that the script runs as. */
export function declared(plan: Plan, given: Case): object {
  return {
    format: 1,
    now: given.now,
    accounts: [
      {
        id: account,
        name: "bicycle-hire",
        iam: {
          users: people(given),
          roles: [...roles(), reader(plan.traits.includes("sealed"))],
        },
        regions: {
          "eu-west-1": {
            kms: { keys: [{ alias: "hire" }] },
            secretsmanager: {
              secrets: [{ name: "hire/payments", value: { user: "hire" }, kms: "alias/hire" }],
            },
          },
        },
      },
    ],
    history: past(plan, given),
    throttles: plan.traits.includes("busy")
      ? [{ call: "cloudtrail:LookupEvents", after: 3, seconds: 25 }]
      : [],
    start: arnOfRole("incident-reader"),
  };
}

/** It could do more than it should. */
const reader = (sealed: boolean) => ({
  name: "incident-reader",
  trust: statement({
    Effect: "Allow",
    Principal: { Service: "lambda.amazonaws.com" },
    Action: "sts:AssumeRole",
  }),
  inline: {
    work: access("*"),
    ...(sealed && {
      sealed: statement({
        Effect: "Deny",
        Action: "cloudtrail:LookupEvents",
        Resource: "*",
        Condition: { StringEquals: { "aws:RequestedRegion": sealedRegion } },
      }),
    }),
  },
});
