import { resourceId } from "../../../world/ids.ts";
import { refusal } from "../../../world/refusal.ts";
import { subnetsOf } from "../describe/paths.ts";
import { add, change, remove } from "../edit.ts";
import { found, type Kind } from "../kinds.ts";
import { needOn } from "../keys.ts";
import { ec2Operations, required, type Ctx } from "../operations.ts";
import { needsToCreate, tagNew } from "../tagging.ts";
import { tagsOf, tailOf } from "../tags-of.ts";

/** Ids of associations follow from what is associated; see `tailOf`. */
function subnetAt({ state }: Ctx, association: string): string {
  const tail = tailOf(association);
  const subnet = state.network.subnets.find(({ id }) => tailOf(id) === tail);
  if (subnet) return subnet.id;
  const message = `The association ID '${association}' does not exist`;
  throw refusal("InvalidAssociationID.NotFound", message);
}

/** A subnet has one of each: where it gets another, the first one lets it go. */
function move(
  context: Ctx,
  list: "routeTables" | "networkAcls",
  { subnet, to }: { subnet: string; to: string | null },
) {
  const { state } = context;
  for (const { id, subnets } of state.network[list]) {
    const kept = subnets.filter((one) => one !== subnet);
    const next = id === to ? [...kept, subnet] : kept;
    if (next.length === subnets.length && id !== to) continue;
    if (list === "routeTables")
      change(state, list, { id, to: (one) => ({ ...one, subnets: next }) });
    else change(state, list, { id, to: (one) => ({ ...one, subnets: one.default ? [] : next }) });
  }
}

const sameVpc = (
  context: Ctx,
  kind: "route-table" | "network-acl",
  ids: { id: string; subnet: string },
) => {
  const one = found(context.state, kind, ids.id);
  const subnet = found(context.state, "subnet", ids.subnet);
  if (one.vpc === subnet.vpc) return;
  const message = `${ids.id} and ${ids.subnet} belong to different networks`;
  throw refusal("InvalidParameterValue", message);
};

const on = (context: Ctx, kind: Kind, member: string) =>
  needOn(context, [kind, required(context, member)]);

const create = (context: Ctx, kind: "route-table" | "network-acl"): string => {
  const { state, world } = context;
  const vpc = found(state, "vpc", required(context, "VpcId")).id;
  const id = resourceId(world, kind === "route-table" ? "rtb" : "acl");
  if (kind === "route-table") add(state, "routeTables", { id, vpc, subnets: [], routes: [] });
  // A new ACL lets nothing through: its only entries are those that deny the rest.
  else add(state, "networkAcls", { id, vpc, subnets: [], ingress: [], egress: [] });
  tagNew(context, kind, id);
  return id;
};

export const tableOperations = ec2Operations({
  CreateRouteTable: {
    readOnly: false,
    needs: (context) => [...needsToCreate(context, "route-table"), on(context, "vpc", "VpcId")],
    run: (context) => {
      const RouteTableId = create(context, "route-table");
      const VpcId = required(context, "VpcId");
      return { RouteTable: { RouteTableId, VpcId, Tags: tagsOf(context, RouteTableId) } };
    },
  },
  AssociateRouteTable: {
    readOnly: false,
    needs: (context) => [
      on(context, "route-table", "RouteTableId"),
      on(context, "subnet", "SubnetId"),
    ],
    run: (context) => {
      const ids = { id: required(context, "RouteTableId"), subnet: required(context, "SubnetId") };
      sameVpc(context, "route-table", ids);
      move(context, "routeTables", { subnet: ids.subnet, to: ids.id });
      return {
        AssociationId: `rtbassoc-${tailOf(ids.subnet)}`,
        AssociationState: { State: "associated" },
      };
    },
  },
  ReplaceRouteTableAssociation: {
    readOnly: false,
    needs: (context) => [on(context, "route-table", "RouteTableId")],
    run: (context) => {
      const id = required(context, "RouteTableId");
      const subnet = subnetAt(context, required(context, "AssociationId"));
      sameVpc(context, "route-table", { id, subnet });
      move(context, "routeTables", { subnet, to: id });
      return {
        NewAssociationId: `rtbassoc-${tailOf(subnet)}`,
        AssociationState: { State: "associated" },
      };
    },
  },
  DisassociateRouteTable: {
    readOnly: false,
    needs: (context) => {
      const subnet = subnetAt(context, required(context, "AssociationId"));
      const table = context.state.network.routeTables.find(({ subnets }) =>
        subnets.includes(subnet),
      );
      return [needOn(context, ["route-table", table?.id ?? "*"])];
    },
    run: (context) =>
      move(context, "routeTables", {
        subnet: subnetAt(context, required(context, "AssociationId")),
        to: null,
      }),
  },
  DeleteRouteTable: {
    readOnly: false,
    needs: (context) => [on(context, "route-table", "RouteTableId")],
    run: (context) => {
      const one = found(context.state, "route-table", required(context, "RouteTableId"));
      if (one.main || one.subnets.length > 0)
        throw refusal(
          "DependencyViolation",
          `The routeTable '${one.id}' has dependencies and cannot be deleted.`,
        );
      remove(context.state, "routeTables", one.id);
      context.state.tags.delete(one.id);
    },
  },
});

export const aclSubnetOperations = ec2Operations({
  CreateNetworkAcl: {
    readOnly: false,
    needs: (context) => [...needsToCreate(context, "network-acl"), on(context, "vpc", "VpcId")],
    run: (context) => {
      const NetworkAclId = create(context, "network-acl");
      const VpcId = required(context, "VpcId");
      const Tags = tagsOf(context, NetworkAclId);
      return {
        NetworkAcl: { NetworkAclId, VpcId, IsDefault: false, OwnerId: context.account.id, Tags },
      };
    },
  },
  ReplaceNetworkAclAssociation: {
    readOnly: false,
    needs: (context) => [on(context, "network-acl", "NetworkAclId")],
    run: (context) => {
      const id = required(context, "NetworkAclId");
      const subnet = subnetAt(context, required(context, "AssociationId"));
      sameVpc(context, "network-acl", { id, subnet });
      move(context, "networkAcls", { subnet, to: id });
      return { NewAssociationId: `aclassoc-${tailOf(subnet)}` };
    },
  },
  DeleteNetworkAcl: {
    readOnly: false,
    needs: (context) => [on(context, "network-acl", "NetworkAclId")],
    run: (context) => {
      const acl = found(context.state, "network-acl", required(context, "NetworkAclId"));
      if (acl.default)
        throw refusal("CannotDelete", `The default network acl '${acl.id}' cannot be deleted.`);
      if (subnetsOf(context, acl).length > 0)
        throw refusal(
          "DependencyViolation",
          `The networkAcl '${acl.id}' has dependencies and cannot be deleted.`,
        );
      remove(context.state, "networkAcls", acl.id);
      context.state.tags.delete(acl.id);
    },
  },
});
