import { spanOf } from "../../../network/compile/spans.ts";
import type { AclEgress, AclIngress, Protocol, Traffic } from "../../../network/network.ts";
import { refusal } from "../../../world/refusal.ts";
import { change } from "../edit.ts";
import { found } from "../kinds.ts";
import { needOn } from "../keys.ts";
import { ec2Operations, required, type Ctx } from "../operations.ts";
import { canonical } from "../security/rules.ts";

const byNumber: Readonly<Record<string, Protocol | "all">> = {
  "-1": "all",
  all: "all",
  "6": "tcp",
  tcp: "tcp",
  "17": "udp",
  udp: "udp",
  "1": "icmp",
  icmp: "icmp",
  "58": "icmpv6",
};

function trafficIn(context: Ctx): Traffic {
  const given = required(context, "Protocol").toLowerCase();
  const protocol = Object.hasOwn(byNumber, given) ? byNumber[given]! : null;
  if (protocol === null)
    throw refusal("InvalidParameterValue", `Invalid value '${given}' for IP protocol.`);
  if (protocol === "all") return { protocol };
  if (protocol === "icmp" || protocol === "icmpv6") {
    const icmp = context.input.inside("IcmpTypeCode");
    const type = icmp.number("Type");
    if (type === null)
      throw refusal("MissingParameter", "The request must contain the parameter icmpTypeCode");
    return type === -1
      ? { protocol }
      : { protocol, icmp: { type, code: icmp.number("Code") ?? -1 } };
  }
  const range = context.input.inside("PortRange");
  const ports = `${range.number("From") ?? ""}-${range.number("To") ?? ""}`;
  if (spanOf(ports) === null)
    throw refusal("InvalidParameterValue", "Invalid value for portRange: it is no range of ports.");
  return { protocol, ports };
}

/** Of each direction, raised as far as AWS raises it. */
const entriesMax = 40;

type Entry = { rule: number; egress: boolean };

function entryIn(context: Ctx): Entry {
  const { input } = context;
  const rule = input.number("RuleNumber");
  if (rule === null || rule < 1 || rule > 32_766) {
    const message = `Value (${rule}) for parameter ruleNumber is invalid. It is between 1 and 32766.`;
    throw refusal("InvalidParameterValue", message);
  }
  return { rule, egress: input.flag("Egress") === true };
}

function put(context: Ctx, replace: boolean): void {
  const { state, input } = context;
  const { rule, egress } = entryIn(context);
  const acl = found(state, "network-acl", required(context, "NetworkAclId"));
  const side: "egress" | "ingress" = egress ? "egress" : "ingress";
  const known = acl[side].some((one) => one.rule === rule);
  if (known && !replace)
    throw refusal(
      "NetworkAclEntryAlreadyExists",
      `EntryAlreadyExists: the network acl entry identified by ${rule} already exists.`,
    );
  if (!known && acl[side].length >= entriesMax)
    throw refusal(
      "NetworkAclEntryLimitExceeded",
      "The maximum number of entries has been reached.",
    );
  if (!known && replace) throw noEntry(rule);
  const peer = canonical(input.optional("CidrBlock") ?? required(context, "Ipv6CidrBlock"));
  const action = required(context, "RuleAction");
  if (action !== "allow" && action !== "deny")
    throw refusal(
      "InvalidParameterValue",
      `Value (${action}) for parameter ruleAction is invalid.`,
    );
  const common = { rule, action, ...trafficIn(context) } as const;
  const entry: AclIngress | AclEgress = egress
    ? { ...common, to: peer }
    : { ...common, from: peer };
  change(state, "networkAcls", {
    id: acl.id,
    to: (one) => ({
      ...one,
      [side]: [...one[side].filter((other) => other.rule !== rule), entry],
    }),
  });
}

const noEntry = (rule: number) =>
  refusal(
    "InvalidNetworkAclEntry.NotFound",
    `The network acl entry with rule number ${rule} does not exist.`,
  );

const onAcl = (context: Ctx) => [
  needOn(context, ["network-acl", required(context, "NetworkAclId")]),
];

export const aclOperations = ec2Operations({
  CreateNetworkAclEntry: { readOnly: false, needs: onAcl, run: (context) => put(context, false) },
  ReplaceNetworkAclEntry: { readOnly: false, needs: onAcl, run: (context) => put(context, true) },
  DeleteNetworkAclEntry: {
    readOnly: false,
    needs: onAcl,
    run: (context) => {
      const { rule, egress } = entryIn(context);
      const acl = found(context.state, "network-acl", required(context, "NetworkAclId"));
      const side: "egress" | "ingress" = egress ? "egress" : "ingress";
      if (acl[side].every((one) => one.rule !== rule)) throw noEntry(rule);
      const kept = acl[side].filter((one) => one.rule !== rule);
      change(context.state, "networkAcls", { id: acl.id, to: (one) => ({ ...one, [side]: kept }) });
    },
  },
});
