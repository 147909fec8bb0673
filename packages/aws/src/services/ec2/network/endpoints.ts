import { resourceId } from "../../../world/ids.ts";
import { refusal } from "../../../world/refusal.ts";
import { storedPolicy, type StoredPolicy } from "../../../world/stored-policy.ts";
import { tablesOf, writtenEndpoint } from "../describe/endpoints.ts";
import { add, change, remove } from "../edit.ts";
import { defaultGroup, freeAddress } from "../instances/place.ts";
import { found } from "../kinds.ts";
import { needOn } from "../keys.ts";
import { ec2Operations, required, type Ctx } from "../operations.ts";
import { needsToCreate, tagNew } from "../tagging.ts";
import type { View } from "../state.ts";

type Endpoint = View["state"]["network"]["endpoints"][number];

const types = {
  Gateway: "gateway",
  Interface: "interface",
  GatewayLoadBalancer: "gateway-load-balancer",
} as const;

/** https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html */
function policyIn({ input }: Ctx, id: string): StoredPolicy | null {
  const text = input.optional("PolicyDocument");
  if (text === null || text === "") return null;
  return storedPolicy(text, {
    kind: "endpoint",
    name: `policy of ${id}`,
    code: "InvalidPolicyDocument",
  });
}

/** A gateway endpoint is a route to the service's prefix list, in each of its tables. */
function routeBy(
  { state }: View,
  endpoint: Endpoint,
  { add: more, drop }: { add: string[]; drop: string[] },
) {
  const list = state.network.prefixLists.find(({ name }) => name === endpoint.service);
  for (const id of more) {
    found(state, "route-table", id);
    if (!list) continue;
    const route = { to: list.id, via: endpoint.id };
    change(state, "routeTables", {
      id,
      to: (table) => ({
        ...table,
        routes: [...table.routes.filter(({ to }) => to !== list.id), route],
      }),
    });
  }
  for (const id of drop)
    change(state, "routeTables", {
      id,
      to: (table) => ({ ...table, routes: table.routes.filter(({ via }) => via !== endpoint.id) }),
    });
}

/** One interface in each subnet. */
function interfacesIn(context: Ctx, vpc: string): string[] {
  const { state, world, input } = context;
  const asked = input.texts("SecurityGroupIds");
  for (const group of asked) found(state, "security-group", group);
  const groups = asked.length > 0 ? asked : defaultGroup(context, vpc);
  return input.texts("SubnetIds").map((subnet) => {
    found(state, "subnet", subnet);
    const id = resourceId(world, "eni");
    add(state, "interfaces", { id, subnet, addresses: [freeAddress(context, subnet)], groups });
    return id;
  });
}

function create(context: Ctx): Record<string, unknown> {
  const { state, world, input } = context;
  const vpc = found(state, "vpc", required(context, "VpcId")).id;
  const service = required(context, "ServiceName");
  const given = input.optional("VpcEndpointType") ?? "Gateway";
  const type = Object.hasOwn(types, given) ? types[given as keyof typeof types] : null;
  if (!type) throw refusal("InvalidParameter", `Endpoint type (${given}) is not known.`);
  const gateways = ["s3", "dynamodb"].map((name) => `com.amazonaws.${context.region}.${name}`);
  if (type === "gateway" && !gateways.includes(service)) {
    const message = `Endpoint type (Gateway) does not match available service types ([Interface]).`;
    throw refusal("InvalidParameter", message);
  }
  const id = resourceId(world, "vpce");
  const policy = policyIn(context, id);
  const interfaces = type === "interface" ? interfacesIn(context, vpc) : [];
  const endpoint: Endpoint = {
    id,
    vpc,
    type,
    service,
    ...(type === "interface"
      ? { interfaces, privateDns: input.flag("PrivateDnsEnabled") ?? true }
      : {}),
  };
  withList(context, service, type);
  routeBy(context, endpoint, { add: input.texts("RouteTableIds"), drop: [] });
  add(state, "endpoints", endpoint);
  state.endpoints.set(id, { policy, createdMs: world.nowMs });
  tagNew(context, "vpc-endpoint", id);
  return { VpcEndpoint: writtenEndpoint(endpoint, context) };
}

/** AWS's prefix list of the service; in this world it stands for a part of the service's addresses. */
function withList({ state, world }: Ctx, service: string, type: Endpoint["type"]): void {
  if (type !== "gateway" || state.network.prefixLists.some(({ name }) => name === service)) return;
  const cidrs = [service.endsWith(".s3") ? "52.218.0.0/17" : "52.94.24.0/23"];
  add(state, "prefixLists", { id: resourceId(world, "pl"), name: service, cidrs });
}

function modify(context: Ctx): Record<string, unknown> {
  const { state, input } = context;
  const endpoint = found(state, "vpc-endpoint", required(context, "VpcEndpointId"));
  const detail = state.endpoints.get(endpoint.id) ?? { policy: null, createdMs: 0 };
  const policy = policyIn(context, endpoint.id) ?? detail.policy;
  const reset = input.flag("ResetPolicy") === true;
  state.endpoints.set(endpoint.id, { ...detail, policy: reset ? null : policy });
  routeBy(context, endpoint, {
    add: input.texts("AddRouteTableIds"),
    drop: input.texts("RemoveRouteTableIds"),
  });
  const more = input.texts("AddSecurityGroupIds");
  const fewer = new Set(input.texts("RemoveSecurityGroupIds"));
  for (const group of more) found(state, "security-group", group);
  for (const id of endpoint.interfaces ?? [])
    change(state, "interfaces", {
      id,
      to: (one) => ({
        ...one,
        groups: [...new Set([...one.groups, ...more])].filter((group) => !fewer.has(group)),
      }),
    });
  const privateDns = input.flag("PrivateDnsEnabled");
  if (privateDns !== null)
    change(state, "endpoints", { id: endpoint.id, to: (one) => ({ ...one, privateDns }) });
  return { Return: true };
}

export const endpointOperations = ec2Operations({
  CreateVpcEndpoint: {
    readOnly: false,
    needs: (context) => [
      needOn(context, ["vpc", required(context, "VpcId")]),
      ...needsToCreate(context, "vpc-endpoint", {
        "ec2:VpceServiceName": required(context, "ServiceName"),
        "ec2:VpceServiceOwner": "amazon",
      }),
      ...(["route-table", "subnet", "security-group"] as const).flatMap((kind, index) =>
        context.input
          .texts(["RouteTableIds", "SubnetIds", "SecurityGroupIds"][index]!)
          .map((id) => needOn(context, [kind, id])),
      ),
    ],
    run: create,
  },
  ModifyVpcEndpoint: {
    readOnly: false,
    needs: (context) => [
      needOn(context, ["vpc-endpoint", required(context, "VpcEndpointId")]),
      ...["AddRouteTableIds", "RemoveRouteTableIds"].flatMap((member) =>
        context.input.texts(member).map((id) => needOn(context, ["route-table", id])),
      ),
      ...["AddSecurityGroupIds", "RemoveSecurityGroupIds"].flatMap((member) =>
        context.input.texts(member).map((id) => needOn(context, ["security-group", id])),
      ),
    ],
    run: modify,
  },
  DeleteVpcEndpoints: {
    readOnly: false,
    needs: (context) =>
      context.input.texts("VpcEndpointIds").map((id) => needOn(context, ["vpc-endpoint", id])),
    run: (context) => {
      const { state } = context;
      for (const id of context.input.texts("VpcEndpointIds")) {
        const endpoint = found(state, "vpc-endpoint", id);
        routeBy(context, endpoint, { add: [], drop: tablesOf(context, id) });
        for (const own of endpoint.interfaces ?? []) remove(state, "interfaces", own);
        remove(state, "endpoints", id);
        state.endpoints.delete(id);
        state.tags.delete(id);
      }
      return { Unsuccessful: [] };
    },
  },
});
