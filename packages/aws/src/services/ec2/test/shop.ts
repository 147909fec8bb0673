/** An account with a small network, an instance that anybody knows, and people who may do a part of it each. */
const allow = (
  Action: string | string[],
  Resource: string | string[] = "*",
  more: object = {},
) => ({
  Effect: "Allow",
  Action,
  Resource,
  ...more,
});
const policy = (...Statement: object[]) => ({ Version: "2012-10-17", Statement });
const user = (name: string, ...Statement: object[]) => ({
  name,
  keys: 1,
  inline: Statement.length > 0 ? { own: policy(...Statement) } : {},
});
const arn = (rest: string) => `arn:aws:ec2:eu-west-1:111111111111:${rest}`;
const when = (operator: string, key: string, value: string) => ({
  Condition: { [operator]: { [key]: value } },
});

const launchable = [
  allow("ec2:RunInstances", [
    "arn:aws:ec2:*::image/*",
    arn("subnet/*"),
    arn("security-group/*"),
    arn("network-interface/*"),
    arn("volume/*"),
  ]),
  allow(
    "ec2:RunInstances",
    arn("instance/*"),
    when("StringEquals", "ec2:InstanceType", "t3.micro"),
  ),
];

const users = [
  user("ana", allow("*")),
  user("reader", allow("ec2:Describe*")),
  user("nobody"),
  user("launcher", ...launchable),
  user(
    "passer",
    ...launchable,
    allow(
      "iam:PassRole",
      "arn:aws:iam::111111111111:role/web",
      when("StringEquals", "iam:PassedToService", "ec2.amazonaws.com"),
    ),
  ),
  user("v2only", ...launchable, {
    Effect: "Deny",
    Action: "ec2:RunInstances",
    Resource: arn("instance/*"),
    Condition: { StringNotEquals: { "ec2:MetadataHttpTokens": "required" } },
  }),
  user(
    "tagger",
    ...launchable,
    allow("ec2:CreateTags", arn("instance/*"), {
      Condition: {
        StringEquals: { "ec2:CreateAction": "RunInstances", "aws:RequestTag/team": "a" },
      },
    }),
  ),
  user("teamer", allow("ec2:*Instances", "*", when("StringEquals", "aws:ResourceTag/team", "a"))),
  user(
    "invpc",
    allow(
      "ec2:*SecurityGroup*",
      arn("security-group/*"),
      when("ArnEquals", "ec2:Vpc", arn("vpc/vpc-main")),
    ),
    allow("ec2:CreateSecurityGroup", arn("vpc/vpc-main")),
  ),
  user(
    "hardener",
    allow(
      "ec2:ModifyInstanceMetadataOptions",
      "*",
      when("StringEquals", "ec2:Attribute/HttpTokens", "required"),
    ),
  ),
  user("sharer", allow("ec2:ModifySnapshotAttribute"), {
    Effect: "Deny",
    Action: "*",
    Resource: "*",
    ...when("StringEquals", "ec2:Add/group", "all"),
  }),
];

const network = {
  vpcs: [{ id: "vpc-main", name: "main", cidrs: ["10.0.0.0/16"] }],
  subnets: [
    { id: "subnet-web", name: "web", vpc: "vpc-main", cidrs: ["10.0.1.0/24"], zone: "eu-west-1a" },
    { id: "subnet-db", name: "db", vpc: "vpc-main", cidrs: ["10.0.2.0/24"], zone: "eu-west-1b" },
  ],
  internetGateways: [{ id: "igw-main", vpc: "vpc-main" }],
  routeTables: [
    {
      id: "rtb-web",
      vpc: "vpc-main",
      subnets: ["subnet-web"],
      routes: [{ to: "0.0.0.0/0", via: "igw-main" }],
    },
    { id: "rtb-db", vpc: "vpc-main", main: true, routes: [{ to: "pl-s3", via: "vpce-s3" }] },
  ],
  prefixLists: [{ id: "pl-s3", name: "com.amazonaws.eu-west-1.s3", cidrs: ["52.218.0.0/17"] }],
  endpoints: [
    { id: "vpce-s3", vpc: "vpc-main", type: "gateway", service: "com.amazonaws.eu-west-1.s3" },
  ],
  securityGroups: [
    {
      id: "sg-web",
      name: "web",
      vpc: "vpc-main",
      ingress: [
        { protocol: "tcp", ports: 443, from: "0.0.0.0/0", note: "everybody" },
        { protocol: "tcp", ports: 22, from: "10.0.0.0/8" },
      ],
      egress: [{ protocol: "all", to: "0.0.0.0/0" }],
    },
    {
      id: "sg-db",
      name: "db",
      vpc: "vpc-main",
      ingress: [{ protocol: "tcp", ports: 5432, from: "sg-web" }],
      egress: [],
    },
  ],
};

export const shop = {
  format: 1,
  now: "2026-03-02T09:00:00Z",
  accounts: [
    {
      id: "111111111111",
      name: "Shop",
      iam: {
        users,
        roles: [
          {
            name: "web",
            profile: true,
            trust: policy({
              Effect: "Allow",
              Principal: { Service: "ec2.amazonaws.com" },
              Action: "sts:AssumeRole",
            }),
            inline: { own: policy(allow("s3:GetObject", "arn:aws:s3:::shop-assets/*")) },
          },
          {
            name: "other",
            profile: true,
            trust: policy({
              Effect: "Allow",
              Principal: { Service: "lambda.amazonaws.com" },
              Action: "sts:AssumeRole",
            }),
          },
        ],
      },
      regions: {
        "eu-west-1": {
          ec2: {
            network,
            instances: [
              {
                id: "i-web",
                name: "web",
                subnet: "subnet-web",
                groups: ["sg-web"],
                address: "10.0.1.10",
                publicAddress: "203.0.113.9",
                profile: "web",
                imds: { tokens: "optional", hopLimit: 1, tags: "enabled" },
                userData: "#!/bin/sh\nexport DB=db.internal\n",
                tags: { team: "a" },
              },
              {
                id: "i-db",
                name: "db",
                subnet: "subnet-db",
                groups: ["sg-db"],
                profile: "other",
                state: "stopped",
                protected: true,
                tags: { team: "b" },
              },
            ],
            volumes: [
              { id: "vol-web", instance: "i-web", size: 20 },
              {
                id: "vol-db",
                instance: "i-db",
                size: 100,
                kmsKey: "arn:aws:kms:eu-west-1:111111111111:key/k",
              },
            ],
            snapshots: [
              { id: "snap-open", volume: "vol-web", sharedWith: ["all"] },
              { id: "snap-db", volume: "vol-db", encrypted: true },
              { id: "snap-own", volume: "vol-web" },
            ],
            keyPairs: ["ops"],
            flowLogs: [{ id: "fl-main", resource: "vpc-main", to: "arn:aws:s3:::logs" }],
            launchTemplates: [
              { id: "lt-web", name: "web", profile: "web", imds: { tokens: "required" } },
            ],
            tags: { "vpc-main": { env: "prod" } },
          },
        },
      },
    },
    {
      id: "222222222222",
      name: "Elsewhere",
      iam: { users: [user("eve", allow("*"))] },
    },
  ],
};
