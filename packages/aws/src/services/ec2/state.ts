import type { EgressRule, IngressRule, Network, SecurityGroup } from "../../network/network.ts";
import type { Account, World } from "../../world/world.ts";
import { stateIn } from "../../world/define.ts";
import type { StoredPolicy } from "../../world/stored-policy.ts";

/** A rule with the id that EC2 gives it, sgr-…, which stays when the rule is modified. */
export type Held<R extends IngressRule | EgressRule> = R & { ruleId: string };

export type Ec2Group = Omit<SecurityGroup, "ingress" | "egress"> & {
  ingress: Held<IngressRule>[];
  egress: Held<EgressRule>[];
  description: string;
};

/** What reachability asks about, with what EC2 tells besides. A value: changes make another. */
export type Ec2Network = Omit<Network, "securityGroups"> & { securityGroups: Ec2Group[] };

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceMetadataOptionsResponse.html */
export type MetadataOptions = {
  /** "required": version 2 alone. */
  tokens: "optional" | "required";
  /** 1 to 64: how far the answer to PUT travels. */
  hopLimit: number;
  endpoint: "enabled" | "disabled";
  /** Whether instance tags can be read there. */
  tags: "enabled" | "disabled";
};

export type ProfileAssociation = { id: string; profile: string; atMs: number };

/** A task that runs on an instance, behind its bridge, with a role of its own. */
export type HostedContainer = {
  name: string;
  /** The task's id, which its sessions are named after. */
  task: string;
  /** ARN. */
  role: string;
  /** AWS_CONTAINER_CREDENTIALS_RELATIVE_URI. */
  relativeUri: string;
  shell: boolean;
};

export type Ec2Instance = {
  id: string;
  reservation: string;
  image: string;
  type: string;
  state: "running" | "stopped" | "terminated";
  launchedMs: number;
  /** Why and when it was stopped or terminated; empty while it runs. */
  transition: string;
  key: string | null;
  /** As text, not in base64. */
  userData: string;
  metadata: MetadataOptions;
  /** DisableApiTermination. */
  protected: boolean;
  shutdown: "stop" | "terminate";
  profile: ProfileAssociation | null;
  /** IMDSv2's tokens that were handed out, with the moment at which they end. */
  tokens: Map<string, number>;
  containers: HostedContainer[];
};

export type Volume = {
  id: string;
  /** GiB. */
  size: number;
  encrypted: boolean;
  /** ARN of the KMS key; null for what is not encrypted. */
  kmsKey: string | null;
  snapshot: string | null;
  zone: string;
  createdMs: number;
  attached: { instance: string; device: string; atMs: number } | null;
};

export type Snapshot = {
  id: string;
  /** vol-ffffffff where the volume is not known. */
  volume: string;
  size: number;
  encrypted: boolean;
  kmsKey: string | null;
  description: string;
  startedMs: number;
  /** Whoever may make a volume of it: "all", or accounts. */
  sharedWith: Set<string>;
};

export type Image = {
  id: string;
  name: string;
  description: string;
  /** "amazon" for those of AWS. */
  owner: string;
  createdMs: number;
  snapshots: string[];
  /** "all", or accounts. */
  sharedWith: Set<string>;
  /** v2.0: instances made of it require tokens. */
  imdsSupport: "v2.0" | null;
};

export type FlowLog = {
  id: string;
  resource: string;
  traffic: string;
  destinationType: string;
  /** ARN, or the name of a log group. */
  destination: string;
  role: string | null;
  createdMs: number;
};

export type EndpointDetail = {
  /** Null for the default: everything is let through. */
  policy: StoredPolicy | null;
  createdMs: number;
};

export type LaunchTemplate = {
  id: string;
  name: string;
  createdMs: number;
  createdBy: string;
  /** LaunchTemplateData of each version, the first one first, in EC2's own words. */
  versions: Record<string, unknown>[];
  defaultVersion: number;
};

export type KeyPair = { id: string; name: string; createdMs: number; fingerprint: string };

export type Ec2State = {
  network: Ec2Network;
  /** By the resource's id. */
  tags: Map<string, Map<string, string>>;
  instances: Map<string, Ec2Instance>;
  volumes: Map<string, Volume>;
  snapshots: Map<string, Snapshot>;
  images: Map<string, Image>;
  keyPairs: Map<string, KeyPair>;
  flowLogs: Map<string, FlowLog>;
  endpoints: Map<string, EndpointDetail>;
  templates: Map<string, LaunchTemplate>;
  /** Elastic IP addresses by allocation id. */
  addresses: Map<string, string>;
  defaultVpc: string | null;
  settings: {
    metadata: Partial<MetadataOptions>;
    ebsEncryption: boolean;
    /** unblocked, block-new-sharing or block-all-sharing. */
    snapshotSharing: string;
    /** Block public access of images: on in every account that had none public when it came, in October 2023. */
    imageSharing: string;
  };
};

export const startEc2 = (): Ec2State => ({
  network: emptyNetwork("us-east-1"),
  tags: new Map(),
  instances: new Map(),
  volumes: new Map(),
  snapshots: new Map(),
  images: new Map(),
  keyPairs: new Map(),
  flowLogs: new Map(),
  endpoints: new Map(),
  templates: new Map(),
  addresses: new Map(),
  defaultVpc: null,
  settings: {
    metadata: {},
    ebsEncryption: false,
    snapshotSharing: "unblocked",
    imageSharing: "block-new-sharing",
  },
});

export const emptyNetwork = (region: string): Ec2Network => ({
  region,
  vpcs: [],
  subnets: [],
  interfaces: [],
  instances: [],
  securityGroups: [],
  networkAcls: [],
  routeTables: [],
  internetGateways: [],
  egressOnlyGateways: [],
  natGateways: [],
  peerings: [],
  endpoints: [],
  prefixLists: [],
});

/** Where something of EC2 stands: every operation's context is one. */
export type View = { world: World; account: Account; region: string; state: Ec2State };

const ec2Scope = { id: "ec2", scope: "regional", start: startEc2 } as const;

export const ec2Of = (account: Account, region: string): Ec2State =>
  stateIn<Ec2State>(ec2Scope, account, region);

/** Everything of EC2 that was ever declared or touched, account by account. */
export function allViews(world: World): View[] {
  return [...world.accounts.values()].flatMap((account) =>
    [...account.states.keys()]
      .filter((key) => key.startsWith("ec2 "))
      .map((key) => ({
        world,
        account,
        region: key.slice(4),
        state: ec2Of(account, key.slice(4)),
      })),
  );
}
