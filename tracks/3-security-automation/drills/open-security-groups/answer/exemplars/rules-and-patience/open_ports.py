import json
import sys
import time

import boto3
from botocore.exceptions import ClientError

WATCHED = [22, 3306, 3389, 5432, 6379, 27017]
BUSY = {"RequestLimitExceeded", "Throttling", "ThrottlingException"}


def ask(operation, **arguments):
    wait = 1
    while True:
        try:
            return operation(**arguments)
        except ClientError as error:
            if error.response["Error"]["Code"] not in BUSY or wait > 64:
                raise
        time.sleep(wait)
        wait *= 2


def everything(operation, member, **arguments):
    found = []
    while True:
        answer = ask(operation, **arguments)
        found += answer[member]
        if not answer.get("NextToken"):
            return found
        arguments["NextToken"] = answer["NextToken"]


def is_wide(cidr):
    return int(cidr.partition("/")[2]) < 8 and not cidr.lower().startswith(("fc", "fd"))


def open_ports(ec2):
    lists = {}
    opened = {}
    for rule in everything(ec2.describe_security_group_rules, "SecurityGroupRules", MaxResults=500):
        if rule["IsEgress"] or rule["IpProtocol"] not in ("tcp", "-1"):
            continue
        ports = [
            port
            for port in WATCHED
            if rule["IpProtocol"] == "-1" or rule["FromPort"] <= port <= rule["ToPort"]
        ]
        if not ports:
            continue
        cidrs = [rule[key] for key in ("CidrIpv4", "CidrIpv6") if key in rule]
        listed = rule.get("PrefixListId")
        if listed and listed not in lists:
            entries = everything(ec2.get_managed_prefix_list_entries, "Entries", PrefixListId=listed)
            lists[listed] = [entry["Cidr"] for entry in entries]
        for cidr in cidrs + lists.get(listed, []):
            if is_wide(cidr):
                family = 6 if ":" in cidr else 4
                for port in ports:
                    opened.setdefault((rule["GroupId"], port), set()).add(family)
    return opened


def reachable(ec2):
    standing = set()
    for interface in everything(ec2.describe_network_interfaces, "NetworkInterfaces", MaxResults=500):
        for group in interface["Groups"]:
            if any("Association" in one for one in interface["PrivateIpAddresses"]):
                standing.add((group["GroupId"], 4))
            if interface["Ipv6Addresses"]:
                standing.add((group["GroupId"], 6))
    return standing


findings, errors = [], []
for region in [one["RegionName"] for one in ask(boto3.client("ec2").describe_regions)["Regions"]]:
    ec2 = boto3.client("ec2", region_name=region)
    try:
        opened, standing = open_ports(ec2), reachable(ec2)
    except ClientError as error:
        errors.append({"resource": region, "error": error.response["Error"]["Code"]})
        continue
    for (group, port), families in sorted(opened.items()):
        exposed = any((group, family) in standing for family in families)
        state = "exposed" if exposed else "dormant"
        findings.append({"region": region, "group": group, "port": port, "state": state})
print(json.dumps({"findings": findings, "errors": errors}))
sys.exit(2 if errors else 1 if findings else 0)
