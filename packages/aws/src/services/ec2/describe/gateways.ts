import { needOn } from "../keys.ts";
import { found, lookUp, type Of } from "../kinds.ts";
import { ec2Operations, required } from "../operations.ts";
import { allViews, type View } from "../state.ts";
import { tagsOf } from "../tags-of.ts";
import { described, listed, named, paged } from "./list.ts";

type Peering = View["state"]["network"]["peerings"][number];

/** A peering names two VPCs, one of which may be in another account or region of this world. */
function side(id: string, { world, account, region }: View): Record<string, unknown> {
  const at = allViews(world).find(({ state }) => lookUp(state, "vpc", id) !== null);
  const vpc = at && lookUp(at.state, "vpc", id);
  return {
    VpcId: id,
    OwnerId: at?.account.id ?? account.id,
    Region: at?.region ?? region,
    CidrBlock: vpc?.cidrs[0],
    CidrBlockSet: (vpc?.cidrs ?? [])
      .filter((one) => !one.includes(":"))
      .map((CidrBlock) => ({ CidrBlock })),
  };
}

const attachment = (vpc: string | undefined, State: string) =>
  vpc === undefined ? [] : [{ State, VpcId: vpc }];
const stateOf = ({ state }: Peering): string => state ?? "active";

export const gatewayReads = ec2Operations({
  DescribeInternetGateways: listed("internet-gateway", "InternetGatewayIds", {
    member: "InternetGateways",
    filters: {
      "internet-gateway-id": ({ id }) => [id],
      "attachment.vpc-id": ({ vpc }) => [vpc],
      "attachment.state": ({ vpc }) => (vpc === undefined ? [] : ["available"]),
      "owner-id": (_, { account }) => [account.id],
    },
    written: ({ id, vpc }, view) => ({
      InternetGatewayId: id,
      OwnerId: view.account.id,
      Attachments: attachment(vpc, "available"),
      Tags: tagsOf(view, id),
    }),
  }),
  DescribeEgressOnlyInternetGateways: listed(
    "egress-only-internet-gateway",
    "EgressOnlyInternetGatewayIds",
    {
      member: "EgressOnlyInternetGateways",
      filters: {},
      written: ({ id, vpc }, view) => ({
        EgressOnlyInternetGatewayId: id,
        Attachments: attachment(vpc, "attached"),
        Tags: tagsOf(view, id),
      }),
    },
  ),
  DescribeNatGateways: listed("natgateway", "NatGatewayIds", {
    member: "NatGateways",
    filterMember: "Filter",
    filters: {
      "nat-gateway-id": ({ id }) => [id],
      "subnet-id": ({ subnet }) => [subnet],
      "vpc-id": ({ subnet }, { state }) => [lookUp(state, "subnet", subnet)?.vpc],
      state: (one) => [one.state ?? "available"],
    },
    written: (one, view) => ({
      NatGatewayId: one.id,
      SubnetId: one.subnet,
      VpcId: lookUp(view.state, "subnet", one.subnet)?.vpc,
      State: one.state ?? "available",
      ConnectivityType: one.connectivity ?? "public",
      NatGatewayAddresses: [
        {
          PrivateIp: one.address,
          PublicIp: one.publicAddress,
          IsPrimary: true,
          Status: "succeeded",
        },
      ],
      Tags: tagsOf(view, one.id),
    }),
  }),
  DescribeVpcPeeringConnections: listed("vpc-peering-connection", "VpcPeeringConnectionIds", {
    member: "VpcPeeringConnections",
    filters: {
      "vpc-peering-connection-id": ({ id }) => [id],
      "requester-vpc-info.vpc-id": ({ requester }) => [requester],
      "accepter-vpc-info.vpc-id": ({ accepter }) => [accepter],
      "status-code": (one) => [stateOf(one)],
    },
    written: (one, view) => ({
      VpcPeeringConnectionId: one.id,
      RequesterVpcInfo: side(one.requester, view),
      AccepterVpcInfo: side(one.accepter, view),
      Status: { Code: stateOf(one), Message: stateOf(one) },
      Tags: tagsOf(view, one.id),
    }),
  }),
  // Those of AWS alone: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribePrefixLists.html
  DescribePrefixLists: described<Of<"prefix-list">>({
    all: (context) => named("prefix-list", "PrefixListIds")(context).filter(isOfAws),
    id: ({ id }) => id,
    member: "PrefixLists",
    filters: { "prefix-list-id": ({ id }) => [id], "prefix-list-name": ({ name }) => [name] },
    written: ({ id, name, cidrs }) => ({ PrefixListId: id, PrefixListName: name, Cidrs: cidrs }),
  }),
  DescribeManagedPrefixLists: listed("prefix-list", "PrefixListIds", {
    member: "PrefixLists",
    filters: {
      "prefix-list-id": ({ id }) => [id],
      "prefix-list-name": ({ name }) => [name],
      "owner-id": ({ name }, { account }) => [ownerOf(name, account.id)],
    },
    written: ({ id, name, cidrs }, view) => ({
      PrefixListId: id,
      PrefixListName: name,
      AddressFamily: cidrs[0]?.includes(":") ? "IPv6" : "IPv4",
      State: "create-complete",
      OwnerId: ownerOf(name, view.account.id),
      PrefixListArn: `arn:aws:ec2:${view.region}:${isOfAws({ name }) ? "aws" : view.account.id}:prefix-list/${id}`,
      MaxEntries: cidrs.length,
      Version: 1,
      Tags: tagsOf(view, id),
    }),
  }),
  GetManagedPrefixListEntries: {
    readOnly: true,
    needs: (context) => [needOn(context, ["prefix-list", required(context, "PrefixListId")])],
    run: (context) => {
      const { cidrs } = found(context.state, "prefix-list", required(context, "PrefixListId"));
      const { page, NextToken } = paged(cidrs, context.input, entriesPage);
      return { Entries: page.map((Cidr) => ({ Cidr })), NextToken };
    },
  },
});

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_GetManagedPrefixListEntries.html */
const entriesPage = { least: 1, most: 100, usual: 100 };

const isOfAws = ({ name }: { name: string }): boolean => name.startsWith("com.amazonaws.");

const ownerOf = (name: string, account: string): string => (isOfAws({ name }) ? "AWS" : account);
