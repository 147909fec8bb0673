"""The pairs of action and resource that a role needs, by CloudTrail's log files."""

import argparse
import json
import re
import sys
from pathlib import Path

DENIED = {"AccessDenied", "AccessDeniedException"}
KNOWN = {"s3", "dynamodb", "kms", "lambda", "sqs", "secretsmanager", "sts"}
ACTIONS = {
    "s3:ListObjects": "s3:ListBucket",
    "s3:ListBuckets": "s3:ListAllMyBuckets",
    "s3:HeadObject": "s3:GetObject",
    "s3:CreateMultipartUpload": "s3:PutObject",
    "s3:UploadPart": "s3:PutObject",
    "s3:CompleteMultipartUpload": "s3:PutObject",
    "lambda:Invoke": "lambda:InvokeFunction",
}


def called_by(event, role):
    identity = event.get("userIdentity") or {}
    issuer = (identity.get("sessionContext") or {}).get("sessionIssuer") or {}
    return issuer.get("arn") == role


def counts(event, role, since):
    return (
        called_by(event, role)
        and event["eventTime"] >= since
        and event.get("errorCode") not in DENIED
    )


def action_of(service, event):
    name = event["eventName"]
    if service == "lambda":
        name = re.sub(r"\d{8}(v\d+)?$", "", name)
    if service == "sqs":
        name = name.removesuffix("Batch")
    action = ACTIONS.get(f"{service}:{name}", f"{service}:{name}")
    has_version = "versionId" in (event.get("requestParameters") or {})
    return "s3:GetObjectVersion" if action == "s3:GetObject" and has_version else action


def in_s3(parameters):
    if "bucketName" not in parameters:
        return "*"
    bucket = f"arn:aws:s3:::{parameters['bucketName']}"
    if "key" not in parameters:
        return bucket
    folder, slash, _ = parameters["key"].partition("/")
    return f"{bucket}/{folder}/*" if slash else f"{bucket}/{folder}"


def named(given, pattern, event, account):
    if given is None or given.startswith("arn:"):
        return given or "*"
    return pattern.format(region=event["awsRegion"], account=account, name=given)


def resources_of(service, event, account):
    parameters = event.get("requestParameters") or {}
    if service == "s3":
        return [in_s3(parameters)]
    if service == "lambda":
        pattern = "arn:aws:lambda:{region}:{account}:function:{name}"
        return [named(parameters.get("functionName"), pattern, event, account)]
    if service == "secretsmanager":
        pattern = "arn:aws:secretsmanager:{region}:{account}:secret:{name}-??????"
        return [named(parameters.get("secretId"), pattern, event, account)]
    if service == "sts":
        return [parameters.get("roleArn", "*")]
    arns = [resource["ARN"] for resource in event.get("resources") or []]
    if "indexName" in parameters:
        return [f"{arn}/index/{parameters['indexName']}" for arn in arns]
    return arns or ["*"]


def needs_of(event, account):
    service = event["eventSource"].removesuffix(".amazonaws.com")
    if service not in KNOWN:
        raise LookupError(f"{service}:{event['eventName']}")
    if (service, event["eventName"]) == ("sts", "GetCallerIdentity"):
        return
    if event["eventName"] == "TransactWriteItems":
        tables = {one["ARN"].rpartition("/")[2]: one["ARN"] for one in event["resources"]}
        for item in event["requestParameters"]["requestItems"]:
            yield f"dynamodb:{item['operation']}Item", tables[item["tableName"]]
        return
    for resource in resources_of(service, event, account):
        yield action_of(service, event), resource


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--role", required=True)
    parser.add_argument("--since", required=True)
    given = parser.parse_args()
    account = given.role.split(":")[4]
    needed, errors = set(), {}
    for path in sorted(Path("trail").glob("AWSLogs/*/CloudTrail/**/*.json")):
        try:
            events = json.loads(path.read_text())["Records"]
        except ValueError as error:
            errors[path.name] = str(error)
            continue
        for event in events:
            if not counts(event, given.role, given.since):
                continue
            try:
                needed.update(needs_of(event, account))
            except LookupError as error:
                errors[error.args[0]] = "no rule for this service"
    findings = [{"action": action, "resource": resource} for action, resource in sorted(needed)]
    told = [{"resource": resource, "error": error} for resource, error in errors.items()]
    json.dump({"findings": findings, "errors": told}, sys.stdout, indent=2)
    return 2 if told else 0


if __name__ == "__main__":
    sys.exit(main())
