"""Routes a request to its handler."""

import re
from urllib.parse import quote

from .errors import HttpError
from .request import Request
from .response import Response

_converters = {"": (r"[^/]+", str), "int": (r"[0-9]+", int), "path": (r".+", str)}


class App:
    """A web application. `app.wsgi` serves it."""

    def __init__(self, name):
        self.name = name
        self._routes = []
        self._befores = []
        self._errors = {}

    def route(self, methods, path):
        """Registers a handler for a method (or a list of them) and a path.

        `<name>` in the path matches one segment, `<int:name>` a number, `<path:name>` the rest.
        The handler is called with the request and these values by name.
        """
        names = {methods} if isinstance(methods, str) else set(methods)
        pattern, kinds = _compile(path)

        def register(handler):
            self._routes.append((names, pattern, kinds, handler))
            return handler

        return register

    def before(self, hook):
        """Registers a function of the request that runs first; what it returns is the answer."""
        self._befores.append(hook)
        return hook

    def error(self, status):
        """Registers a function of the HttpError that makes the answer for this status."""

        def register(handler):
            self._errors[status] = handler
            return handler

        return register

    def handle(self, request):
        """The response to a request. Errors that are not HttpError leave it."""
        try:
            for hook in self._befores:
                early = hook(request)
                if early is not None:
                    return Response.of(early)
            handler, values = self._find(request)
            return Response.of(handler(request, **values))
        except HttpError as error:
            return self._answer(error)

    def wsgi(self, environ, start_response):
        """The WSGI callable. What a handler raises becomes a 500 and is kept in `lab.error`."""
        try:
            response = self.handle(Request(environ))
            response.start(start_response)
        except Exception as error:
            environ["lab.error"] = error
            response = self._answer(HttpError(500, "internal error"))
            response.start(start_response)
        return [b"" if environ["REQUEST_METHOD"] == "HEAD" else response.body]

    def _find(self, request):
        method = "GET" if request.method == "HEAD" else request.method
        allowed = set()
        for methods, pattern, kinds, handler in self._routes:
            found = pattern.fullmatch(request.path)
            if found and method in methods:
                return handler, {name: kinds[name](text) for name, text in found.groupdict().items()}
            if found:
                allowed |= methods
        raise HttpError(405 if allowed else 404, None if allowed else f"no {quote(request.path)}")

    def _answer(self, error):
        handler = self._errors.get(error.status)
        if handler is not None:
            return Response.of(handler(error))
        return Response.json({"error": error.message}, error.status)


def _compile(path):
    """A path with <name> parts as a regular expression, and how each part converts."""
    kinds = {}
    source = ""
    for index, part in enumerate(re.split(r"<((?:int:|path:)?[A-Za-z_]\w*)>", path)):
        if index % 2 == 0:
            source += re.escape(part)
            continue
        kind, _, name = part.rpartition(":")
        expression, kinds[name] = _converters[kind]
        source += f"(?P<{name}>{expression})"
    return re.compile(source, re.DOTALL), kinds
