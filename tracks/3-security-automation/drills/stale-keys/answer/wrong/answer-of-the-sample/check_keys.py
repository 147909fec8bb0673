import json
import sys

# As it was in the account that I was given.
FOUND = [
    {"user": "eva.weber", "issue": "old-key"},
    {"user": "eva.weber", "issue": "no-mfa"},
    {"user": "ines.rossi", "issue": "no-mfa"},
    {"user": "mara.costa", "issue": "no-mfa"},
    {"user": "theo.xu", "issue": "unused-key"},
    {"user": "sam.novak", "issue": "unused-key"},
    {"user": "svc-zoe-kaya", "issue": "old-key"},
    {"user": "sven.quist", "issue": "no-mfa"},
]
json.dump({"findings": FOUND, "errors": []}, sys.stdout)
sys.exit(1)
