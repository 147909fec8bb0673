import { AppError } from "@loopwright/core";

import { defineCommand } from "../src/command.ts";
import { decideRequest } from "../src/iam/decide.ts";

const details = `
decide <request.json|-> [--json]
  Decides one request as AWS does, and shows of every statement why it applied or not. The file:

  {
    "principal": "arn:aws:iam::111122223333:user/ana",    also {"role": ARN, "session": name}, an account, a
                                                          service such as lambda.amazonaws.com, or "anonymous"
    "action": "s3:GetObject",
    "resource": "arn:aws:s3:::photos/a.jpg",
    "resourceAccount": "111122223333",                    where the ARN does not say whose it is
    "context": { "aws:SourceIp": "203.0.113.7", "aws:TagKeys": ["team"] },
    "identity": [{ "name": "reader", "document": { "Version": "2012-10-17", "Statement": [ … ] } }],
    "boundary": { … }, "session": [ … ],
    "resourcePolicy": { … },                              or "trustPolicy" of a role, or "keyPolicy" of a KMS key
    "endpoint": { … },                                    of the VPC endpoint on the way
    "serviceControl": [{ "level": "Root", "policies": [ … ] }],
    "resourceControl": [ … ],
    "grants": [{ "id": "g1", "grantee": ARN, "operations": ["Decrypt"] }],
    "restrictPublicBuckets": false,
    "managementAccount": "999999999999"
  }

  All but principal, action and resource may be left out. A policy is its document, or { name, document }.
Exit codes: 0 allowed; 1 denied; 2 a file that cannot be read as a request; 4 no such file.`;

export const command = defineCommand({
  summary: "Decides an IAM request, and explains the decision.",
  usage: "decide <request.json|-> [--json]",
  details: details.trim(),
  options: { json: { type: "boolean" } },
  run: (run) => {
    const [verb, ...paths] = run.positionals;
    if (verb === "decide") return decideRequest(run, paths);
    throw new AppError("invalid-input", {
      message: verb === undefined ? "A verb is missing." : `\`iam\` has no verb “${verb}”.`,
      next: "Use: decide.",
    });
  },
});
