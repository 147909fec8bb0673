import type { Icmp, Ports, Protocol } from "./network.ts";

/** Can `from` open a connection to `to`, and does the answer come back? */
export type Question = {
  /** Id of an instance or interface, an address, or `internet`: any public address. */
  from: string;
  /** As `from`; also an endpoint's id, or a service's name: com.amazonaws.eu-west-1.s3. */
  to: string;
  /** Default tcp. */
  protocol?: Protocol;
  /** The destination port, for tcp and udp. */
  port?: number;
  /** Default: echo request. */
  icmp?: Icmp;
  /** Ports that the client may send from, all of which have to get their answer. Default 1024-65535. */
  clientPorts?: Ports;
  /** Which of the target's addresses is asked for. Default private, and public from outside. */
  address?: "private" | "public";
  /** Default 4. */
  family?: 4 | 6;
};

/** One thing that was looked at on the way. */
export type Step = {
  way: "out" | "back";
  kind: "security-group" | "network-acl" | "route" | "gateway" | "interface";
  /** Id of what was looked at. */
  at: string;
  /** Id of the rule that had the say, as `rulesOf` lists it; of a gateway or interface, its own. */
  rule: string;
  allowed: boolean;
  words: string;
};

export type Reach = {
  reachable: boolean;
  steps: Step[];
  /** The step that stops it; null where nothing does. */
  decidedBy: Step | null;
  /** What reachability stands on, each rule once. Empty where something stops it. */
  standsOn: string[];
};
