import { page, type Call, type Entry, type ResourceType } from "./entry.ts";

type Existing = {
  id: string;
  type: ResourceType;
  /** The service that the role lets in. */
  lets: string;
  calls: readonly Call[];
  docs: readonly string[];
  notes?: readonly string[];
};

const existing = ({ id, type, lets, calls, docs, notes }: Existing): Entry => ({
  id,
  group: "existing-passrole",
  binds: {
    role: { lets, ...(lets === ec2 && { profile: true as const }) },
    thing: { type, carries: true },
  },
  calls,
  gives: { as: "role", plus: null },
  docs,
  ...(notes && { notes }),
});

const on = (...actions: string[]): Call[] => actions.map((action) => ({ action, on: "thing" }));

const ec2 = "ec2.amazonaws.com";
const instance = { type: "ec2-instance", lets: ec2 } as const;
const lambda = {
  type: "lambda-function",
  lets: "lambda.amazonaws.com",
  docs: [page("awslambda")],
} as const;
const codeBuild = {
  type: "codebuild-project",
  lets: "codebuild.amazonaws.com",
  docs: [page("awscodebuild")],
  notes: ["the build specification can be given anew with the build"],
} as const;
const notebook = {
  type: "sagemaker-notebook",
  lets: "sagemaker.amazonaws.com",
  docs: [page("amazonsagemaker")],
} as const;
const lifecycle =
  "arn:{partition}:sagemaker:{region}:{account}:notebook-instance-lifecycle-config/{config}";
const shell = "arn:{partition}:ssm:{region}::document/AWS-RunShellScript";
const agent = "the SSM agent runs on the instance and reaches Systems Manager";

/** What runs already and carries a role is made to run something else. */
export const existingPassRole: readonly Entry[] = [
  existing({
    id: "apprunner-002",
    type: "apprunner-service",
    lets: "tasks.apprunner.amazonaws.com",
    calls: on("apprunner:UpdateService"),
    docs: [page("awsapprunner")],
  }),
  existing({
    id: "bedrock-002",
    type: "code-interpreter",
    lets: "bedrock-agentcore.amazonaws.com",
    calls: on(
      "bedrock-agentcore:StartCodeInterpreterSession",
      "bedrock-agentcore:InvokeCodeInterpreter",
    ),
    docs: [page("amazonbedrockagentcore")],
  }),
  existing({
    id: "cloudformation-002",
    type: "cloudformation-stack",
    lets: "cloudformation.amazonaws.com",
    calls: on("cloudformation:UpdateStack"),
    docs: [page("awscloudformation")],
  }),
  existing({ id: "codebuild-002", ...codeBuild, calls: on("codebuild:StartBuild") }),
  existing({ id: "codebuild-003", ...codeBuild, calls: on("codebuild:StartBuildBatch") }),
  existing({
    id: "ec2-002",
    ...instance,
    calls: on("ec2:StopInstances", "ec2:ModifyInstanceAttribute", "ec2:StartInstances"),
    docs: [page("amazonec2")],
    notes: ["user data runs again at a start, as cloud-init is told in it"],
  }),
  existing({
    id: "ec2-004",
    type: "launch-template",
    lets: ec2,
    calls: on("ec2:CreateLaunchTemplateVersion", "ec2:ModifyLaunchTemplate"),
    docs: [page("amazonec2")],
    notes: ["something, such as an Auto Scaling group, starts instances from the default version"],
  }),
  existing({
    id: "ec2instanceconnect-003",
    ...instance,
    calls: [
      { action: "ec2:DescribeInstances", on: "*" },
      ...on("ec2-instance-connect:SendSSHPublicKey"),
    ],
    docs: [page("amazonec2instanceconnect"), page("amazonec2")],
    notes: ["the instance is reached by SSH, and has EC2 Instance Connect"],
  }),
  existing({
    id: "glue-002",
    type: "glue-endpoint",
    lets: "glue.amazonaws.com",
    calls: on("glue:UpdateDevEndpoint"),
    docs: [page("awsglue")],
    notes: ["the endpoint is reached by SSH"],
  }),
  existing({
    id: "lambda-003",
    ...lambda,
    calls: on("lambda:UpdateFunctionCode"),
    notes: ["something sets the function off"],
  }),
  existing({
    id: "lambda-004",
    ...lambda,
    calls: on("lambda:UpdateFunctionCode", "lambda:InvokeFunction"),
  }),
  existing({
    id: "lambda-005",
    ...lambda,
    calls: [
      ...on("lambda:UpdateFunctionCode"),
      { action: "lambda:AddPermission", on: "thing", with: { "lambda:Principal": "{account}" } },
    ],
  }),
  existing({
    id: "sagemaker-004",
    ...notebook,
    calls: on("sagemaker:CreatePresignedNotebookInstanceUrl"),
  }),
  existing({
    id: "sagemaker-005",
    ...notebook,
    calls: [
      { action: "sagemaker:CreateNotebookInstanceLifecycleConfig", on: lifecycle },
      ...on(
        "sagemaker:StopNotebookInstance",
        "sagemaker:UpdateNotebookInstance",
        "sagemaker:StartNotebookInstance",
      ),
    ],
  }),
  existing({
    id: "ssm-001",
    ...instance,
    calls: on("ssm:StartSession"),
    docs: [page("awssystemsmanager")],
    notes: [agent],
  }),
  existing({
    id: "ssm-002",
    ...instance,
    calls: [{ action: "ssm:SendCommand", on: ["thing", shell] }],
    docs: [page("awssystemsmanager")],
    notes: [agent],
  }),
];
