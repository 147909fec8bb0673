"""What came in."""

import json
import re
from functools import cached_property

from .errors import abort
from .multipart import Upload, parts_of
from .values import Headers, Values

# Deeper nesting overflows the stack of an interpreter in WebAssembly, which ends it.
DEPTH_MAX = 100

_string = re.compile(rb'"(?:[^"\\]|\\.)*"', re.DOTALL)


def _depth(body):
    """How deep the brackets outside strings go."""
    depth = deepest = 0
    for char in _string.sub(b"", body):
        depth += (char in b"[{") - (char in b"]}")
        deepest = max(deepest, depth)
    return deepest


class Request:
    """One request: method, path, args, form, files, json, body, headers, cookies, remote_addr."""

    def __init__(self, environ):
        self.environ = environ
        self.method = environ["REQUEST_METHOD"].upper()
        # WSGI hands the decoded path over as latin-1 text (PEP 3333).
        self.path = environ.get("PATH_INFO", "/").encode("latin-1").decode("utf-8", "replace")
        self.headers = Headers.of(environ)
        self.remote_addr = environ.get("REMOTE_ADDR", "")

    @cached_property
    def args(self):
        """Fields of the query string."""
        return Values.parse(self.environ.get("QUERY_STRING", ""))

    @cached_property
    def body(self):
        """The raw bytes."""
        length = int(self.environ.get("CONTENT_LENGTH") or 0)
        return self.environ["wsgi.input"].read(length) if length else b""

    @cached_property
    def form(self):
        """Fields of a form, sent as application/x-www-form-urlencoded or multipart/form-data."""
        kind = self._kind()
        if kind == "multipart/form-data":
            fields = ((name, one) for name, one in self._parts if not isinstance(one, Upload))
            return Values((name, one.decode("utf-8", "replace")) for name, one in fields)
        if kind != "application/x-www-form-urlencoded":
            return Values()
        return Values.parse(self.body.decode("utf-8", "replace"))

    @cached_property
    def files(self):
        """Files of a multipart/form-data body, by the name of their field."""
        if self._kind() != "multipart/form-data":
            return Values()
        return Values((name, one) for name, one in self._parts if isinstance(one, Upload))

    @cached_property
    def _parts(self):
        return parts_of(self.headers.get("Content-Type", ""), self.body)

    def _kind(self):
        return self.headers.get("Content-Type", "").partition(";")[0].strip().lower()

    @cached_property
    def json(self):
        """The body as JSON; answers 400 where it is not JSON."""
        if _depth(self.body) > DEPTH_MAX:
            abort(400, "the body is nested too deeply")
        try:
            return json.loads(self.body)
        except ValueError:
            abort(400, "the body is not JSON")

    @cached_property
    def cookies(self):
        """Name to value."""
        found = {}
        for part in self.headers.get("Cookie", "").split(";"):
            name, equals, value = part.strip().partition("=")
            if equals:
                found.setdefault(name, value.strip('"'))
        return found
