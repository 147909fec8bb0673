import { defineCommand } from "../src/command.ts";
import { runEscalations } from "../src/escalations/run.ts";

const details = `
Finds who can gain what, over all accounts that are given: each path as calls that would be allowed, decided as AWS
decides, with the statement that allows each. Files: what \`aws iam get-account-authorization-details\` printed, one
an account; or one world, as \`loopwright aws\` serves it. A world is known by its "accounts" and needs nothing beside
it: the organisation's policies are taken as they are attached, and its functions and instances are all that runs.

  --scp, --rcp   service and resource control policies, level by level; may be given several times:
                 { "managementAccount": "999999999999",                 optional: it is not bound by them
                   "levels": [{ "name": "Root", "accounts": ["*"],      or numbers of the accounts below it
                                "policies": [{ "name": "…", "document": { … } }] }] }
                 At each level that applies, some policy has to allow: FullAWSAccess is not added.
  --organisation { "id": "o-a1b2c3d4e5", "managementAccount": "999999999999", "accounts": ["111122223333", …] }
                 Without it, conditions on aws:PrincipalOrgID count as not met.
  --resources    what runs, and with which role:
                 { "resources": [{ "type": "lambda-function", "arn": ARN, "role": ARN,
                                   "tags": { … }, "policy": { … } }] }  the last three may be left out
                 Types: lambda-function, ec2-instance, launch-template, codebuild-project, glue-job, glue-endpoint,
                 cloudformation-stack, cloudformation-stack-set, sagemaker-notebook, apprunner-service, ecs-cluster,
                 ecs-container-instance, code-interpreter. Without the file, what needs one is told as conditional.
  --from         the one user or role to begin from. Of an administrator, what it gains in other accounts.

A path is proven where every call is allowed by what the files say; addresses, networks, MFA and external ids that
nobody told count against it. Time is now, or what a world's clock says.

--json: { format: 1, accounts, principals, administrators, cut, notices: [{ where, message }], paths: [{ from,
  gain: { kind: "administrator", account, as, without } | { kind: "principal", account, as, more: call },
  proven, conditions, notes, alternatives, steps: [{ from, to, plus, path, group, calls: [call], trust: [call],
  conditions, notes, docs }] }] }, where call is { caller, action, resource, context, reason,
  by: { policy, statement, sid } | null }. A step's path is an id of https://pathfinding.cloud.
Exit codes: 0 nothing proven; 1 a path is proven; 2 a file that cannot be read, or is too large; 4 no such file,
or nobody of that ARN.`;

export const command = defineCommand({
  summary: "Finds escalation paths over AWS accounts, each call decided.",
  usage:
    "<details.json…|world.yaml> [--scp file…] [--rcp file…] [--organisation file] [--resources file] [--from ARN]",
  details: details.trim(),
  options: {
    scp: { type: "string", multiple: true },
    rcp: { type: "string", multiple: true },
    organisation: { type: "string" },
    resources: { type: "string" },
    from: { type: "string" },
    json: { type: "boolean" },
  },
  run: runEscalations,
});
