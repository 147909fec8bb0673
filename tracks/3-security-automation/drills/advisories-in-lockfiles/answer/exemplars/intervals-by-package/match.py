import glob
import json
import os
import re
from collections import defaultdict

FOREVER = (float("inf"),)


def key(version):
    major, minor, patch, pre = re.fullmatch(r"(\d+)(?:\.(\d+))?(?:\.(\d+))?(-.+)?", version).groups("")
    return int(major), int(minor or 0), int(patch or 0), pre == ""


spans = defaultdict(set)
with open("advisories.json", encoding="utf-8") as file:
    for advisory in json.load(file):
        if advisory.get("withdrawn") or advisory["package"]["ecosystem"] != "npm":
            continue
        for events in (entry["events"] for entry in advisory["ranges"]):
            for event, after in zip(events, events[1:] + [{}]):
                if "introduced" in event:
                    end = key(after["fixed"]) if after else FOREVER
                    spans[advisory["package"]["name"]].add((key(event["introduced"]), end, advisory["id"]))

found, errors = set(), []
for path in glob.glob("services/*/package-lock.json"):
    service = path.split(os.sep)[1]
    try:
        with open(path, encoding="utf-8") as file:
            lock = json.load(file)
        places = lock["packages"]
    except Exception as error:
        errors.append({"resource": service, "error": f"{type(error).__name__}: {error}"})
        continue
    for place, entry in places.items():
        at = place.rfind("node_modules/")
        if at < 0 or entry.get("link", False) or entry.get("dev", False):
            continue
        name = entry.get("name") or place[at + len("node_modules/") :]
        for start, end, advisory in spans[name]:
            if start <= key(entry["version"]) < end:
                found.add((service, name, entry["version"], advisory))

members = ("service", "package", "version", "advisory")
print(json.dumps({"findings": [dict(zip(members, one)) for one in sorted(found)], "errors": errors}))
raise SystemExit(2 if errors else int(bool(found)))
