import type { Json, StageResult } from "@loopwright/core";

import type { RepairAnswer, TraceAnswer } from "./answer.ts";
import { brief } from "./brief.ts";
import { grade } from "./grade.ts";
import { key } from "./key.ts";

const all = [{ protocol: "all", to: "0.0.0.0/0" }];

/** A web server, a mail sender and a database; the database answers to the whole VPC. */
const network = {
  region: "eu-west-1",
  vpcs: [{ id: "vpc-shop", cidrs: ["10.0.0.0/16"] }],
  subnets: [
    { id: "subnet-web", vpc: "vpc-shop", cidrs: ["10.0.0.0/24"] },
    { id: "subnet-data", vpc: "vpc-shop", cidrs: ["10.0.1.0/24"] },
  ],
  interfaces: [
    {
      id: "eni-web",
      instance: "i-web",
      subnet: "subnet-web",
      addresses: ["10.0.0.10"],
      publicAddress: "198.51.100.10",
      groups: ["sg-web"],
    },
    {
      id: "eni-mail",
      instance: "i-mail",
      subnet: "subnet-web",
      addresses: ["10.0.0.11"],
      groups: ["sg-mail"],
    },
    {
      id: "eni-db",
      instance: "i-db",
      subnet: "subnet-data",
      addresses: ["10.0.1.10"],
      groups: ["sg-db"],
    },
  ],
  instances: [
    { id: "i-web", name: "web server" },
    { id: "i-mail" },
    { id: "i-db", name: "database" },
  ],
  securityGroups: [
    {
      id: "sg-web",
      vpc: "vpc-shop",
      ingress: [{ protocol: "tcp", ports: 443, from: "0.0.0.0/0" }],
      egress: all,
    },
    { id: "sg-mail", vpc: "vpc-shop", egress: all },
    {
      id: "sg-db",
      vpc: "vpc-shop",
      ingress: [{ protocol: "tcp", ports: 5432, from: "10.0.0.0/16" }],
    },
  ],
  networkAcls: [
    {
      id: "acl-data",
      vpc: "vpc-shop",
      subnets: ["subnet-data"],
      ingress: [{ rule: 100, action: "allow", protocol: "all", from: "10.0.0.0/16" }],
      egress: [{ rule: 100, action: "allow", protocol: "all", to: "10.0.0.0/16" }],
    },
  ],
  routeTables: [
    {
      id: "rtb-web",
      vpc: "vpc-shop",
      main: true,
      routes: [{ to: "0.0.0.0/0", via: "igw-shop" }],
    },
  ],
  internetGateways: [{ id: "igw-shop", vpc: "vpc-shop" }],
};

const why = "This is why it is as it is here.";
const about = {
  advice: "Name the group of the web server.",
  harm: "Orders of customers are read by others.",
  ask: "Who else is in that group?",
};

export const material = {
  brief: brief.parse({
    network,
    questions: [
      {
        id: "shoppers",
        from: "internet",
        to: "i-web",
        port: 443,
        about: "Shoppers",
        asks: "security-group",
      },
      { id: "ssh", from: "internet", to: "i-web", port: 22, about: "Somebody tries SSH" },
      {
        id: "mail",
        from: "i-mail",
        to: "i-db",
        port: 5432,
        about: "The mail sender",
        asks: "network-acl",
      },
    ],
    editable: ["sg-db", "acl-data", "rtb-web"],
    requirements: [
      { id: "web", title: "The web server reaches the database" },
      { id: "others", title: "Nobody else reaches the database" },
    ],
  }),
  text: "## 1. Trace\n\n## 2. Repair\n",
  files: {},
  key: key.parse({
    questions: { shoppers: why, ssh: why, mail: why },
    flows: [
      { id: "web-db", of: "web", expect: "open", from: "i-web", to: "i-db", port: 5432, why },
      {
        id: "mail-db",
        of: "others",
        expect: "closed",
        from: "i-mail",
        to: "i-db",
        port: 5432,
        why,
      },
    ],
    requirements: { web: about, others: about },
    lesson: "A range lets in whoever is started there next.",
    debrief: ["The rule was written when the VPC held two servers, and nobody read it again."],
    sources: [
      {
        title: "Rules",
        url: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
      },
    ],
  }),
};

const refuse = () => Promise.reject(new Error("Nothing runs for a network."));
export const ports = { sandbox: { run: refuse, open: refuse } };

const common = {
  ...material,
  seed: "1",
  actions: [],
  timing: null,
  earlier: {},
  answers: {},
  ports,
};

export const gradedTrace = (answers: TraceAnswer["answers"]): StageResult =>
  grade({ ...common, stage: "trace", answer: { answers } }) as StageResult;

export const gradedRepair = (tables: RepairAnswer["tables"]): StageResult =>
  grade({ ...common, stage: "repair", answer: { tables } }) as StageResult;

/** The brief as the page gets it. */
export const publicBrief = material.brief as unknown as Json;
