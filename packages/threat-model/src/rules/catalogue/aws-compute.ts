import { defineRules } from "../rule.ts";

/** Functions, instances, tasks and the gateways in front of them. */
export const rules = defineRules([
  {
    id: "instance-metadata-credentials",
    title: "A request forged through {element} fetches the credentials of its instance",
    stride: "I",
    cwe: [918, 522],
    capec: [664],
    weight: 3,
    on: "element",
    when: {
      technology: ["aws-ec2"],
      distance: { atMost: 2 },
      lacks: ["imdsv2"],
    },
    note: "One GET to 169.254.169.254 gives keys that work from anywhere. IMDSv2 asks for a PUT and a header first, which most forged requests cannot send; new images and account defaults require it, launch templates of last year do not. Where the attacker chooses method and headers, only a poor role helps.",
    statement: {
      source: "outsider",
      prerequisites: "who makes {element} fetch any address",
      action: "read the role's credentials from instance metadata and use them elsewhere",
      impact: "use of every right of the instance's role",
      goals: ["confidentiality", "integrity"],
    },
    mitigations: [
      {
        text: "Require IMDSv2 with hop limit 1, as account default and by service control policy (ec2:MetadataHttpTokens).",
        control: "imdsv2",
        aws: true,
      },
      {
        text: "Tie the role to its network: deny unless aws:EC2InstanceSourceVPC equals aws:SourceVpc.",
        aws: true,
      },
      {
        text: "Filter outgoing requests of the application after resolving the name.",
      },
    ],
    sources: [
      "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html",
      "https://cheatsheetseries.owasp.org/cheatsheets/Server_Side_Request_Forgery_Prevention_Cheat_Sheet.html",
    ],
  },
  {
    id: "task-takes-node-role",
    title: "A task of {element} uses the role of the node or of its neighbour",
    stride: "E",
    cwe: [653, 269],
    on: "element",
    when: { technology: ["aws-ecs", "aws-batch"], lacks: ["workload-identity", "imdsv2"] },
    note: "On EC2, tasks share an instance: a container that reaches the metadata service has the node's role, and AWS calls the container no security boundary there. A task role alone changes nothing as long as the node's role stays in reach. On Fargate each task has a machine of its own.",
    statement: {
      source: "intruder in one container",
      prerequisites: "on the same instance as others",
      action: "read credentials of the node, or of tasks beside it",
      impact: "the rights of every workload on that instance",
      goals: ["confidentiality", "integrity"],
    },
    mitigations: [
      {
        text: "Give each task a role and run it on Fargate, or keep tasks of different trust on different instances.",
        control: "workload-identity",
        aws: true,
      },
      {
        text: "Require IMDSv2 with hop limit 1 and block metadata for tasks (ECS_AWSVPC_BLOCK_IMDS).",
        control: "imdsv2",
        aws: true,
      },
    ],
    sources: [
      "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html",
      "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html",
    ],
  },
  {
    id: "event-field-injected",
    title: "An event from {source} carries an attacker's text into {target}",
    stride: "T",
    cwe: [20, 74],
    on: "flow",
    when: {
      source: {
        technology: [
          "aws-s3",
          "aws-sns",
          "aws-sqs",
          "aws-eventbridge",
          "aws-kinesis",
          "aws-iot-core",
          "aws-ses",
          "aws-dynamodb",
        ],
        distance: { atMost: 1 },
      },
      target: { groups: ["function", "worker", "container"], lacks: ["input-validation"] },
      lacks: ["input-validation"],
    },
    note: "An event looks internal because AWS delivers it, yet its fields are the caller's: object keys, e-mail subjects and MQTT topics are free text. S3 event keys arrive URL-encoded, so a check before decoding sees nothing; and no WAF stands in front of an event.",
    statement: {
      source: "customer",
      prerequisites: "who chooses an object key, subject or attribute",
      action: "smuggle a path, command or query through {source} into {target}",
      impact: "code or queries of the attacker with the rights of {target}",
      goals: ["integrity", "confidentiality"],
    },
    mitigations: [
      {
        text: "Let the server choose object keys; validate every event field by schema after decoding.",
        control: "input-validation",
      },
      {
        text: "Check with Powertools' parser or EventBridge's schema registry at the top of the handler.",
        control: "input-validation",
        aws: true,
      },
    ],
    sources: [
      "https://docs.aws.amazon.com/lambda/latest/dg/with-s3.html",
      "https://owasp.org/www-project-serverless-top-10/",
    ],
  },
  {
    id: "function-with-rights-of-many",
    title: "One hijacked request to {element} reaches what other functions may",
    stride: "E",
    cwe: [250, 272],
    capec: [122],
    weight: 1,
    on: "element",
    when: {
      groups: ["function"],
      distance: { atMost: 2 },
      outgoing: { target: { type: ["store"], groups: ["aws"] } },
      data: { atLeast: "confidential" },
      lacks: ["least-privilege", "permissions-boundary", "workload-identity"],
    },
    note: "Functions are split and roles are copied: a shared execution role gives the thumbnailer the payment table. The function that parses hostile input should be the one that may do least; more often its role grew with the first prototype, and nobody removes a right that may be in use.",
    statement: {
      source: "attacker",
      prerequisites: "with one flaw in {element}",
      action: "use its role for tables, keys and queues that it never needs",
      impact: "disclosure of {data} and more beyond the flaw",
      goals: ["confidentiality", "integrity"],
    },
    mitigations: [
      {
        text: "One role for each function, with resource ARNs; the deployment refuses * on data actions.",
        control: "least-privilege",
        aws: true,
      },
      {
        text: "Cut unused rights with the last-accessed findings of IAM Access Analyzer.",
        control: "least-privilege",
        aws: true,
      },
    ],
    sources: [
      "https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html",
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/what-is-access-analyzer.html",
    ],
  },
  {
    id: "secret-in-configuration",
    title: "The secret that {element} uses is read from its configuration",
    stride: "I",
    cwe: [526, 522],
    on: "element",
    when: {
      technology: ["aws-lambda", "aws-ecs", "aws-ec2", "aws-batch"],
      outgoing: { authentication: ["password", "api-key", "shared-secret"] },
      noOutgoing: { target: { groups: ["secrets"] } },
      lacks: ["secret-store"],
    },
    note: "Environment variables are encrypted at rest and shown in clear to all who may read the configuration, auditors' read-only roles included; task definitions and user data keep them in every old revision. A crash report or a debug page that prints its environment completes it.",
    statement: {
      source: "employee or intruder",
      prerequisites: "with read-only access to the account",
      action:
        "read the variables of {element} through GetFunctionConfiguration or DescribeTaskDefinition",
      impact: "direct access to what the secret opens, past {element}",
      goals: ["confidentiality"],
    },
    mitigations: [
      {
        text: "Fetch the secret at start from Secrets Manager with the function's own role, and rotate it there.",
        control: "secret-store",
        aws: true,
      },
      {
        text: "Do without: IAM database authentication, or roles in place of keys.",
        aws: true,
      },
    ],
    sources: [
      "https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html",
      "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html",
    ],
  },
  {
    id: "warm-function-remembers",
    title: "{element} gives one customer what the call before left behind",
    stride: "I",
    cwe: [488, 226],
    weight: 1,
    on: "element",
    when: {
      technology: ["aws-lambda"],
      data: { atLeast: "restricted" },
      lacks: ["tenant-isolation"],
    },
    note: "Execution environments are reused: module variables and files in /tmp outlive the call and meet the next customer. A cached client signed for one tenant is the quiet form, since nothing fails. It never shows in tests, where each call is the first.",
    statement: {
      source: "customer",
      prerequisites: "served by a warm environment of {element}",
      action: "receive state of the call before",
      impact: "disclosure of {data} to another customer",
      goals: ["confidentiality"],
    },
    mitigations: [
      {
        text: "Use Lambda's tenant isolation mode where tenants' code or files are processed.",
        control: "tenant-isolation",
        aws: true,
      },
      {
        text: "Keep nothing of a customer in module scope; write temporary files to a random folder and delete it in finally.",
        control: "tenant-isolation",
      },
    ],
    sources: [
      "https://docs.aws.amazon.com/lambda/latest/dg/tenant-isolation.html",
      "https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html",
    ],
  },
  {
    id: "usage-key-taken-for-identity",
    title: "An API key stands for identity at {target}",
    stride: "S",
    cwe: [287, 1390],
    on: "flow",
    when: {
      target: { technology: ["aws-api-gateway", "aws-appsync"] },
      authentication: ["api-key"],
    },
    note: "API keys of API Gateway meter use; AWS says not to authenticate with them. One key can open every API of the same usage plan, it does not expire, and it is sent as it is with each request. AppSync's keys stand in the client and end after at most 365 days.",
    statement: {
      source: "outsider",
      prerequisites: "with a key copied from a client, a log or a wiki",
      action: "call {target} as {source}",
      impact: "requests under a foreign name, and {data} in wrong hands",
      goals: ["confidentiality", "integrity"],
    },
    mitigations: [
      {
        text: "Use an IAM, JWT or Lambda authoriser on every method, and keep the key for quotas.",
        aws: true,
      },
      { text: "Between accounts use SigV4 and a resource policy that names the roles.", aws: true },
    ],
    sources: [
      "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html",
    ],
  },
  {
    id: "authoriser-answer-reused",
    title: "{source} lets a request through on the answer for another one",
    stride: "E",
    cwe: [863, 524],
    on: "flow",
    when: {
      source: { technology: ["aws-api-gateway"] },
      target: { groups: ["authorization", "function"], lacks: ["function-authorization"] },
      lacks: ["function-authorization", "token-validation"],
      authentication: ["token", "session"],
    },
    note: "A REST API caches the answer of its Lambda authoriser by token, 300 seconds by default, for all methods of the stage. If the policy that it returned names the first path's rights with a wildcard, the second path is open; if it names one path alone, the next call fails at random and somebody adds the wildcard.",
    statement: {
      source: "signed-in customer",
      prerequisites: "with an ordinary token",
      action: "call a permitted path first and an administrator's path within the cache time",
      impact: "functions for which the customer has no right",
      goals: ["integrity", "confidentiality"],
    },
    mitigations: [
      {
        text: "Return a policy for all methods of the API, made from the caller's rights; or add the path to the identity source.",
        control: "function-authorization",
        aws: true,
      },
      { text: "Check the right once more in the service that acts.", control: "token-validation" },
    ],
    sources: [
      "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html",
    ],
  },
]);
