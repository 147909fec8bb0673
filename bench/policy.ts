import {
  compilePolicy,
  decide,
  noPolicies,
  principalOf,
  readPolicy,
  type AuthorizationRequest,
  type Policies,
  type PolicyKind,
} from "@loopwright/aws";

import { below, median, timed, type Figure } from "./table.ts";

const decisions = 50_000;
const runs = 7;

/** A principal as at a large shop, asked again and again; and the same from the text of its policies. */
export async function decideRequests(): Promise<Figure[]> {
  const policies = policiesOfOne();
  const requests = differentRequests();
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    times.push(
      await timed(async () => {
        for (let count = 0; count < decisions; count += 1) {
          decide(requests[count % requests.length]!, policies);
        }
      }),
    );
  }
  const cold: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    cold.push(await timed(async () => decide(requests[run]!, policiesOfOne())));
  }
  return [
    below({
      what: `${decisions} IAM decisions on a compiled principal (median of ${runs})`,
      value: median(times),
      below: 1000,
      unit: "ms",
    }),
    below({
      what: "one IAM decision from the text of twelve policies",
      value: median(cold),
      below: 5,
      unit: "ms",
    }),
  ];
}

const home = "111122223333";

const read = (kind: PolicyKind, ...statements: object[]) => {
  const text = JSON.stringify({ Version: "2012-10-17", Statement: statements });
  const { document, problems } = readPolicy(text, kind);
  if (!document) throw new Error(JSON.stringify(problems));
  return compilePolicy(document, { name: kind, kind });
};

const allow = (action: unknown, resource: unknown, Condition?: object) => ({
  Effect: "Allow",
  Action: action,
  Resource: resource,
  ...(Condition && { Condition }),
});

/** Six policies of its own, a boundary, three levels of the organisation, a bucket's policy, an endpoint's. */
function policiesOfOne(): Policies {
  const services = ["s3", "sqs", "dynamodb", "kms", "logs", "ec2"];
  const identity = services.map((service) =>
    read(
      "identity",
      allow([`${service}:Get*`, `${service}:List*`, `${service}:Describe*`], "*"),
      allow(`${service}:*`, `arn:aws:${service}:*:${home}:team/\${aws:PrincipalTag/team}/*`, {
        StringEquals: { "aws:ResourceTag/team": "${aws:PrincipalTag/team}" },
      }),
      { ...allow(`${service}:Delete*`, "*"), Effect: "Deny" },
    ),
  );
  const everything = allow("*", "*");
  const region = { StringNotEquals: { "aws:RequestedRegion": ["eu-west-1", "eu-central-1"] } };
  const level = (name: string) => ({
    name,
    policies: [read("scp", everything, { ...allow("*", "*", region), Effect: "Deny" })],
  });
  const secure = { Bool: { "aws:SecureTransport": "false" } };
  const resource = read("resource", {
    ...allow("s3:*", "*", secure),
    Effect: "Deny",
    Principal: "*",
  });
  const endpoint = read("endpoint", { ...everything, Principal: "*" });
  const boundary = read(
    "boundary",
    allow(
      services.map((service) => `${service}:*`),
      "*",
    ),
  );
  const serviceControl = ["Root", "Workloads", "Shop"].map(level);
  return { ...noPolicies, identity, boundary, serviceControl, resource, endpoint };
}

function differentRequests(): AuthorizationRequest[] {
  const principal = principalOf(`arn:aws:iam::${home}:role/orders`)!;
  const actions = [
    "s3:GetObject",
    "s3:PutObject",
    "sqs:SendMessage",
    "kms:Decrypt",
    "ec2:RunInstances",
  ];
  return Array.from({ length: 100 }, (_, index) => ({
    principal,
    action: actions[index % actions.length]!,
    resource: `arn:aws:s3:::orders/team/red/${index}.json`,
    resourceAccount: home,
    context: {
      "aws:RequestedRegion": index % 7 === 0 ? "us-east-1" : "eu-west-1",
      "aws:SecureTransport": "true",
      "aws:PrincipalTag/team": "red",
      "aws:ResourceTag/team": index % 2 === 0 ? "red" : "blue",
      "aws:SourceIp": "203.0.113.7",
    },
  }));
}
