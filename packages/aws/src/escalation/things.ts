import type { ResourceType } from "./catalogue/entry.ts";

/** What may run: its ARN, where nobody said which there are, and how people call it. */
export const things: Readonly<Record<ResourceType, { arn: string; words: string }>> = {
  "lambda-function": {
    arn: "arn:{partition}:lambda:{region}:{account}:function:{function}",
    words: "a Lambda function",
  },
  "ec2-instance": {
    arn: "arn:{partition}:ec2:{region}:{account}:instance/{instance}",
    words: "an EC2 instance",
  },
  "launch-template": {
    arn: "arn:{partition}:ec2:{region}:{account}:launch-template/{template}",
    words: "a launch template",
  },
  "codebuild-project": {
    arn: "arn:{partition}:codebuild:{region}:{account}:project/{project}",
    words: "a CodeBuild project",
  },
  "glue-job": {
    arn: "arn:{partition}:glue:{region}:{account}:job/{job}",
    words: "a Glue job",
  },
  "glue-endpoint": {
    arn: "arn:{partition}:glue:{region}:{account}:devEndpoint/{endpoint}",
    words: "a Glue development endpoint",
  },
  "cloudformation-stack": {
    arn: "arn:{partition}:cloudformation:{region}:{account}:stack/{stack}/{id}",
    words: "a CloudFormation stack",
  },
  "cloudformation-stack-set": {
    arn: "arn:{partition}:cloudformation:{region}:{account}:stackset/{stackSet}:{id}",
    words: "a CloudFormation stack set",
  },
  "sagemaker-notebook": {
    arn: "arn:{partition}:sagemaker:{region}:{account}:notebook-instance/{notebook}",
    words: "a SageMaker notebook",
  },
  "apprunner-service": {
    arn: "arn:{partition}:apprunner:{region}:{account}:service/{service}/{id}",
    words: "an App Runner service",
  },
  "ecs-cluster": {
    arn: "arn:{partition}:ecs:{region}:{account}:cluster/{cluster}",
    words: "an ECS cluster",
  },
  "ecs-container-instance": {
    arn: "arn:{partition}:ecs:{region}:{account}:container-instance/{cluster}/{id}",
    words: "an ECS container instance",
  },
  "code-interpreter": {
    arn: "arn:{partition}:bedrock-agentcore:{region}:{account}:code-interpreter-custom/{id}",
    words: "a code interpreter",
  },
};

export const resourceTypes = Object.keys(things) as ResourceType[];
