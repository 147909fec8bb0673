"""Requests over a network that is made up, with the interface of requests."""

import json as _json
from urllib.parse import urlencode

from ._host import call


class RequestError(Exception):
    """There was no answer."""


class ConnectionError(RequestError):
    """The name is not known, or nothing listens there."""


class InvalidURL(RequestError):
    """No host, or a scheme other than http and https."""


class TooManyRedirects(RequestError):
    """More redirects than are followed."""


class HTTPError(RequestError):
    """`raise_for_status` of an answer from 400 on."""


RequestException = RequestError
_errors = {"url": InvalidURL, "scheme": InvalidURL, "redirects": TooManyRedirects}


class _Headers(dict):
    """Headers, found in any case."""

    def __getitem__(self, name):
        return super().__getitem__(name.lower())

    def __contains__(self, name):
        return super().__contains__(name.lower())

    def get(self, name, default=None):
        return super().get(name.lower(), default)


class Response:
    """`status_code`, `text`, `content`, `headers`, `url`, `ok`, `is_redirect`, `json()`."""

    def __init__(self, reply):
        self.status_code = reply["status"]
        self.text = reply["body"]
        self.content = self.text.encode()
        self.headers = _Headers(reply["headers"])
        self.url = reply["url"]
        self.ok = self.status_code < 400
        self.is_redirect = self.status_code in (301, 302, 303, 307, 308) and "location" in self.headers

    def json(self):
        """The body as JSON."""
        return _json.loads(self.text)

    def raise_for_status(self):
        """Raises HTTPError from 400 on."""
        if not self.ok:
            raise HTTPError(f"{self.status_code} for {self.url}")


def request(method, url, **options):
    """Sends a request. Options: headers, params, data, json, timeout, allow_redirects, address.

    `address` connects there, and the name is not looked up.
    """
    headers = {str(name): str(value) for name, value in (options.get("headers") or {}).items()}
    body = options.get("data") or ""
    if options.get("json") is not None:
        body = _json.dumps(options["json"])
        headers.setdefault("Content-Type", "application/json")
    elif isinstance(body, dict):
        body = urlencode(body)
    elif isinstance(body, (bytes, bytearray)):
        body = bytes(body).decode("utf-8", "replace")
    if options.get("params"):
        url += ("&" if "?" in url else "?") + urlencode(options["params"])
    follow = options.get("allow_redirects", True)
    asked = {"method": method, "url": str(url), "headers": headers, "body": body}
    asked["redirect"] = "follow" if follow else "manual"
    if options.get("address") is not None:
        asked["address"] = options["address"]
    return Response(_answer(asked))


def get(url, **options):
    """GET."""
    return request("GET", url, **options)


def post(url, data=None, json=None, **options):
    """POST."""
    return request("POST", url, data=data, json=json, **options)


def put(url, data=None, **options):
    """PUT."""
    return request("PUT", url, data=data, **options)


def delete(url, **options):
    """DELETE."""
    return request("DELETE", url, **options)


def head(url, **options):
    """HEAD. Redirects are not followed unless it is said."""
    return request("HEAD", url, **{"allow_redirects": False, **options})


def resolve(name):
    """The address of a name; each look-up may give another. Raises RequestError."""
    return _answer({"resolve": str(name)})["address"]


def _answer(asked):
    reply = call("net", asked)
    if "error" in reply:
        raise _errors.get(reply["error"]["type"], ConnectionError)(reply["error"]["message"])
    return reply
