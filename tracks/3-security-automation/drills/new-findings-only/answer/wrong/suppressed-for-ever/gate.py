import json
import sys
from collections import Counter
from pathlib import Path

today = sys.argv[sys.argv.index("--today") + 1]


def count(name):
    results = json.loads(Path(name).read_text())["results"]
    return Counter((r["rule"], r["path"], r["snippet"]) for r in results)


try:
    now = count("current.json")
except (OSError, ValueError, KeyError) as error:
    print(json.dumps({"findings": [], "errors": [{"resource": "current.json", "error": str(error)}]}))
    sys.exit(2)
before = count("baseline.json") if Path("baseline.json").exists() else Counter()
accepted = {
    (s["rule"], s["path"])
    for s in json.loads(Path("suppressions.json").read_text())
}
findings = [
    {"rule": rule, "path": path, "snippet": snippet, "new": added}
    for (rule, path, snippet), added in (now - before).items()
    if (rule, path) not in accepted
]
print(json.dumps({"findings": findings, "errors": []}, indent=2))
sys.exit(1 if findings else 0)
