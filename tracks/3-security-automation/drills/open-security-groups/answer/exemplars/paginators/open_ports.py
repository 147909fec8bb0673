"""Lists security groups that open ports of administration and databases to too much of the internet."""

import ipaddress
import json
import sys

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

PORTS = (22, 3306, 3389, 5432, 6379, 27017)
LOCAL = ipaddress.ip_network("fc00::/7")
PATIENT = Config(retries={"mode": "standard", "max_attempts": 12})


def pages(ec2, operation, member, **arguments):
    for page in ec2.get_paginator(operation).paginate(**arguments):
        yield from page[member]


def too_wide(cidr):
    """The version of IP of a range that is too wide; None of another."""
    network = ipaddress.ip_network(cidr, strict=False)
    return network.version if network.prefixlen < 8 and network != LOCAL else None


def open_versions(permission, entries_of):
    cidrs = [one["CidrIp"] for one in permission["IpRanges"]]
    cidrs += [one["CidrIpv6"] for one in permission["Ipv6Ranges"]]
    for one in permission["PrefixListIds"]:
        cidrs += entries_of(one["PrefixListId"])
    return {too_wide(cidr) for cidr in cidrs} - {None}


def ports_of(permission):
    if permission["IpProtocol"] == "-1":
        return PORTS
    if permission["IpProtocol"] != "tcp":
        return ()
    return [port for port in PORTS if permission["FromPort"] <= port <= permission["ToPort"]]


def look_at(region):
    ec2 = boto3.client("ec2", region_name=region, config=PATIENT)
    lists, reached = {}, {}

    def entries_of(list_id):
        if list_id not in lists:
            entries = pages(ec2, "get_managed_prefix_list_entries", "Entries", PrefixListId=list_id)
            lists[list_id] = [entry["Cidr"] for entry in entries]
        return lists[list_id]

    for interface in pages(ec2, "describe_network_interfaces", "NetworkInterfaces"):
        versions = {4} if interface.get("Association", {}).get("PublicIp") else set()
        versions |= {6} if interface.get("Ipv6Addresses") else set()
        for group in interface["Groups"]:
            reached.setdefault(group["GroupId"], set()).update(versions)
    findings = []
    for group in pages(ec2, "describe_security_groups", "SecurityGroups"):
        found = {}
        for permission in group["IpPermissions"]:
            ports = ports_of(permission)
            versions = open_versions(permission, entries_of) if ports else set()
            for port in ports if versions else ():
                found.setdefault(port, set()).update(versions)
        for port, versions in found.items():
            state = "exposed" if versions & reached.get(group["GroupId"], set()) else "dormant"
            findings.append({"region": region, "group": group["GroupId"], "port": port, "state": state})
    return findings


def main():
    findings, errors = [], []
    regions = boto3.client("ec2", config=PATIENT).describe_regions()["Regions"]
    for region in sorted(one["RegionName"] for one in regions):
        try:
            findings += look_at(region)
        except ClientError as error:
            print(f"{region}: {error}", file=sys.stderr)
            errors.append({"resource": region, "error": error.response["Error"]["Code"]})
    json.dump({"findings": findings, "errors": errors}, sys.stdout, indent=2)
    return 2 if errors else 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
