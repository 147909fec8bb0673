import { iamPage, page, pass, stsPage, type Bindings, type Call, type Entry } from "./entry.ts";

type New = {
  id: string;
  binds: Bindings;
  calls: readonly Call[];
  docs: readonly string[];
  gives?: Entry["gives"];
  notes?: readonly string[];
};

export const newPassRole = (given: New): Entry => ({
  group: "new-passrole",
  gives: { as: "role", plus: null },
  ...given,
  docs: [iamPage, ...given.docs],
});

export const lets = (service: string): Bindings => ({ role: { lets: service } });

const cloudFormation = "cloudformation.amazonaws.com";
const stack = "arn:{partition}:cloudformation:{region}:{account}:stack/{stack}/{id}";
const stackSet = "arn:{partition}:cloudformation:{region}:{account}:stackset/{stackSet}:{id}";
const withRole = { "cloudformation:RoleArn": "{role}" };
/** The administration role that was passed works in the target account through the execution role. */
const execute: Call = { action: "sts:AssumeRole", on: "target", as: "role" };
const stackSets = { ...lets(cloudFormation), target: true } as const;
const asExecution = { as: "target", plus: null } as const;

const cloudFormationPaths: readonly Entry[] = [
  newPassRole({
    id: "cloudformation-001",
    binds: lets(cloudFormation),
    calls: [
      pass(cloudFormation, stack),
      { action: "cloudformation:CreateStack", on: stack, with: withRole },
    ],
    docs: [page("awscloudformation")],
  }),
  newPassRole({
    id: "cloudformation-003",
    binds: stackSets,
    calls: [
      pass(cloudFormation, stackSet),
      { action: "cloudformation:CreateStackSet", on: stackSet },
      { action: "cloudformation:CreateStackInstances", on: stackSet },
      execute,
    ],
    gives: asExecution,
    docs: [page("awscloudformation"), stsPage],
  }),
  newPassRole({
    id: "cloudformation-004",
    binds: { ...stackSets, thing: { type: "cloudformation-stack-set", carries: false } },
    calls: [
      pass(cloudFormation, "thing"),
      { action: "cloudformation:UpdateStackSet", on: "thing" },
      execute,
    ],
    gives: asExecution,
    notes: ["the stack set has a stack instance in the account of the execution role"],
    docs: [page("awscloudformation"), stsPage],
  }),
  newPassRole({
    id: "cloudformation-005",
    binds: {
      ...lets(cloudFormation),
      thing: { type: "cloudformation-stack", carries: true },
    },
    calls: [
      { action: "cloudformation:CreateChangeSet", on: "thing" },
      { action: "cloudformation:ExecuteChangeSet", on: "thing" },
    ],
    docs: [page("awscloudformation")],
  }),
];

const codeBuild = "codebuild.amazonaws.com";
const project = "arn:{partition}:codebuild:{region}:{account}:project/{project}";
const build = (id: string, start: string): Entry =>
  newPassRole({
    id,
    binds: lets(codeBuild),
    calls: [
      pass(codeBuild, project),
      { action: "codebuild:CreateProject", on: project },
      { action: `codebuild:${start}`, on: project },
    ],
    docs: [page("awscodebuild")],
  });

const agentCore = "bedrock-agentcore.amazonaws.com";
const interpreter =
  "arn:{partition}:bedrock-agentcore:{region}:{account}:code-interpreter-custom/{id}";
const pipeline = "arn:{partition}:datapipeline:{region}:{account}:pipeline/{id}";
const pipelineActions = ["CreatePipeline", "PutPipelineDefinition", "ActivatePipeline"];
const appRunner = "tasks.apprunner.amazonaws.com";
const appRunnerService = "arn:{partition}:apprunner:{region}:{account}:service/{service}/{id}";

export const newPassRoleElsewhere: readonly Entry[] = [
  newPassRole({
    id: "apprunner-001",
    binds: lets(appRunner),
    calls: [
      pass(appRunner, appRunnerService),
      { action: "apprunner:CreateService", on: appRunnerService },
    ],
    docs: [page("awsapprunner")],
  }),
  newPassRole({
    id: "bedrock-001",
    binds: lets(agentCore),
    calls: [
      pass(agentCore, interpreter),
      { action: "bedrock-agentcore:CreateCodeInterpreter", on: ["*", interpreter] },
      { action: "bedrock-agentcore:StartCodeInterpreterSession", on: interpreter },
      { action: "bedrock-agentcore:InvokeCodeInterpreter", on: interpreter },
    ],
    docs: [page("amazonbedrockagentcore")],
  }),
  ...cloudFormationPaths,
  build("codebuild-001", "StartBuild"),
  build("codebuild-004", "StartBuildBatch"),
  newPassRole({
    id: "datapipeline-001",
    binds: {
      role: { lets: "ec2.amazonaws.com", profile: true },
      second: { lets: "datapipeline.amazonaws.com" },
    },
    calls: [
      pass("datapipeline.amazonaws.com", pipeline, "second"),
      pass("ec2.amazonaws.com", pipeline),
      ...pipelineActions.map((name) => ({
        action: `datapipeline:${name}`,
        on: ["*", pipeline],
      })),
    ],
    notes: ["the account used AWS Data Pipeline before July 2024, when it closed to new customers"],
    docs: [page("awsdatapipeline")],
  }),
];
