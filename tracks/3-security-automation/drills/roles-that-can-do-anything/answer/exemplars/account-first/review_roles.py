import json
import random
import sys
import time
from collections import namedtuple
from datetime import datetime, timezone

import boto3
from botocore.exceptions import BotoCoreError, ClientError

iam = boto3.client("iam")
Rule = namedtuple("Rule", "allow actions not_actions resources not_resources conditional")


def ask(operation, **arguments):
    for attempt in range(10):
        try:
            return getattr(iam, operation)(**arguments)
        except ClientError as error:
            if error.response["Error"]["Code"] != "Throttling" or attempt == 9:
                raise
            time.sleep(min(20, 2**attempt) * random.uniform(0.5, 1))


def everything(operation, member, **arguments):
    while True:
        page = ask(operation, **arguments)
        yield from page[member]
        if not page["IsTruncated"]:
            break
        arguments["Marker"] = page["Marker"]


def as_list(value):
    if value is None:
        return []
    return [value] if isinstance(value, (str, dict)) else list(value)


def like(pattern, text):
    """Glob with * and ? alone."""
    p = t = 0
    star, mark = -1, 0
    while t < len(text):
        if p < len(pattern) and pattern[p] == "*":
            star, mark, p = p, t, p + 1
        elif p < len(pattern) and pattern[p] in ("?", text[t]):
            p, t = p + 1, t + 1
        elif star >= 0:
            p, mark = star + 1, mark + 1
            t = mark
        else:
            return False
    return pattern[p:].strip("*") == ""


def rules_in(document):
    for statement in as_list(document["Statement"]):
        yield Rule(
            statement["Effect"] == "Allow",
            [one.lower() for one in as_list(statement.get("Action"))],
            [one.lower() for one in as_list(statement.get("NotAction"))],
            as_list(statement.get("Resource")),
            as_list(statement.get("NotResource")),
            bool(statement.get("Condition")),
        )


def speaks_of(rule, action, arn):
    action = action.lower()
    by_action = (
        any(like(one, action) for one in rule.actions)
        if rule.actions
        else not any(like(one, action) for one in rule.not_actions)
    )
    by_resource = (
        any(like(one, arn) for one in rule.resources)
        if rule.resources
        else not any(like(one, arn) for one in rule.not_resources)
    )
    return by_action and by_resource


def permitted(rules, action, arn):
    relevant = [rule for rule in rules if speaks_of(rule, action, arn)]
    if any(not rule.allow and not rule.conditional for rule in relevant):
        return False
    return any(rule.allow for rule in relevant)


class Account:
    def __init__(self):
        with open("accounts.json", encoding="utf-8") as file:
            company = json.load(file)
        self.organisation = company["organisation"]
        self.members = [account["id"] for account in company["accounts"]]
        self.defaults = {
            policy["Arn"]: policy["DefaultVersionId"]
            for policy in everything("list_policies", "Policies", Scope="All", OnlyAttached=False)
        }
        self.read = {}

    def managed(self, arn):
        if arn not in self.read:
            version = ask("get_policy_version", PolicyArn=arn, VersionId=self.defaults[arn])
            self.read[arn] = list(rules_in(version["PolicyVersion"]["Document"]))
        return self.read[arn]

    def own_rules(self, name):
        rules = []
        for policy in everything("list_attached_role_policies", "AttachedPolicies", RoleName=name):
            rules += self.managed(policy["PolicyArn"])
        for policy in everything("list_role_policies", "PolicyNames", RoleName=name):
            found = ask("get_role_policy", RoleName=name, PolicyName=policy)
            rules += rules_in(found["PolicyDocument"])
        return rules

    def is_administrator(self, role):
        layers = [self.own_rules(role["RoleName"])]
        if "PermissionsBoundary" in role:
            layers.append(self.managed(role["PermissionsBoundary"]["PermissionsBoundaryArn"]))
        return any(
            all(permitted(layer, action, role["Arn"]) for layer in layers)
            for action in ("iam:AttachRolePolicy", "iam:PutRolePolicy")
        )

    def is_locked(self, statement):
        for operator, keys in (statement.get("Condition") or {}).items():
            for key, values in keys.items() if operator == "StringEquals" else ():
                if key.lower() == "sts:externalid":
                    return True
                if key.lower() == "aws:principalorgid" and as_list(values) == [self.organisation]:
                    return True
        return False

    def is_open(self, document):
        for statement in as_list(document["Statement"]):
            if statement["Effect"] != "Allow" or self.is_locked(statement):
                continue
            if "sts:assumerole" not in [one.lower() for one in as_list(statement["Action"])]:
                continue
            principal = statement["Principal"]
            for who in as_list(principal["AWS"] if "AWS" in principal else None) or as_list(
                "*" if principal == "*" else None
            ):
                if who == "*" or not any(f":{one}:" in f":{who}:" for one in self.members):
                    return True
        return False


account = Account()
now = datetime.now(timezone.utc)
report = {"findings": [], "errors": []}
for listing in list(everything("list_roles", "Roles")):
    if listing["Path"].split("/")[1] in ("aws-service-role", "aws-reserved"):
        continue
    name = listing["RoleName"]
    try:
        role = ask("get_role", RoleName=name)["Role"]
        if not account.is_administrator(role):
            continue
    except (ClientError, BotoCoreError) as error:
        print(f"{name}: {error}", file=sys.stderr)
        report["errors"].append({"resource": name, "error": type(error).__name__})
        continue
    issues = ["administrator"]
    if account.is_open(role["AssumeRolePolicyDocument"]):
        issues.append("outsider")
    last = role.get("RoleLastUsed", {}).get("LastUsedDate") or role["CreateDate"]
    if (now - last).total_seconds() > 90 * 86_400:
        issues.append("unused")
    report["findings"] += [{"role": name, "issue": issue} for issue in issues]
print(json.dumps(report))
sys.exit(2 if report["errors"] else 1 if report["findings"] else 0)
