"""Sends a request to a WSGI callable without a socket."""

import io
from urllib.parse import unquote_to_bytes


class Answer:
    """What came back: status, headers (pairs), body (bytes), and the error that left the program."""

    def __init__(self, status, headers, body, error=None):
        self.status = status
        self.headers = headers
        self.body = body
        self.error = error


def environment(method, target, headers, body):
    """The WSGI environment that a server makes of a request. The path is decoded once."""
    path, _, query = target.partition("?")
    environ = {
        "REQUEST_METHOD": method,
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote_to_bytes(path).decode("latin-1"),
        "QUERY_STRING": query,
        "SERVER_NAME": "shop.example",
        "SERVER_PORT": "443",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "203.0.113.10",
        "HTTP_HOST": "shop.example",
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "https",
        "wsgi.input": io.BytesIO(body),
        "wsgi.errors": io.StringIO(),
        "wsgi.multithread": False,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }
    for name, value in headers:
        key = name.upper().replace("-", "_")
        plain = key in ("CONTENT_TYPE", "CONTENT_LENGTH")
        environ[key if plain else f"HTTP_{key}"] = value
    return environ


def send(wsgi, environ):
    """Calls the application and collects its Answer."""
    begun = {"status": "500 nothing", "headers": []}

    def start_response(status, headers, _exc_info=None):
        begun.update(status=status, headers=headers)
        return lambda _chunk: None

    chunks = wsgi(environ, start_response)
    body = b"".join(bytes(chunk) for chunk in chunks)
    status = int(begun["status"].split(" ", 1)[0])
    headers = [(str(name), str(value)) for name, value in begun["headers"]]
    return Answer(status, headers, body, environ.get("lab.error"))
