"""Images that Dockerfiles take without a digest, by expressions over the whole file."""

import json
import re
import string
import sys
from pathlib import Path

TAKEN = re.compile(
    r"^\s*FROM\s+(?:--\S+\s+)*(\S+)(?:\s+AS\s+(\S+))?|^\s*COPY\s+(?:--\S+\s+)*?--from=(\S+)",
    re.IGNORECASE | re.MULTILINE,
)
ARG = re.compile(r"^\s*ARG\s+(\w+)=[\"']?([^\s\"']+)", re.IGNORECASE | re.MULTILINE)
PINNED = re.compile(r"@sha256:[0-9a-f]{64}$")


def images_in(text):
    whole = re.sub(r"\\\n", " ", re.sub(r"^#.*\n", "", text, flags=re.MULTILINE))
    head = re.split(r"(?im)^\s*FROM\s", whole)[0]
    defaults = dict(ARG.findall(head))
    stages = {"scratch"}
    for base, stage, copied in TAKEN.findall(whole):
        image = string.Template(base).safe_substitute(defaults) if base else copied
        if image.lower() not in stages and not image.isdigit():
            yield image
        stages.add(stage.lower())


report = {"findings": [], "errors": []}
for file in Path(sys.argv[1]).rglob("Dockerfile"):
    for image in set(images_in(file.read_text())):
        if "$" in image:
            report["errors"].append({"resource": str(file), "error": f"{image} has no default"})
        elif not PINNED.search(image):
            report["findings"].append({"path": str(file), "image": image})
json.dump(report, sys.stdout, indent=2)
sys.exit(2 if report["errors"] else 1 if report["findings"] else 0)
