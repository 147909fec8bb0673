"""Reports what was done with a leaked access key, and with every key that came of it."""

import json
import sys
from collections import deque
from datetime import datetime, timedelta, timezone
from ipaddress import ip_address, ip_network

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

PATIENT = Config(retries={"mode": "standard", "max_attempts": 12})
leaked = sys.argv[1]
with open("case.json", encoding="utf-8") as file:
    case = json.load(file)
since = datetime.fromisoformat(case["since"].replace("Z", "+00:00"))
own = [ip_network(text) for text in case["ownRanges"]]
trails = {
    region: boto3.client("cloudtrail", region_name=region, config=PATIENT)
    for region in case["regions"]
}
errors = {}


def events_of(key):
    for region, trail in trails.items():
        if region in errors:
            continue
        pages = trail.get_paginator("lookup_events").paginate(
            LookupAttributes=[{"AttributeKey": "AccessKeyId", "AttributeValue": key}]
        )
        try:
            for page in pages:
                for entry in page["Events"]:
                    yield json.loads(entry["CloudTrailEvent"])
        except ClientError as error:
            errors[region] = error.response["Error"]["Code"]


def is_intruder(key, event):
    if key != leaked:
        return True
    at = datetime.fromisoformat(event["eventTime"].replace("Z", "+00:00"))
    return at >= since and not is_own(event["sourceIPAddress"])


def is_own(source):
    try:
        address = ip_address(source)
    except ValueError:
        return False
    return any(address in network for network in own)


def handed_out(event):
    answer = event.get("responseElements") or {}
    for member in ("credentials", "accessKey"):
        if "accessKeyId" in answer.get(member, {}):
            yield answer[member]["accessKeyId"]


def main():
    if datetime.now(timezone.utc) - since > timedelta(days=90):
        errors["event-history"] = "it goes back 90 days, and the case begins before"
    findings, seen, waiting = [], {leaked}, deque([leaked])
    while waiting:
        key = waiting.popleft()
        for event in events_of(key):
            if not is_intruder(key, event):
                continue
            outcome = "failed" if "errorCode" in event else "ok"
            findings.append(
                {"event": event["eventID"], "key": key, "outcome": outcome, "name": event["eventName"]}
            )
            for new in handed_out(event):
                if new not in seen:
                    seen.add(new)
                    waiting.append(new)
    told = [{"resource": name, "error": why} for name, why in errors.items()]
    print(json.dumps({"findings": findings, "errors": told}, indent=2))
    if told:
        return 2
    return 1 if any(finding["outcome"] == "ok" for finding in findings) else 0


if __name__ == "__main__":
    sys.exit(main())
