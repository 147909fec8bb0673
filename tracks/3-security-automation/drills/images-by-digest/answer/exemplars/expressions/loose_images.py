"""Images that Dockerfiles take without a digest, by expressions over the whole file."""

import json
import re
import string
import sys
from pathlib import Path

FROM = re.compile(r"^\s*FROM\s+(?:--\S+\s+)*(\S+)(?:\s+AS\s+(\S+))?", re.IGNORECASE | re.MULTILINE)
COPY = re.compile(r"^\s*COPY\s+(?:--\S+\s+)*?--from=(\S+)", re.IGNORECASE | re.MULTILINE)
ARG = re.compile(r"^\s*ARG\s+(\w+)=[\"']?([^\s\"']+)", re.IGNORECASE | re.MULTILINE)
PINNED = re.compile(r"@sha256:[0-9a-f]{64}$")


def images_in(text):
    whole = re.sub(r"\\\n", " ", re.sub(r"^#.*\n", "", text, flags=re.MULTILINE))
    first = FROM.search(whole)
    defaults = dict(ARG.findall(whole[: first.start()] if first else ""))
    stages = {name.lower() for _, name in FROM.findall(whole) if name}
    taken = [string.Template(base).safe_substitute(defaults) for base, _ in FROM.findall(whole)]
    taken += COPY.findall(whole)
    return {one for one in taken if one.lower() not in stages | {"scratch"} and not one.isdigit()}


report = {"findings": [], "errors": []}
for file in Path(sys.argv[1]).rglob("Dockerfile"):
    for image in images_in(file.read_text()):
        if "$" in image:
            report["errors"].append({"resource": str(file), "error": f"{image} has no default"})
        elif not PINNED.search(image):
            report["findings"].append({"path": str(file), "image": image})
json.dump(report, sys.stdout, indent=2)
sys.exit(2 if report["errors"] else 1 if report["findings"] else 0)
