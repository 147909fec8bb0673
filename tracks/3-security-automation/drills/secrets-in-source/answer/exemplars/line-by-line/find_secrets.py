"""Says where secrets stand in a source tree, and never what they are."""

import json
import math
import re
import sys
from collections import Counter
from pathlib import Path

KEY_ID = re.compile(r"(?<![A-Za-z0-9/+])(?:AKIA|ASIA)[A-Z2-7]{16}(?![A-Za-z0-9/+=])")
KEY_SECRET = re.compile(r"(?<![A-Za-z0-9/+])[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])")
HEX = re.compile(r"[0-9a-fA-F]+")
PRIVATE_KEY = re.compile(r"-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----")
CONNECTION = re.compile(r"[a-z][a-z0-9+]*://[^\s:/@\"'`]*:([^\s/@\"'`]+|\{\{.*?\}\})@")
NAME = r"[\w.-]*(?:token|secret|password|passwd|api[_-]?key)[\w.-]*"
ASSIGNED = re.compile(rf"\b({NAME})[\"']?\s*[:=]\s*([\"']?)([A-Za-z0-9_-]{{20,}})\2(?=[\s;,}}]|$)", re.I)
BEARER = re.compile(r"\bBearer ([A-Za-z0-9_-]{20,})(?=[\s\"']|$)")
NO_SECRET = re.compile(r"hash|digest|sha\d+|fingerprint|(?:url|name|id|hint)$", re.I)
PLACEHOLDER = re.compile(r"example|change-?me|\$\{?\w|\{|<.*>|%.*%", re.I)
WORDS = {"password", "secret", "pass", "pw"}


def is_placeholder(value):
    return bool(PLACEHOLDER.search(value)) or value.lower() in WORDS or len(set(value)) <= 2


def bits(text):
    return -sum(n / len(text) * math.log2(n / len(text)) for n in Counter(text).values())


def is_random(value):
    mixed = all(re.search(kind, value) for kind in ("[0-9]", "[a-z]", "[A-Z]"))
    return mixed and not HEX.fullmatch(value) and bits(value) >= 3.5


def key_secrets(text):
    return [one for one in KEY_SECRET.findall(text) if not HEX.fullmatch(one) and "EXAMPLE" not in one]


def find(lines):
    """Pairs of a line's number and a kind."""
    secrets = set()
    for number, line in enumerate(lines, 1):
        near = "\n".join(lines[max(0, number - 6) : number + 5])
        for key_id in KEY_ID.findall(line):
            if not key_id.endswith("EXAMPLE") and key_secrets(near):
                secrets |= set(key_secrets(near))
                yield number, "aws-key"
    for number, line in enumerate(lines, 1):
        if begin := PRIVATE_KEY.search(line):
            block = line[begin.end() :].replace("\\n", "\n") + "\n" + "\n".join(lines[number:])
            body = re.match(r"[A-Za-z0-9+/=\s]*", block.partition("-----")[0]).group()
            if len(re.sub(r"\s", "", body)) >= 60:
                yield number, "private-key"
        if any(not is_placeholder(one) for one in CONNECTION.findall(line)):
            yield number, "connection-string"
        assigned = [value for name, _, value in ASSIGNED.findall(line) if not NO_SECRET.search(name)]
        for value in assigned + BEARER.findall(line):
            if value not in secrets and not is_placeholder(value) and is_random(value):
                yield number, "token"


def main():
    findings = []
    for path in sorted(one for one in Path("src").rglob("*") if one.is_file()):
        content = path.read_bytes()
        if b"\0" in content:
            continue
        lines = content.decode("utf-8", "replace").splitlines()
        if "fixtures" in path.parent.parts and lines and "fake-secrets: reviewed" in lines[0]:
            continue
        found = sorted(set(find(lines)))
        findings += [{"path": path.as_posix(), "line": line, "kind": kind} for line, kind in found]
    json.dump({"findings": findings}, sys.stdout, indent=1)
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
