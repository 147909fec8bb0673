"""botocore's requests, answered by the account on the host instead of a connection."""

import base64
import io
from urllib.parse import urlsplit

from botocore import handlers, httpsession
from botocore.awsrequest import AWSResponse
from botocore.exceptions import EndpointConnectionError, HTTPClientError

from .host import call

# A request is one frame of the sandbox, which takes a million bytes; base64 makes three of them four.
BODY_BYTES_MAX = 700_000


def install():
    """Every session of botocore, whoever makes it, sends its requests here."""
    if ("before-send", send) not in handlers.BUILTIN_HANDLERS:
        handlers.BUILTIN_HANDLERS.append(("before-send", send))
        # What is left of connections: providers of credentials, which ask a metadata service.
        httpsession.URLLib3Session.send = lambda session, request: fetch(request)


def send(request, **_):
    """The response to a prepared request."""
    body = _bytes_of(request.body)
    if len(body) > BODY_BYTES_MAX:
        raise HTTPClientError(error=f"a request may have at most {BODY_BYTES_MAX // 1000} kB in this account")
    parts = urlsplit(request.url)
    headers = {_text(name).lower(): _text(value) for name, value in request.headers.items()}
    headers.setdefault("host", parts.netloc)
    asked = {
        "method": request.method,
        "url": (parts.path or "/") + (f"?{parts.query}" if parts.query else ""),
        "headers": headers,
        "body": base64.b64encode(body).decode(),
    }
    try:
        answer = call(asked)
    except ConnectionError as error:
        raise EndpointConnectionError(endpoint_url=request.url, error=error) from None
    raw = _Raw(base64.b64decode(answer["body"]))
    return AWSResponse(request.url, answer["status"], answer["headers"], raw)


def fetch(request):
    """The response of a metadata service, as code where this shell is would get it."""
    headers = {_text(name): _text(value) for name, value in request.headers.items()}
    try:
        answer = call({"fetch": {"method": request.method, "url": request.url, "headers": headers}})
    except ConnectionError as error:
        raise EndpointConnectionError(endpoint_url=request.url, error=error) from None
    return AWSResponse(request.url, answer["status"], {}, _Raw(answer["body"].encode()))


class _Raw(io.BytesIO):
    """A body as urllib3 hands it out: to be read at once, or streamed."""

    def stream(self, amt=65536, decode_content=None):
        """The rest, in parts."""
        while part := self.read(amt):
            yield part

    def read(self, amt=None, decode_content=None):
        """The next bytes."""
        return super().read(amt)


def _bytes_of(body):
    if body is None:
        return b""
    if hasattr(body, "read"):
        body = body.read()
    return body.encode() if isinstance(body, str) else bytes(body)


def _text(value):
    return value.decode("latin-1") if isinstance(value, bytes) else str(value)
