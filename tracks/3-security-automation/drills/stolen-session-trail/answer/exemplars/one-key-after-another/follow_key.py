import ipaddress
import json
import logging
import re
import sys
import time
from datetime import datetime, timedelta, timezone

import boto3
from botocore.exceptions import ClientError

log = logging.getLogger("follow-key")
case = json.load(open("case.json"))
start = datetime.strptime(case["since"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=timezone.utc)
networks = [ipaddress.ip_network(one) for one in case["ownRanges"]]
unreadable = {}


class Region:
    """The event history of one Region, at no more than two questions a second."""

    def __init__(self, name):
        self.name = name
        self.client = boto3.client("cloudtrail", region_name=name)

    def ask(self, **question):
        for wait in (1, 2, 4, 8, 16, 32, 0):
            time.sleep(0.5)
            try:
                return self.client.lookup_events(**question)
            except ClientError as error:
                if error.response["Error"]["Code"] != "ThrottlingException" or not wait:
                    raise
                log.warning("%s is busy", self.name)
                time.sleep(wait)

    def calls(self, key, **more):
        question = {
            "LookupAttributes": [{"AttributeKey": "AccessKeyId", "AttributeValue": key}],
            "MaxResults": 50,
            **more,
        }
        found = []
        while True:
            answer = self.ask(**question)
            found += answer["Events"]
            if not answer.get("NextToken"):
                return found
            question["NextToken"] = answer["NextToken"]


def inside(source):
    # A service's name stands where the service made the call.
    if not re.fullmatch(r"[0-9a-f.:]+", source):
        return False
    return any(ipaddress.ip_address(source) in network for network in networks)


def follow(key, regions, done, first=False):
    done.add(key)
    children, found = [], []
    for region in regions:
        if region.name in unreadable:
            continue
        try:
            calls = region.calls(key, **({"StartTime": start} if first else {}))
        except ClientError as error:
            unreadable[region.name] = error.response["Error"]["Code"]
            continue
        for call in calls:
            record = json.loads(call["CloudTrailEvent"])
            if first and inside(record["sourceIPAddress"]):
                continue
            failed = bool(record.get("errorCode"))
            found.append(
                {"event": call["EventId"], "key": key, "outcome": "failed" if failed else "ok"}
            )
            answer = record.get("responseElements")
            if answer:
                new = answer.get("credentials") or answer.get("accessKey") or {}
                children += [new["accessKeyId"]] if "accessKeyId" in new else []
    for child in children:
        if child not in done:
            found += follow(child, regions, done)
    return found


if datetime.now(timezone.utc) - timedelta(days=90) > start:
    unreadable["event-history"] = "older events are gone"
findings = follow(sys.argv[1], [Region(name) for name in case["regions"]], set(), first=True)
errors = [{"resource": name, "error": code} for name, code in unreadable.items()]
json.dump({"findings": findings, "errors": errors}, sys.stdout)
succeeded = any(one["outcome"] == "ok" for one in findings)
sys.exit(2 if errors else int(succeeded))
