import json
import random
import sys
import time
from datetime import datetime, timezone

import boto3
from botocore.exceptions import ClientError

BUSY = {"Throttling", "ThrottlingException", "RequestLimitExceeded"}
DAY = 86_400
iam = boto3.client("iam")


def ask(operation, **arguments):
    for attempt in range(9):
        try:
            return operation(**arguments)
        except ClientError as error:
            if error.response["Error"]["Code"] not in BUSY or attempt == 8:
                raise
            time.sleep(2**attempt * (0.5 + random.random() / 2))


def all_of(operation, member, **arguments):
    marker = {}
    while True:
        page = ask(operation, **arguments, **marker)
        yield from page[member]
        if not page.get("IsTruncated"):
            return
        marker = {"Marker": page["Marker"]}


def days_since(moment, now):
    return (now - moment).total_seconds() / DAY


def look_at(name, now):
    found = set()
    for key in all_of(iam.list_access_keys, "AccessKeyMetadata", UserName=name):
        if key["Status"] != "Active":
            continue
        if days_since(key["CreateDate"], now) > 90:
            found.add("old-key")
        used = ask(iam.get_access_key_last_used, AccessKeyId=key["AccessKeyId"])
        last = used["AccessKeyLastUsed"].get("LastUsedDate") or key["CreateDate"]
        if days_since(last, now) > 45:
            found.add("unused-key")
    devices = list(all_of(iam.list_mfa_devices, "MFADevices", UserName=name))
    if not devices:
        try:
            ask(iam.get_login_profile, UserName=name)
            found.add("no-mfa")
        except iam.exceptions.NoSuchEntityException:
            pass
    return found


now = datetime.now(timezone.utc)
report = {"findings": [], "errors": []}
for user in all_of(iam.list_users, "Users"):
    try:
        for issue in sorted(look_at(user["UserName"], now)):
            report["findings"].append({"user": user["UserName"], "issue": issue})
    except ClientError as error:
        print(f"{user['UserName']}: {error}", file=sys.stderr)
        report["errors"].append({"resource": user["UserName"], "error": error.response["Error"]["Code"]})
print(json.dumps(report))
sys.exit(2 if report["errors"] else 1 if report["findings"] else 0)
