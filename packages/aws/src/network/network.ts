/**
 * A network as EC2 describes it, in fewer words: the same shape in TypeScript, in YAML and in an editor. Ids are
 * those of the resources. It holds no policies: what an endpoint's policy lets through is decided elsewhere.
 */
export type Network = {
  /** Where its VPCs are, unless one says otherwise. */
  region: string;
  vpcs: Vpc[];
  subnets: Subnet[];
  interfaces: NetworkInterface[];
  instances: Instance[];
  securityGroups: SecurityGroup[];
  networkAcls: NetworkAcl[];
  routeTables: RouteTable[];
  internetGateways: { id: string; vpc?: string }[];
  egressOnlyGateways: { id: string; vpc: string }[];
  natGateways: NatGateway[];
  peerings: Peering[];
  endpoints: Endpoint[];
  prefixLists: PrefixList[];
};

export type Vpc = {
  id: string;
  name?: string;
  /** IPv4 and IPv6; each has its local route. */
  cidrs: string[];
  region?: string;
  /** Both attributes are needed for private names of endpoints. Default true. */
  dns?: boolean;
};

export type Subnet = { id: string; name?: string; vpc: string; cidrs: string[]; zone?: string };

export type NetworkInterface = {
  id: string;
  name?: string;
  subnet: string;
  /** Of an instance, where it belongs to one. */
  instance?: string;
  /** Private IPv4 and IPv6 addresses, the primary one first. */
  addresses: string[];
  /** Public IPv4 or Elastic IP address, of the primary private one. */
  publicAddress?: string;
  groups: string[];
  /** Default true, as in EC2: it drops what is neither from nor for its own addresses. */
  sourceDestCheck?: boolean;
};

export type Instance = {
  id: string;
  name?: string;
  state?: "running" | "stopped";
  /** What it does with the packets of others: pass them on, or pass them on under its own address. */
  forwards?: "plain" | "nat";
};

export const protocols = ["tcp", "udp", "icmp", "icmpv6"] as const;
export type Protocol = (typeof protocols)[number];

/** 443, or "1024-65535". */
export type Ports = number | string;

/** -1 is any, as in EC2. */
export type Icmp = { type: number; code?: number };

/** What a rule is about. Without ports, or without ICMP's type, it is about all. */
export type Traffic = { protocol: Protocol | "all"; ports?: Ports; icmp?: Icmp };

/** `from` and `to`: a CIDR, a security group or a prefix list. `note` is EC2's description. */
export type IngressRule = Traffic & { from: string; note?: string };
export type EgressRule = Traffic & { to: string; note?: string };

export type SecurityGroup = {
  id: string;
  name?: string;
  vpc: string;
  ingress: IngressRule[];
  egress: EgressRule[];
};

/** Between 1 and 32766; lower ones are asked first. */
type Numbered = { rule: number; action: "allow" | "deny" };
export type AclIngress = Numbered & Traffic & { from: string };
export type AclEgress = Numbered & Traffic & { to: string };

export type NetworkAcl = {
  id: string;
  name?: string;
  vpc: string;
  /** Of the subnets that name no other. A VPC that declares none has one that allows everything. */
  default?: boolean;
  subnets: string[];
  ingress: AclIngress[];
  egress: AclEgress[];
};

export type Route = {
  /** A CIDR, or a prefix list. */
  to: string;
  /** Id of a gateway, endpoint, peering, interface or instance; or `local`; or `blackhole`. */
  via: string;
  /** From a virtual private gateway; a static route to the same CIDR comes first. */
  propagated?: boolean;
};

/** Local routes stand in none: each VPC has them, and a route to the VPC's whole CIDR replaces their target. */
export type RouteTable = {
  id: string;
  name?: string;
  vpc: string;
  /** Of the subnets that name no other. */
  main?: boolean;
  subnets: string[];
  /** An internet gateway whose incoming traffic it directs. */
  gateway?: string;
  routes: Route[];
};

export type NatGateway = {
  id: string;
  subnet: string;
  /** Default public. */
  connectivity?: "public" | "private";
  address: string;
  publicAddress?: string;
  state?: "available" | "pending" | "failed" | "deleted";
};

export type Peering = {
  id: string;
  requester: string;
  accepter: string;
  state?: "active" | "pending-acceptance" | "rejected" | "expired" | "deleted";
};

export type Endpoint = {
  id: string;
  vpc: string;
  type: "gateway" | "interface" | "gateway-load-balancer";
  /** com.amazonaws.<region>.<service>; of a firewall, its endpoint service. */
  service: string;
  /** Of an interface endpoint: groups and addresses are theirs. */
  interfaces?: string[];
  /** Of a Gateway Load Balancer or firewall endpoint. */
  subnet?: string;
  /** Whether the service's own name leads here. Only interface endpoints; default false. */
  privateDns?: boolean;
  /** S3: its name leads here for those who ask through an inbound Resolver endpoint alone. */
  privateDnsOnlyInbound?: boolean;
};

/** `name` of an AWS-managed one is its service's: com.amazonaws.eu-west-1.s3. */
export type PrefixList = { id: string; name: string; cidrs: string[] };
