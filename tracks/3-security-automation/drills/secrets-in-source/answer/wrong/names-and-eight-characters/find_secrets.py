import json
import os
import re
import sys

RULES = {
    "aws-key": r"AKIA[0-9A-Z]{16}",
    "private-key": r"BEGIN .*PRIVATE KEY-----",
    "connection-string": r"://\w*:[^@]+@",
    "token": r"(?i)(token|secret|password|api_key)['\"]?\s*[=:]\s*['\"]?[^\s'\"]{8,}",
}
findings = []
for folder, _, names in os.walk("src"):
    for name in names:
        path = os.path.join(folder, name)
        for number, line in enumerate(open(path, errors="replace"), 1):
            for kind, rule in RULES.items():
                if re.search(rule, line):
                    findings.append({"path": path, "line": number, "kind": kind})
print(json.dumps({"findings": findings}))
sys.exit(1 if findings else 0)
