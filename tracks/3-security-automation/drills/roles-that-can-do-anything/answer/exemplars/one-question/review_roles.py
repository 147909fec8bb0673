"""Lists roles that can give themselves any permission, who outside may be them, and which nobody uses."""

import json
import re
import sys
from datetime import datetime, timedelta, timezone
from functools import cache
from pathlib import Path

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

GRANTS = ("iam:AttachRolePolicy", "iam:PutRolePolicy")
KEPT = ("/aws-service-role/", "/aws-reserved/")
UNUSED = timedelta(days=90)

iam = boto3.client("iam", config=Config(retries={"mode": "standard", "max_attempts": 12}))
company = json.loads(Path("accounts.json").read_text())
ours = {account["id"] for account in company["accounts"]}


def listed(value):
    return value if isinstance(value, list) else [value]


def matches(patterns, text, flags=0):
    return any(
        re.fullmatch(re.escape(one).replace(r"\*", ".*").replace(r"\?", "."), text, flags)
        for one in listed(patterns)
    )


def applies(statement, action, resource):
    if "Action" in statement:
        named = matches(statement["Action"], action, re.IGNORECASE)
    else:
        named = not matches(statement["NotAction"], action, re.IGNORECASE)
    if "Resource" in statement:
        return named and matches(statement["Resource"], resource)
    return named and not matches(statement["NotResource"], resource)


def allows(documents, action, resource):
    statements = [one for document in documents for one in listed(document["Statement"])]
    found = [one for one in statements if applies(one, action, resource)]
    denied = any(one["Effect"] == "Deny" and not one.get("Condition") for one in found)
    return not denied and any(one["Effect"] == "Allow" for one in found)


@cache
def in_force(arn):
    version = iam.get_policy(PolicyArn=arn)["Policy"]["DefaultVersionId"]
    return iam.get_policy_version(PolicyArn=arn, VersionId=version)["PolicyVersion"]["Document"]


def pages(operation, member, **arguments):
    return [
        one for page in iam.get_paginator(operation).paginate(**arguments) for one in page[member]
    ]


def policies_of(name):
    inline = pages("list_role_policies", "PolicyNames", RoleName=name)
    attached = pages("list_attached_role_policies", "AttachedPolicies", RoleName=name)
    documents = [
        iam.get_role_policy(RoleName=name, PolicyName=one)["PolicyDocument"] for one in inline
    ]
    return documents + [in_force(one["PolicyArn"]) for one in attached]


def is_closed(statement):
    equal = {
        key.lower(): listed(value)
        for key, value in statement.get("Condition", {}).get("StringEquals", {}).items()
    }
    return "sts:externalid" in equal or equal.get("aws:principalorgid") == [company["organisation"]]


def lets_outsiders_in(statement):
    actions = [one.lower() for one in listed(statement["Action"])]
    if statement["Effect"] != "Allow" or "sts:assumerole" not in actions or is_closed(statement):
        return False
    principal = statement["Principal"]
    who = ["*"] if principal == "*" else listed(principal.get("AWS", []))
    return any((one.split(":")[4] if ":" in one else one) not in ours for one in who)


def issues_of(listing, now):
    documents = policies_of(listing["RoleName"])
    role = iam.get_role(RoleName=listing["RoleName"])["Role"]
    boundary = role.get("PermissionsBoundary")
    caps = [in_force(boundary["PermissionsBoundaryArn"])] if boundary else None
    if not any(
        allows(documents, action, role["Arn"])
        and (caps is None or allows(caps, action, role["Arn"]))
        for action in GRANTS
    ):
        return []
    issues = ["administrator"]
    if any(map(lets_outsiders_in, listed(role["AssumeRolePolicyDocument"]["Statement"]))):
        issues.append("outsider")
    if now - role.get("RoleLastUsed", {}).get("LastUsedDate", role["CreateDate"]) > UNUSED:
        issues.append("unused")
    return issues


def main():
    now = datetime.now(timezone.utc)
    findings, errors = [], []
    for role in pages("list_roles", "Roles"):
        if role["Path"].startswith(KEPT):
            continue
        name = role["RoleName"]
        try:
            findings += [{"role": name, "issue": issue} for issue in issues_of(role, now)]
        except ClientError as error:
            errors.append({"resource": name, "error": error.response["Error"]["Code"]})
    json.dump({"findings": findings, "errors": errors}, sys.stdout, indent=2)
    return 2 if errors else 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
