import argparse
import datetime
import json
import sys

parser = argparse.ArgumentParser()
parser.add_argument("--today", type=datetime.date.fromisoformat, default=datetime.date.today())
today = parser.parse_args().today


def read(name):
    with open(name, encoding="utf-8") as file:
        return json.load(file)


def key(result):
    return result["rule"], result["path"], result["snippet"]


try:
    current = read("current.json")["results"]
except Exception as error:
    json.dump({"findings": [], "errors": [{"resource": "current.json", "error": repr(error)}]}, sys.stdout)
    sys.exit(2)
try:
    old = [key(result) for result in read("baseline.json")["results"]]
except FileNotFoundError:
    print("No baseline: everything counts as new.", file=sys.stderr)
    old = []
live = [
    (entry["rule"], entry["path"])
    for entry in read("suppressions.json")
    if datetime.date.fromisoformat(entry["until"]) >= today
]
added = {}
for result in current:
    if key(result) in old:
        old.remove(key(result))
    elif key(result)[:2] not in live:
        added[key(result)] = added.get(key(result), 0) + 1
findings = [
    {"rule": rule, "path": path, "snippet": snippet, "new": number}
    for (rule, path, snippet), number in added.items()
]
json.dump({"findings": findings, "errors": []}, sys.stdout)
sys.exit(bool(findings))
