import json
import random
import sys
import time
from dataclasses import dataclass

import boto3
from botocore.exceptions import ClientError


class Unread(Exception):
    pass


def ask(operation, **arguments):
    wait = 0.5
    while True:
        try:
            return operation(**arguments)
        except ClientError as error:
            code = error.response["Error"]["Code"]
            if code != "ThrottlingException" or wait > 40:
                raise Unread(code) from error
            time.sleep(wait * random.uniform(0.8, 1.2))
            wait *= 2


def arns_in(client):
    marker = {}
    while True:
        page = ask(client.list_keys, Limit=1000, **marker)
        yield from [key["KeyArn"] for key in page["Keys"]]
        if not page["Truncated"]:
            return
        marker = {"Marker": page["NextMarker"]}


@dataclass
class Key:
    arn: str
    about: dict
    rotates: bool | None
    statements: list

    @classmethod
    def read(cls, client, arn):
        about = ask(client.describe_key, KeyId=arn)["KeyMetadata"]
        if about["KeyManager"] == "AWS" or "DeletionDate" in about:
            return None
        policy = ask(client.get_key_policy, KeyId=arn)["Policy"]
        status = None
        if about["KeySpec"] == "SYMMETRIC_DEFAULT":
            status = ask(client.get_key_rotation_status, KeyId=arn)["KeyRotationEnabled"]
        return cls(arn, about, status, json.loads(policy)["Statement"])

    def issues(self):
        primary = self.about.get("MultiRegionConfiguration", {}).get("PrimaryKey", {})
        is_ours = self.about["Enabled"] and self.about["Origin"] == "AWS_KMS"
        if self.rotates is False and is_ours and primary.get("Arn", self.arn) == self.arn:
            yield "no-rotation"
        if any(lets_anybody(one) for one in self.statements):
            yield "open-policy"


def lets_anybody(statement):
    principal = statement.get("Principal")
    if isinstance(principal, dict):
        principal = principal.get("AWS")
    is_star = principal == "*" or (isinstance(principal, list) and "*" in principal)
    if statement["Effect"] == "Deny" or not is_star:
        return False
    for operator, keys in statement.get("Condition", {}).items():
        for key in keys:
            if operator == "StringEquals" and key.lower() in (
                "kms:calleraccount",
                "aws:principalaccount",
                "aws:principalorgid",
            ):
                return False
    return True


report = {"findings": [], "errors": []}
regions = sys.argv[sys.argv.index("--regions") + 1].split(",")
for region in regions:
    client = boto3.client("kms", region_name=region)
    try:
        arns = list(arns_in(client))
    except Unread as error:
        report["errors"].append({"resource": region, "error": str(error)})
        continue
    for arn in arns:
        try:
            key = Key.read(client, arn)
        except Unread as error:
            print(f"{arn}: {error}", file=sys.stderr)
            report["errors"].append({"resource": arn, "error": str(error)})
            continue
        for issue in key.issues() if key else []:
            report["findings"].append({"key": arn, "issue": issue})
print(json.dumps(report))
sys.exit(2 if report["errors"] else 1 if report["findings"] else 0)
