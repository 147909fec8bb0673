"""An http step as a request."""

import base64
import json
from urllib.parse import urlencode

BOUNDARY = "----lab-7f3a91c2d4e8"


def request_of(step, tokens, jars):
    """(method, path, headers, body) of a step. A principal that nobody is raises KeyError."""
    method, path = step.get("method", "GET"), step["path"]
    headers = list((step.get("headers") or {}).items())
    if step.get("as") is not None:
        headers.append(("Authorization", f"Bearer {tokens[step['as']]}"))
    if step.get("query"):
        path += ("&" if "?" in path else "?") + urlencode(step["query"])
    kind, body = _body(step)
    if body:
        _default(headers, "Content-Type", kind)
    cross = bool(step.get("cross"))
    if step.get("jar") is not None or cross:
        _browser(headers, method, cross)
    if step.get("jar") is not None:
        mode = next((value for name, value in headers if name.lower() == "sec-fetch-mode"), "navigate")
        cookies = jars[step["jar"]].header(path, cross, method == "GET" and mode == "navigate")
        if cookies is not None:
            _default(headers, "Cookie", cookies)
    return method, path, headers, body


def _browser(headers, method, cross):
    """What a browser adds by itself."""
    if method != "GET":
        _default(headers, "Origin", "https://evil.example" if cross else "https://shop.example")
    _default(headers, "Sec-Fetch-Site", "cross-site" if cross else "same-origin")


def _default(headers, name, value):
    if not any(one.lower() == name.lower() for one, _ in headers):
        headers.append((name, value))


def _body(step):
    """(content type, bytes)."""
    if "json" in step:
        return "application/json", json.dumps(step["json"]).encode("utf-8", "surrogatepass")
    if step.get("form") is not None:
        return "application/x-www-form-urlencoded", urlencode(step["form"]).encode()
    if step.get("upload") is not None:
        return f"multipart/form-data; boundary={BOUNDARY}", _multipart(step["upload"])
    if step.get("base64") is not None:
        return "application/octet-stream", base64.b64decode(step["base64"])
    return "text/plain", (step.get("body") or "").encode("utf-8", "surrogatepass")


def _multipart(fields):
    parts = []
    for name, field in fields.items():
        head = f'Content-Disposition: form-data; name="{name}"'
        content = field.encode() if isinstance(field, str) else b""
        if not isinstance(field, str):
            kind = field.get("type") or "application/octet-stream"
            head += f'; filename="{field["name"]}"\r\nContent-Type: {kind}'
            given = field.get("base64")
            content = base64.b64decode(given) if given is not None else (field.get("text") or "").encode()
        parts.append(f"--{BOUNDARY}\r\n{head}\r\n\r\n".encode() + content + b"\r\n")
    return b"".join([*parts, f"--{BOUNDARY}--\r\n".encode()])
