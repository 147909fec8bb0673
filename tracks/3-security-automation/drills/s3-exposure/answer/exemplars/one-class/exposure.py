import json
import sys

import boto3
from botocore.exceptions import ClientError

NORMAL = {
    "NoSuchBucketPolicy",
    "NoSuchPublicAccessBlockConfiguration",
    "OwnershipControlsNotFoundError",
}


def ask(operation, member, **arguments):
    try:
        return operation(**arguments)[member]
    except ClientError as error:
        if error.response["Error"]["Code"] in NORMAL:
            return None
        raise


def as_list(value):
    return value if isinstance(value, list) else [value]


class Bucket:
    def __init__(self, client, name, block_above):
        self.name = name
        self.ownership = ask(client.get_bucket_ownership_controls, "OwnershipControls", Bucket=name)
        own = ask(client.get_public_access_block, "PublicAccessBlockConfiguration", Bucket=name) or {}
        self.block = {key for block in (own, block_above) for key, on in block.items() if on}
        self.policy = json.loads(ask(client.get_bucket_policy, "Policy", Bucket=name) or "{}")
        status = ask(client.get_bucket_policy_status, "PolicyStatus", Bucket=name)
        self.is_public = bool(status and status["IsPublic"])
        self.grants = [] if self.is_enforced() else client.get_bucket_acl(Bucket=name)["Grants"]

    def is_enforced(self):
        rules = (self.ownership or {}).get("Rules", [])
        return any(rule["ObjectOwnership"] == "BucketOwnerEnforced" for rule in rules)

    def accounts(self):
        for statement in as_list(self.policy.get("Statement", [])):
            principal = statement.get("Principal")
            if statement["Effect"] == "Allow" and isinstance(principal, dict):
                for text in as_list(principal.get("AWS", [])):
                    account = text.split(":")[4] if text.startswith("arn:") else text
                    if len(account) == 12 and account.isdigit():
                        yield account

    def issues(self, known):
        is_cut_off = self.is_public and "RestrictPublicBuckets" in self.block
        if self.is_public and not is_cut_off:
            yield "public-policy"
        if not is_cut_off and set(self.accounts()) - known:
            yield "foreign-policy"
        groups = {grant["Grantee"].get("URI", "").rsplit("/", 1)[-1] for grant in self.grants}
        if groups & {"AllUsers", "AuthenticatedUsers"} and "IgnorePublicAcls" not in self.block:
            yield "public-acl"
        if {grant["Grantee"].get("ID") for grant in self.grants} - known - {None}:
            yield "foreign-acl"


organisation = json.load(open("organisation.json"))["accounts"]
known = {one[key] for one in organisation for key in ("id", "canonicalId")}
session = boto3.session.Session()
client = session.client("s3")
account = session.client("sts").get_caller_identity()["Account"]
above = ask(
    session.client("s3control").get_public_access_block,
    "PublicAccessBlockConfiguration",
    AccountId=account,
)
report = {"findings": [], "errors": []}
for name in [one["Name"] for one in client.list_buckets()["Buckets"]]:
    try:
        for issue in Bucket(client, name, above or {}).issues(known):
            report["findings"].append({"bucket": name, "issue": issue})
    except ClientError as error:
        code = error.response["Error"]["Code"]
        print(f"{name}: {code}", file=sys.stderr)
        report["errors"].append({"resource": name, "error": code})
print(json.dumps(report))
sys.exit(2 if report["errors"] else 1 if report["findings"] else 0)
