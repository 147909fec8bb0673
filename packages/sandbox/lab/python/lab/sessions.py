"""Sessions kept on the server, found by a cookie."""

import secrets

COOKIE = "session"

_kept = {}


def get(request):
    """The data (a dict) of the session that the request's cookie names, or None. Changes to it stay."""
    return _kept.get(request.cookies.get(COOKIE, ""))


def start(response, data=None, id=None, **cookie):
    """Begins a session and sends its cookie: a new random id, HttpOnly, Secure, SameSite=Lax.

    Other attributes are those of `response.set_cookie`. Returns the data.
    """
    id = id or secrets.token_hex(16)
    _kept[id] = {} if data is None else data
    response.set_cookie(COOKIE, id, **{"http_only": True, "secure": True, "same_site": "Lax", **cookie})
    return _kept[id]


def end(request, response):
    """Ends the session on the server and in the browser."""
    _kept.pop(request.cookies.get(COOKIE, ""), None)
    response.set_cookie(COOKIE, "", max_age=0)


def reset():
    """No session is open."""
    _kept.clear()
