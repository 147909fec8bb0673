"""What goes out."""

import json
import sqlite3

from .errors import reason


def _plain(value):
    """Database rows go out as objects; everything else that JSON lacks is a mistake."""
    if isinstance(value, sqlite3.Row):
        return dict(value)
    raise TypeError(f"{type(value).__name__} does not fit into JSON")


class Response:
    """A body (text or bytes), a status and headers (a dict or a list of pairs)."""

    def __init__(self, body="", status=200, headers=None, content_type="text/html; charset=utf-8"):
        self.body = body.encode() if isinstance(body, str) else bytes(body)
        self.status = status
        pairs = headers.items() if isinstance(headers, dict) else headers or []
        self.headers = [(str(name), str(value)) for name, value in pairs]
        if not any(name.lower() == "content-type" for name, _ in self.headers):
            self.headers.insert(0, ("Content-Type", content_type))

    @classmethod
    def json(cls, value, status=200, headers=None):
        """A value as JSON; database rows become objects."""
        text = json.dumps(value, default=_plain)
        return cls(text, status, headers, content_type="application/json")

    @classmethod
    def redirect(cls, url, status=302):
        """Sends the browser elsewhere."""
        return cls("", status, {"Location": url})

    @classmethod
    def of(cls, value):
        """What a handler returned: a Response, text, bytes, a dict or list, or (any of it, status)."""
        if isinstance(value, cls):
            return value
        if isinstance(value, tuple) and len(value) == 2:
            response = cls.of(value[0])
            response.status = value[1]
            return response
        if isinstance(value, (dict, list)):
            return cls.json(value)
        if isinstance(value, (str, bytes)):
            return cls(value)
        raise TypeError(f"a handler returned {type(value).__name__}, not a response")

    def set_cookie(self, name, value, **attributes):
        """Adds a cookie. Attributes: max_age, path, domain, secure, http_only, same_site."""
        parts = [f"{name}={value}", f"Path={attributes.get('path', '/')}"]
        for key, label in (("max_age", "Max-Age"), ("domain", "Domain"), ("same_site", "SameSite")):
            if attributes.get(key) is not None:
                parts.append(f"{label}={attributes[key]}")
        parts += [label for key, label in (("secure", "Secure"), ("http_only", "HttpOnly"))
                  if attributes.get(key)]
        self.headers.append(("Set-Cookie", "; ".join(parts)))

    def start(self, start_response):
        """Begins the WSGI answer. Headers with line breaks are refused, as real servers do."""
        for name, value in self.headers:
            if any(char in name + value for char in "\r\n\0"):
                raise ValueError(f"header {name!r} holds a line break")
        length = ("Content-Length", str(len(self.body)))
        start_response(f"{int(self.status)} {reason(self.status)}", [*self.headers, length])
