"""Each kind of secret is a function over the whole text of a file; lines are counted at the end."""

import hashlib
import json
import os
import re
import string
import sys
from math import log2

WORDS = re.compile(r"[A-Za-z0-9/+]+")
BASE32 = set(string.ascii_uppercase + "234567")
ADDRESS = re.compile(r"""\w[\w+]*://(?P<user>[^\s/:@"'`]*):(?P<value>[^/@"'`\n]+)@\w""")
ASSIGNMENT = re.compile(
    r"""(?P<name>[\w.-]+)["']?[ \t]*[:=][ \t]*(?P<quote>["']?)(?P<value>[\w-]+)(?P=quote)(?=[\s,;}]|\Z)"""
)
HEADER = re.compile(r"""Bearer[ ](?P<value>[\w-]+)(?=["'\s])""")
NAMES = ("token", "secret", "password", "passwd", "apikey")
OTHER_NAMES = ("hash", "sha256", "digest", "url", "name", "hint", "id")
FILLERS = ("changeme", "example", "password", "secret")


def aws_keys(text):
    """Key IDs with a secret in one of the five lines before or after."""
    words = [(match.group(), match.start()) for match in WORDS.finditer(text)]
    secrets = [(at, word) for word, at in words if is_key_secret(word, text[at + len(word) : at + len(word) + 1])]
    rows = [(line_of(text, at), word) for at, word in secrets]
    for word, at in words:
        if len(word) == 20 and word[:4] in ("AKIA", "ASIA") and set(word[4:]) <= BASE32 and "EXAMPLE" not in word:
            near = [secret for row, secret in rows if abs(row - line_of(text, at)) <= 5]
            if near:
                yield at, near


def is_key_secret(word, after):
    return len(word) == 40 and after != "=" and "EXAMPLE" not in word and not set(word) <= set("0123456789abcdef")


def private_keys(text):
    plain = text.replace("\\n", "  ")  # As long as it was, so that places stay.
    for match in re.finditer(r"-----BEGIN ([A-Z]+ )?PRIVATE KEY-----([^-]*)-----END", plain):
        body = re.sub(r"\s", "", match.group(2))
        if len(body) >= 60 and re.fullmatch(r"[A-Za-z0-9+/=]+", body):
            yield match.start()


def connections(text):
    for match in ADDRESS.finditer(text):
        value = match["value"]
        if not any(one in value for one in "${}<>%") and value.lower() not in FILLERS and len(set(value)) > 2:
            yield match.start()


def tokens(text):
    for match in ASSIGNMENT.finditer(text):
        name = re.sub(r"[^a-z0-9]", "", match["name"].lower())
        if any(one in name for one in NAMES) and not name.endswith(OTHER_NAMES):
            yield match.start("value"), match["value"]
    for match in HEADER.finditer(text):
        yield match.start("value"), match["value"]


def is_random(value):
    if len(value) < 20 or value.isupper() or value.islower() or not any(map(str.isdigit, value)):
        return False
    shares = [value.count(one) / len(value) for one in set(value)]
    return -sum(share * log2(share) for share in shares) >= 3.5


def line_of(text, at):
    return text.count("\n", 0, at) + 1


def look_at(text):
    belongs = set()
    for at, near in aws_keys(text):
        belongs.update(near)
        yield at, "aws-key", text[at : at + 20]
    for at in private_keys(text):
        yield at, "private-key", text[at : at + 200]
    for at in connections(text):
        yield at, "connection-string", text[at : at + 60]
    for at, value in tokens(text):
        if value not in belongs and is_random(value):
            yield at, "token", value


findings = []
for folder, _, names in os.walk("src"):
    for name in names:
        path = os.path.join(folder, name)
        with open(path, "rb") as file:
            content = file.read()
        text = content.decode("latin-1").replace("\r\n", "\n")
        reviewed = "fake-secrets: reviewed" in text.split("\n", 1)[0] and "fixtures" in folder.split(os.sep)
        if "\0" in text or reviewed:
            continue
        for at, kind, secret in look_at(text):
            # A hash tells whether two findings are one secret. It is cut, so that nobody tries words against it.
            fingerprint = hashlib.sha256(secret.encode()).hexdigest()[:8]
            findings.append({"path": path, "line": line_of(text, at), "kind": kind, "fingerprint": fingerprint})
print(json.dumps({"findings": findings}))
print(len(findings), "found", file=sys.stderr)
sys.exit(int(bool(findings)))
