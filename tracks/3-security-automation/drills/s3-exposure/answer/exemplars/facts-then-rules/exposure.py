"""Lists buckets that somebody outside the organisation gets into, by policy or by ACL."""

import json
import re
import sys

import boto3
from botocore.exceptions import ClientError

PUBLIC_GROUPS = {
    "http://acs.amazonaws.com/groups/global/AllUsers",
    "http://acs.amazonaws.com/groups/global/AuthenticatedUsers",
}

s3 = boto3.client("s3")


def unless(missing, call, **arguments):
    """The answer to a call; nothing where there is no such setting."""
    try:
        return call(**arguments)
    except ClientError as error:
        if error.response["Error"]["Code"] == missing:
            return {}
        raise


def block_of(client, **whose):
    found = unless("NoSuchPublicAccessBlockConfiguration", client.get_public_access_block, **whose)
    return found.get("PublicAccessBlockConfiguration", {})


def named_accounts(policy):
    statements = policy.get("Statement", [])
    for statement in statements if isinstance(statements, list) else [statements]:
        if statement["Effect"] != "Allow":
            continue
        principal = statement.get("Principal", {})
        named = principal.get("AWS", []) if isinstance(principal, dict) else principal
        for one in named if isinstance(named, list) else [named]:
            found = re.match(r"(?:arn:aws[\w-]*:(?:iam|sts)::)?(\d{12})(?::|$)", one)
            if found:
                yield found[1]


def issues_of(bucket, account_block, accounts, owners):
    stored = unless("NoSuchBucketPolicy", s3.get_bucket_policy, Bucket=bucket)
    acl = s3.get_bucket_acl(Bucket=bucket)
    block = block_of(s3, Bucket=bucket)

    def is_on(setting):
        return block.get(setting, False) or account_block.get(setting, False)

    if stored:
        status = s3.get_bucket_policy_status(Bucket=bucket)["PolicyStatus"]
        if not (status["IsPublic"] and is_on("RestrictPublicBuckets")):
            if status["IsPublic"]:
                yield "public-policy"
            if any(one not in accounts for one in named_accounts(json.loads(stored["Policy"]))):
                yield "foreign-policy"
    grantees = [grant["Grantee"] for grant in acl["Grants"]]
    if not is_on("IgnorePublicAcls") and any(one.get("URI") in PUBLIC_GROUPS for one in grantees):
        yield "public-acl"
    if any(one["Type"] == "CanonicalUser" and one["ID"] not in owners for one in grantees):
        yield "foreign-acl"


def main():
    with open("organisation.json") as file:
        organisation = json.load(file)["accounts"]
    accounts = {one["id"] for one in organisation}
    owners = {one["canonicalId"] for one in organisation}
    own = boto3.client("sts").get_caller_identity()["Account"]
    account_block = block_of(boto3.client("s3control"), AccountId=own)
    findings, errors = [], []
    for page in s3.get_paginator("list_buckets").paginate():
        for bucket in page["Buckets"]:
            name = bucket["Name"]
            try:
                issues = list(issues_of(name, account_block, accounts, owners))
                findings += [{"bucket": name, "issue": issue} for issue in issues]
            except ClientError as error:
                errors.append({"resource": name, "error": error.response["Error"]["Code"]})
    json.dump({"findings": findings, "errors": errors}, sys.stdout, indent=2)
    return 2 if errors else 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
