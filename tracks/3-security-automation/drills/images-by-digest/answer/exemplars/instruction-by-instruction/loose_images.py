import json
import re
import sys
from pathlib import Path

findings, errors = [], []
for file in sorted(Path(sys.argv[1]).rglob("Dockerfile")):
    lines = [line for line in file.read_text().splitlines() if not line.startswith("#")]
    defaults, stages, images = {}, [], []
    for instruction in "\n".join(lines).replace("\\\n", " ").splitlines():
        word, *rest = instruction.split() or [""]
        options = [one for one in rest if one.startswith("--")]
        values = [one for one in rest if not one.startswith("--")]
        if word.upper() == "ARG" and not stages and "=" in values[0]:
            name, value = values[0].split("=", 1)
            defaults[name] = value.strip("\"'")
        elif word.upper() == "FROM":
            images.append(re.sub(r"\$\{?(\w+)\}?", lambda m: defaults.get(m[1], m[0]), values[0]))
            if images[-1].lower() in stages:
                images.pop()
            stages.append(values[2].lower() if len(values) == 3 else "")
        elif word.upper() == "COPY":
            taken = [one.removeprefix("--from=") for one in options if one.startswith("--from=")]
            images += [one for one in taken if one.lower() not in stages and not one.isdigit()]
    path = file.as_posix()
    if any("$" in image for image in images):
        errors.append({"resource": path, "error": "an argument has no default"})
    for image in dict.fromkeys(images):
        if image != "scratch" and "$" not in image and not re.search("@sha256:[0-9a-f]{64}$", image):
            findings.append({"path": path, "image": image})
print(json.dumps({"findings": findings, "errors": errors}, indent=2))
sys.exit(2 if errors else 1 if findings else 0)
