import json
import sys

# As it was in the reports that I was given.
FOUND = [
    ("CWE-798", "src/billing/views.py", 315, "warning", ["hazel", "larch"]),
    ("CWE-601", "src/ward/rounds/lookup.py", 444, "error", ["hazel", "thorn"]),
    ("CWE-295", "src/billing/lookup.py", 40, "warning", ["hazel", "thorn"]),
    ("CWE-502", "src/jobs/letters.py", 117, "warning", ["hazel", "larch"]),
    ("CWE-89", "src/jobs/lookup.py", 292, "note", ["thorn"]),
    ("CWE-78", "src/billing/letters.py", 28, "error", ["larch", "thorn"]),
    ("CWE-78", "src/billing/letters.py", 398, "error", ["thorn"]),
    ("CWE-22", "src/billing/lookup.py", 294, "error", ["hazel"]),
    ("CWE-79", "src/patient letters/export.py", 61, "warning", ["hazel", "larch"]),
    ("CWE-295", "src/patient letters/views.py", 256, "warning", ["hazel"]),
]
members = ("cwe", "file", "line", "level", "scanners")
json.dump({"findings": [dict(zip(members, one)) for one in FOUND], "errors": []}, sys.stdout)
sys.exit(1)
