"""Lists KMS keys that could rotate and do not, and keys that anybody may use."""

import argparse
import json
import sys

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

WHO = {"kms:CallerAccount", "aws:PrincipalAccount", "aws:PrincipalOrgID"}
PATIENT = Config(retries={"mode": "standard", "max_attempts": 12})


def as_list(value):
    return value if isinstance(value, list) else [value]


def is_open(statement):
    if statement["Effect"] != "Allow":
        return False
    principal = statement.get("Principal", {})
    named = principal.get("AWS", []) if isinstance(principal, dict) else principal
    if "*" not in as_list(named):
        return False
    demanded = statement.get("Condition", {}).get("StringEquals", {})
    return not WHO.intersection(demanded)


def can_rotate(key):
    is_replica = (
        key["MultiRegion"] and key["MultiRegionConfiguration"]["MultiRegionKeyType"] == "REPLICA"
    )
    return (
        key["KeyState"] == "Enabled"
        and key["KeySpec"] == "SYMMETRIC_DEFAULT"
        and key["Origin"] == "AWS_KMS"
        and not is_replica
    )


def issues_of(kms, arn):
    key = kms.describe_key(KeyId=arn)["KeyMetadata"]
    if key["KeyManager"] != "CUSTOMER" or key["KeyState"] == "PendingDeletion":
        return
    if can_rotate(key) and not kms.get_key_rotation_status(KeyId=arn)["KeyRotationEnabled"]:
        yield "no-rotation"
    policy = json.loads(kms.get_key_policy(KeyId=arn, PolicyName="default")["Policy"])
    if any(is_open(statement) for statement in as_list(policy["Statement"])):
        yield "open-policy"


def error_of(resource, error):
    return {"resource": resource, "error": error.response["Error"]["Code"]}


def review(region, findings, errors):
    kms = boto3.client("kms", region_name=region, config=PATIENT)
    try:
        pages = list(kms.get_paginator("list_keys").paginate())
    except ClientError as error:
        errors.append(error_of(region, error))
        return
    for arn in (key["KeyArn"] for page in pages for key in page["Keys"]):
        try:
            findings += [{"key": arn, "issue": issue} for issue in list(issues_of(kms, arn))]
        except ClientError as error:
            errors.append(error_of(arn, error))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--regions", required=True)
    findings, errors = [], []
    for region in parser.parse_args().regions.split(","):
        review(region, findings, errors)
    json.dump({"findings": findings, "errors": errors}, sys.stdout, indent=2)
    return 2 if errors else 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
