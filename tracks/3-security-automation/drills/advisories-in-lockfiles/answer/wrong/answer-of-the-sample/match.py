import json
import sys

# As it was in the folder that I was given.
FOUND = [
    ("vehicles", "buoy-merge", "2.0.0", "ADV-2026-0135"),
    ("vehicles", "sail-zip", "2.3.8", "ADV-2026-0144"),
    ("vehicles", "sail-zip", "2.3.8", "ADV-2026-0159"),
    ("loyalty", "tide-parser", "4.3.5", "ADV-2026-0138"),
    ("loyalty", "rope-template", "3.3.6", "ADV-2026-0117"),
    ("loyalty", "sail-zip", "2.3.8", "ADV-2026-0144"),
    ("loyalty", "sail-zip", "2.3.8", "ADV-2026-0159"),
    ("loyalty", "rust-guard", "0.2.3", "ADV-2026-0147"),
    ("weather", "tide-parser", "0.3.8", "ADV-2026-0138"),
    ("weather", "mast-router", "3.6.7", "ADV-2026-0141"),
    ("weather", "sail-zip", "1.6.0", "ADV-2026-0159"),
    ("weather", "jar-of-cookies", "1.6.9", "ADV-2026-0120"),
    ("weather", "jar-of-cookies", "3.2.0", "ADV-2026-0120"),
    ("weather", "crane-pack", "0.2.3", "ADV-2026-0123"),
    ("luggage", "knit-objects", "4.4.2", "ADV-2026-0129"),
    ("luggage", "jar-of-cookies", "3.1.0", "ADV-2026-0120"),
    ("luggage", "crane-pack", "0.2.3", "ADV-2026-0123"),
    ("freight", "rope-template", "2.3.0", "ADV-2026-0117"),
    ("freight", "buoy-merge", "1.3.5", "ADV-2026-0135"),
    ("freight", "mast-router", "4.0.0", "ADV-2026-0141"),
    ("freight", "@anchor/session", "2.4.0", "ADV-2026-0150"),
    ("freight", "jar-of-cookies", "1.6.9", "ADV-2026-0120"),
    ("freight", "crane-pack", "0.2.3", "ADV-2026-0123"),
]
members = ("service", "package", "version", "advisory")
json.dump({"findings": [dict(zip(members, one)) for one in FOUND], "errors": []}, sys.stdout)
sys.exit(1)
