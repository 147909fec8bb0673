"""Bodies of multipart/form-data (RFC 7578)."""

import re

from .errors import abort

PARTS_MAX = 100

_boundary = re.compile(r'boundary=(?:"([^"]{1,70})"|([^\s;]{1,70}))', re.IGNORECASE)
_attribute = re.compile(r'\b(name|filename)="((?:[^"\\]|\\.)*)"', re.IGNORECASE)


class Upload:
    """A file as it was sent: `filename` and `content_type` are the sender's words, `data` the bytes."""

    def __init__(self, filename, content_type, data):
        self.filename = filename
        self.content_type = content_type
        self.data = data

    def save(self, path):
        """Writes the file."""
        with open(path, "wb") as file:
            file.write(self.data)


def parts_of(content_type, body):
    """(name, bytes or Upload) for each part; answers 400 where the body has no such shape."""
    found = _boundary.search(content_type)
    if not found:
        abort(400, "the body has no boundary")
    mark = b"--" + (found[1] or found[2]).encode()
    pieces = (b"\r\n" + body).split(b"\r\n" + mark)[1:]
    if not pieces or len(pieces) > PARTS_MAX or not pieces[-1].startswith(b"--"):
        abort(400, "the body is not multipart/form-data")
    return [_part(piece) for piece in pieces[:-1]]


def _part(piece):
    head, gap, data = piece.lstrip(b" \t").removeprefix(b"\r\n").partition(b"\r\n\r\n")
    headers = {}
    for line in head.decode("utf-8", "replace").split("\r\n"):
        name, _, value = line.partition(":")
        headers[name.strip().lower()] = value.strip()
    named = {key.lower(): value for key, value in _attribute.findall(headers.get("content-disposition", ""))}
    if not gap or "name" not in named:
        abort(400, "a part has no name")
    if "filename" not in named:
        return named["name"], data
    return named["name"], Upload(named["filename"], headers.get("content-type", "text/plain"), data)
