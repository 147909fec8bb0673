import json
import sys
from pathlib import Path

agreed = set(json.loads(Path("agreed.json").read_text()))
listening = json.loads(Path("listening.json").read_text())
findings = [one for one in listening if one["port"] not in agreed]
print(json.dumps({"findings": findings}, indent=2))
sys.exit(3 if findings else 0)
