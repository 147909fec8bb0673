import glob
import json
import os
import re
import sys
from urllib.parse import unquote, urljoin, urlsplit

WORST_FIRST = ("error", "warning", "note")
findings = {}
errors = {}

for path in glob.glob("reports/*.sarif"):
    scanner = os.path.basename(path)[: -len(".sarif")]
    try:
        with open(path, encoding="utf-8") as file:
            report = json.load(file)
    except ValueError as error:
        errors[scanner] = f"{type(error).__name__}: {error}"
        continue
    for run in report["runs"]:
        if any(one.get("executionSuccessful") is False for one in run.get("invocations", ())):
            errors[scanner] = "executionSuccessful is false"

        # Every base is resolved once, each after the one that it names.
        bases = {None: "file:///builds/ward/", "%SRCROOT%": "file:///builds/ward/"}
        open_bases = dict(run.get("originalUriBaseIds", {}))
        while open_bases:
            for name, base in list(open_bases.items()):
                if base.get("uriBaseId") in bases:
                    bases[name] = urljoin(bases[base.get("uriBaseId")], base["uri"])
                    del open_bases[name]

        described = []
        for rule in run["tool"]["driver"]["rules"]:
            names = [
                f"cwe-{relation['target']['id']}"
                for relation in rule.get("relationships", ())
                if relation["target"]["toolComponent"]["name"].upper() == "CWE"
            ]
            text = " ".join([*names, *rule.get("properties", {}).get("tags", ())]).lower()
            number = re.search(r"cwe-0*(\d+)", text).group(1)
            described.append((f"CWE-{number}", rule.get("defaultConfiguration", {}).get("level", "warning")))

        for result in run["results"]:
            asked = {one.get("status", "accepted") for one in result.get("suppressions") or ()}
            if result.get("kind", "fail") != "fail" or asked == {"accepted"}:
                continue
            cwe, default = described[result["ruleIndex"]]
            where = result["locations"][0]["physicalLocation"]
            uri = urljoin(bases[where["artifactLocation"].get("uriBaseId")], where["artifactLocation"]["uri"])
            name = unquote(urlsplit(uri).path)[len("/builds/ward/") :]
            one = findings.setdefault(
                (cwe, name, where["region"]["startLine"]), {"levels": set(), "scanners": set()}
            )
            one["levels"].add(result.get("level", default))
            one["scanners"].add(scanner)

json.dump(
    {
        "findings": [
            {
                "cwe": cwe,
                "file": name,
                "line": line,
                "level": next(level for level in WORST_FIRST if level in one["levels"]),
                "scanners": sorted(one["scanners"]),
            }
            for (cwe, name, line), one in sorted(findings.items())
        ],
        "errors": [{"resource": scanner, "error": error} for scanner, error in errors.items()],
    },
    sys.stdout,
)
sys.exit(2 if errors else bool(findings))
