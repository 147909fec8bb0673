import json
import re
import sys
from collections import defaultdict
from pathlib import Path
from urllib.parse import unquote

ROOT = "file:///builds/ward/"
LEVELS = ["note", "warning", "error"]


def cwe_of(rule):
    for relation in rule.get("relationships", []):
        if relation["target"]["toolComponent"]["name"] == "CWE":
            return f"CWE-{int(relation['target']['id'])}"
    for tag in rule.get("properties", {}).get("tags", []):
        if match := re.search(r"\bcwe-(\d+)", tag, re.IGNORECASE):
            return f"CWE-{int(match[1])}"


def address(place, bases):
    base = bases.get(place.get("uriBaseId"))
    return (address(base, bases) if base else "") + place["uri"]


def is_suppressed(result):
    requests = result.get("suppressions") or []
    return bool(requests) and all(one.get("status", "accepted") == "accepted" for one in requests)


def results_of(run):
    rules = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    for result in run["results"]:
        if result.get("kind", "fail") != "fail" or is_suppressed(result):
            continue
        rule = rules[result["ruleId"]]
        place = result["locations"][0]["physicalLocation"]
        file = unquote(address(place["artifactLocation"], run.get("originalUriBaseIds", {})).removeprefix(ROOT))
        level = result.get("level") or rule.get("defaultConfiguration", {}).get("level", "warning")
        yield (cwe_of(rule), file, place["region"]["startLine"]), level


merged, errors = defaultdict(list), []
for path in sorted(Path("reports").glob("*.sarif")):
    scanner = path.stem
    try:
        runs = json.loads(path.read_text(encoding="utf-8"))["runs"]
    except (ValueError, KeyError) as error:
        errors.append({"resource": scanner, "error": str(error)})
        continue
    for run in runs:
        if not all(one["executionSuccessful"] for one in run.get("invocations", [])):
            errors.append({"resource": scanner, "error": "the scan did not succeed"})
        for key, level in results_of(run):
            merged[key].append((LEVELS.index(level), scanner))
findings = [
    {
        "cwe": cwe,
        "file": file,
        "line": line,
        "level": LEVELS[max(rank for rank, _ in seen)],
        "scanners": sorted({scanner for _, scanner in seen}),
    }
    for (cwe, file, line), seen in merged.items()
]
print(json.dumps({"findings": findings, "errors": errors}, indent=2))
sys.exit(2 if errors else 1 if findings else 0)
