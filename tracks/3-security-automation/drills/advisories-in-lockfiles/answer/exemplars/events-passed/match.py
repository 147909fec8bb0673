import json
import sys
from pathlib import Path


def order(version):
    numbers, _, pre = version.partition("-")
    return [int(number) for number in numbers.split(".")], not pre


def is_open(events, version):
    passed = [kind for event in events for kind, at in event.items() if order(at) <= order(version)]
    return passed[-1:] == ["introduced"]


advisories = [
    one
    for one in json.loads(Path("advisories.json").read_text())
    if one["package"]["ecosystem"] == "npm" and "withdrawn" not in one
]
findings, errors = [], []
for path in sorted(Path("services").glob("*/package-lock.json")):
    service = path.parent.name
    try:
        packages = json.loads(path.read_text())["packages"]
    except (ValueError, KeyError) as error:
        errors.append({"resource": service, "error": repr(error)})
        continue
    for place, entry in packages.items():
        if "node_modules/" not in place or entry.get("link") or entry.get("dev"):
            continue
        name, version = entry.get("name", place.split("node_modules/")[-1]), entry["version"]
        for one in advisories:
            if one["package"]["name"] == name and any(is_open(r["events"], version) for r in one["ranges"]):
                findings.append({"service": service, "package": name, "version": version, "advisory": one["id"]})
print(json.dumps({"findings": findings, "errors": errors}, indent=2))
sys.exit(2 if errors else 1 if findings else 0)
