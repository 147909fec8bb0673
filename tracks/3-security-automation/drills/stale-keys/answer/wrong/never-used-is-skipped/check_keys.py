"""Lists access keys that are old or not used, and people who sign in without a second factor."""

import json
import sys
from datetime import datetime, timedelta, timezone

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

OLD = timedelta(days=90)
UNUSED = timedelta(days=45)

iam = boto3.client("iam", config=Config(retries={"mode": "standard", "max_attempts": 12}))


def issues_of(name, now):
    keys = [
        key
        for page in iam.get_paginator("list_access_keys").paginate(UserName=name)
        for key in page["AccessKeyMetadata"]
        if key["Status"] == "Active"
    ]
    if any(now - key["CreateDate"] > OLD for key in keys):
        yield "old-key"
    if any(now - last_used(key) > UNUSED for key in keys):
        yield "unused-key"
    if has_password(name) and not iam.list_mfa_devices(UserName=name)["MFADevices"]:
        yield "no-mfa"


def last_used(key):
    used = iam.get_access_key_last_used(AccessKeyId=key["AccessKeyId"])["AccessKeyLastUsed"]
    return used.get("LastUsedDate", datetime.now(timezone.utc))


def has_password(name):
    try:
        iam.get_login_profile(UserName=name)
        return True
    except iam.exceptions.NoSuchEntityException:
        return False


def main():
    now = datetime.now(timezone.utc)
    findings, errors = [], []
    for page in iam.get_paginator("list_users").paginate():
        for user in page["Users"]:
            name = user["UserName"]
            try:
                findings += [{"user": name, "issue": issue} for issue in list(issues_of(name, now))]
            except ClientError as error:
                errors.append({"resource": name, "error": error.response["Error"]["Code"]})
    json.dump({"findings": findings, "errors": errors}, sys.stdout, indent=2)
    return 2 if errors else 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
