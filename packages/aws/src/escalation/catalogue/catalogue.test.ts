import { describe, expect, test } from "vitest";

import { decide } from "../../decide/decide.ts";
import { Edges, type Edge } from "../edges.ts";
import { Scene } from "../scene.ts";
import { minimal, type Change } from "../test/minimal.ts";
import type { Entry } from "./entry.ts";
import { catalogue } from "./index.ts";

const edgesIn = (entry: Entry, change?: Change): Edge[] => {
  const { landscape, self } = minimal(entry, change);
  const scene = new Scene(landscape, { atMs: null, workMax: 1_000_000 });
  const actor = scene.actor(scene.identities.get(self)!);
  return new Edges(scene).of(actor).filter((edge) => edge.entry.id === entry.id);
};

const own = (entry: Entry) => [
  ...new Set(entry.calls.filter(({ as }) => !as).map(({ action }) => action)),
];

type Row = { name: string; entry: Entry; change: Change };
const rows = (of: (entry: Entry) => [string, Change][]): Row[] =>
  catalogue.flatMap((entry) =>
    of(entry).map(([name, change]) => ({ name: `${entry.id}: ${name}`, entry, change })),
  );

describe("a minimal account in which the path works", () => {
  test.each(catalogue.map((entry) => ({ name: entry.id, entry })))("$name", ({ entry }) => {
    const found = edgesIn(entry);
    expect(found).toHaveLength(1);
    const { calls, trust, conditions } = found[0]!.attempt;
    expect(conditions).toEqual([]);
    const called = calls.map(({ request }) => request.action);
    expect([...new Set(called)]).toEqual([...new Set(entry.calls.map(({ action }) => action))]);
    for (const { request, policies } of [...calls, ...trust]) {
      expect(decide(request, policies).allowed).toBe(true);
    }
  });
});

describe("the account next to it, in which it does not", () => {
  test.each([
    ...rows((entry) => own(entry).map((action) => [`${action} is denied`, { deny: action }])),
    ...rows((entry) =>
      own(entry).map((action) => [`the organisation denies ${action}`, { scp: action }]),
    ),
    // What a trust policy gives to a user by name is not limited by the user's boundary.
    ...rows((entry) =>
      own(entry)
        .filter((action) => action !== "sts:AssumeRole")
        .map((action) => [`${action} is beyond the boundary`, { beyondBoundary: action }]),
    ),
    ...rows((entry) =>
      typeof entry.binds.role?.lets === "string"
        ? [["the role lets in another service", { otherService: true }]]
        : [],
    ),
    ...rows((entry) =>
      own(entry).includes("iam:PassRole")
        ? [
            ["the role is passed to another service alone", { passedElsewhere: true }],
            ["another role may be passed", { otherRole: true }],
          ]
        : [],
    ),
    ...rows((entry) => (entry.binds.thing ? [["nothing runs", { nothingRuns: true }]] : [])),
    ...rows((entry) =>
      entry.id === "sts-001"
        ? []
        : [
            ["only with MFA", { condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } } }],
            [
              "only from an address",
              { condition: { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } } },
            ],
            [
              "only from anywhere else",
              { condition: { NotIpAddress: { "aws:SourceIp": "203.0.113.0/24" } } },
            ],
            ["only through an endpoint", { condition: { StringLike: { "aws:SourceVpce": "*" } } }],
          ],
    ),
  ])("$name", ({ entry, change }) => {
    expect(edgesIn(entry, change)).toEqual([]);
  });
});

/** As listed at pathfinding.cloud, as far as a call of one's own is meant. */
const sets: Readonly<Record<string, string>> = {
  "apprunner-001": "iam:PassRole apprunner:CreateService",
  "apprunner-002": "apprunner:UpdateService",
  "bedrock-001":
    "iam:PassRole bedrock-agentcore:CreateCodeInterpreter bedrock-agentcore:StartCodeInterpreterSession bedrock-agentcore:InvokeCodeInterpreter",
  "bedrock-002":
    "bedrock-agentcore:StartCodeInterpreterSession bedrock-agentcore:InvokeCodeInterpreter",
  "cloudformation-001": "iam:PassRole cloudformation:CreateStack",
  "cloudformation-002": "cloudformation:UpdateStack",
  "cloudformation-003":
    "iam:PassRole cloudformation:CreateStackSet cloudformation:CreateStackInstances",
  "cloudformation-004": "iam:PassRole cloudformation:UpdateStackSet",
  "cloudformation-005": "cloudformation:CreateChangeSet cloudformation:ExecuteChangeSet",
  "codebuild-001": "iam:PassRole codebuild:CreateProject codebuild:StartBuild",
  "codebuild-002": "codebuild:StartBuild",
  "codebuild-003": "codebuild:StartBuildBatch",
  "codebuild-004": "iam:PassRole codebuild:CreateProject codebuild:StartBuildBatch",
  "datapipeline-001":
    "iam:PassRole datapipeline:CreatePipeline datapipeline:PutPipelineDefinition datapipeline:ActivatePipeline",
  "ec2-001": "iam:PassRole ec2:RunInstances",
  "ec2-002": "ec2:ModifyInstanceAttribute ec2:StopInstances ec2:StartInstances",
  "ec2-003": "iam:PassRole ec2:RequestSpotInstances",
  "ec2-004": "ec2:CreateLaunchTemplateVersion ec2:ModifyLaunchTemplate",
  "ec2instanceconnect-003": "ec2-instance-connect:SendSSHPublicKey ec2:DescribeInstances",
  "ecs-001": "iam:PassRole ecs:CreateCluster ecs:RegisterTaskDefinition ecs:CreateService",
  "ecs-002": "iam:PassRole ecs:CreateCluster ecs:RegisterTaskDefinition ecs:RunTask",
  "ecs-003": "iam:PassRole ecs:RegisterTaskDefinition ecs:CreateService",
  "ecs-004": "iam:PassRole ecs:RegisterTaskDefinition ecs:RunTask",
  "ecs-005": "iam:PassRole ecs:RegisterTaskDefinition ecs:StartTask",
  "glue-001": "iam:PassRole glue:CreateDevEndpoint",
  "glue-002": "glue:UpdateDevEndpoint",
  "glue-003": "iam:PassRole glue:CreateJob glue:StartJobRun",
  "glue-004": "iam:PassRole glue:CreateJob glue:CreateTrigger",
  "glue-005": "iam:PassRole glue:UpdateJob glue:StartJobRun",
  "glue-006": "iam:PassRole glue:UpdateJob glue:CreateTrigger",
  "iam-001": "iam:CreatePolicyVersion",
  "iam-002": "iam:CreateAccessKey",
  "iam-003": "iam:CreateAccessKey iam:DeleteAccessKey",
  "iam-004": "iam:CreateLoginProfile",
  "iam-005": "iam:PutRolePolicy",
  "iam-006": "iam:UpdateLoginProfile",
  "iam-007": "iam:PutUserPolicy",
  "iam-008": "iam:AttachUserPolicy",
  "iam-009": "iam:AttachRolePolicy",
  "iam-010": "iam:AttachGroupPolicy",
  "iam-011": "iam:PutGroupPolicy",
  "iam-012": "iam:UpdateAssumeRolePolicy",
  "iam-013": "iam:AddUserToGroup",
  "iam-014": "iam:AttachRolePolicy sts:AssumeRole",
  "iam-015": "iam:AttachUserPolicy iam:CreateAccessKey",
  "iam-016": "iam:CreatePolicyVersion sts:AssumeRole",
  "iam-017": "iam:PutRolePolicy sts:AssumeRole",
  "iam-018": "iam:PutUserPolicy iam:CreateAccessKey",
  "iam-019": "iam:AttachRolePolicy iam:UpdateAssumeRolePolicy",
  "iam-020": "iam:CreatePolicyVersion iam:UpdateAssumeRolePolicy",
  "iam-021": "iam:PutRolePolicy iam:UpdateAssumeRolePolicy",
  "lambda-001": "iam:PassRole lambda:CreateFunction lambda:InvokeFunction",
  "lambda-002": "iam:PassRole lambda:CreateFunction lambda:CreateEventSourceMapping",
  "lambda-003": "lambda:UpdateFunctionCode",
  "lambda-004": "lambda:UpdateFunctionCode lambda:InvokeFunction",
  "lambda-005": "lambda:UpdateFunctionCode lambda:AddPermission",
  "lambda-006": "iam:PassRole lambda:CreateFunction lambda:AddPermission",
  "sagemaker-001": "iam:PassRole sagemaker:CreateNotebookInstance",
  "sagemaker-002": "iam:PassRole sagemaker:CreateTrainingJob",
  "sagemaker-003": "iam:PassRole sagemaker:CreateProcessingJob",
  "sagemaker-004": "sagemaker:CreatePresignedNotebookInstanceUrl",
  "sagemaker-005":
    "sagemaker:CreateNotebookInstanceLifecycleConfig sagemaker:StopNotebookInstance sagemaker:UpdateNotebookInstance sagemaker:StartNotebookInstance",
  "ssm-001": "ssm:StartSession",
  "ssm-002": "ssm:SendCommand",
  "sts-001": "sts:AssumeRole",
};

test("the catalogue has the known sets of permissions, each on AWS's own pages", () => {
  const found = catalogue.map((entry): [string, string[]] => {
    const opened = entry.calls.some(({ trusts }) => trusts);
    const actions = own(entry).filter((action) => !(opened && action === "sts:AssumeRole"));
    return [entry.id, actions.toSorted()];
  });
  const known = Object.entries(sets).map(([id, set]): [string, string[]] => [
    id,
    set.split(" ").toSorted(),
  ]);
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(known));
  expect(catalogue).toHaveLength(65);
  for (const { docs } of catalogue) {
    for (const page of docs) expect(page).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
  }
});

test("the groups are as large as they are known to be", () => {
  const count = (group: Entry["group"]) => catalogue.filter((one) => one.group === group).length;
  expect([
    count("self-escalation"),
    count("principal-access"),
    count("new-passrole"),
    count("existing-passrole"),
  ]).toEqual([8, 14, 27, 16]);
});
