import json
import os
import sys
from datetime import datetime

options = dict(zip(sys.argv[1::2], sys.argv[2::2]))
ROLE = options["--role"]
SINCE = datetime.fromisoformat(options["--since"].replace("Z", "+00:00"))
ACCOUNT = ROLE.split(":")[4]


def s3(name, asked, event):
    where = "*"
    if asked.get("bucketName"):
        where = "arn:aws:s3:::" + asked["bucketName"]
        if asked.get("key"):
            parts = asked["key"].split("/")
            where += "/" + parts[0] + ("/*" if len(parts) > 1 else "")
    if name in ("GetObject", "HeadObject"):
        yield "GetObjectVersion" if asked.get("versionId") else "GetObject", where
    elif name in ("CreateMultipartUpload", "UploadPart", "CompleteMultipartUpload"):
        yield "PutObject", where
    else:
        yield {"ListObjects": "ListBucket", "ListBuckets": "ListAllMyBuckets"}.get(name, name), where


def arns(event):
    return [one["ARN"] for one in event.get("resources", []) if "ARN" in one] or ["*"]


def dynamodb(name, asked, event):
    if name == "TransactWriteItems":
        for item in asked["requestItems"]:
            [table] = [arn for arn in arns(event) if arn.endswith(":table/" + item["tableName"])]
            yield item["operation"] + "Item", table
        return
    for arn in arns(event):
        yield name, arn + ("/index/" + asked["indexName"] if asked.get("indexName") else "")


def kms(name, asked, event):
    yield from ((name, arn) for arn in arns(event))


def sqs(name, asked, event):
    yield from kms(name[:-5] if name.endswith("Batch") else name, asked, event)


def arn_of(event, service, kind, name, end=""):
    if name.startswith("arn:"):
        return name
    return f"arn:aws:{service}:{event['awsRegion']}:{ACCOUNT}:{kind}:{name}{end}"


def lambda_(name, asked, event):
    if name == "Invoke":
        name = "InvokeFunction"
    elif "2015" in name:
        name = name[: name.index("2015")]
    function = asked.get("functionName")
    yield name, arn_of(event, "lambda", "function", function) if function else "*"


def secretsmanager(name, asked, event):
    secret = asked.get("secretId")
    yield name, arn_of(event, "secretsmanager", "secret", secret, "-??????") if secret else "*"


def sts(name, asked, event):
    if name != "GetCallerIdentity":
        yield name, asked.get("roleArn", "*")


services = {
    "s3": s3,
    "dynamodb": dynamodb,
    "kms": kms,
    "sqs": sqs,
    "lambda": lambda_,
    "secretsmanager": secretsmanager,
    "sts": sts,
}


def is_own(event):
    try:
        issuer = event["userIdentity"]["sessionContext"]["sessionIssuer"]["arn"]
    except (KeyError, TypeError):
        return False
    moment = datetime.fromisoformat(event["eventTime"].replace("Z", "+00:00"))
    denied = str(event.get("errorCode", "")).startswith("AccessDenied")
    return issuer == ROLE and moment >= SINCE and not denied


pairs, strange = [], []
for folder, _, names in os.walk("trail"):
    if "CloudTrail-Digest" in folder:
        continue
    for file_name in names:
        with open(os.path.join(folder, file_name), encoding="utf-8") as file:
            try:
                records = json.load(file)["Records"]
            except json.JSONDecodeError:
                strange.append(file_name)
                continue
        for event in filter(is_own, records):
            service = event["eventSource"].split(".")[0]
            if service not in services:
                strange.append(service + ":" + event["eventName"])
                continue
            asked = event.get("requestParameters") or {}
            for action, resource in services[service](event["eventName"], asked, event):
                if (service + ":" + action, resource) not in pairs:
                    pairs.append((service + ":" + action, resource))
for one in strange:
    print("not understood:", one, file=sys.stderr)
print(
    json.dumps(
        {
            "findings": [{"action": action, "resource": resource} for action, resource in pairs],
            "errors": [{"resource": one} for one in sorted(set(strange))],
        }
    )
)
sys.exit(2 if strange else 0)
