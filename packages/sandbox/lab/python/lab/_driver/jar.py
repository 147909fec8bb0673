"""The cookies of one browser."""

from email.utils import parsedate_to_datetime

from .. import clock


class Jar:
    """Keeps what Set-Cookie says and gives the Cookie header of the next request."""

    def __init__(self):
        self._cookies = {}

    def keep(self, headers):
        """Takes the Set-Cookie headers of an answer; one that has expired is removed."""
        for name, value in headers:
            if name.lower() == "set-cookie":
                self._set(value)

    def _set(self, text):
        pair, *rest = text.split(";")
        name, equals, value = pair.strip().partition("=")
        if not equals or not name:
            return
        attributes = {}
        for one in rest:
            key, _, said = one.strip().partition("=")
            attributes[key.strip().lower()] = said.strip()
        if _expired(attributes):
            self._cookies.pop(name, None)
            return
        path = attributes.get("path", "/")
        same_site = attributes.get("samesite", "").lower()
        self._cookies[name] = (value.strip(), path if path.startswith("/") else "/", same_site)

    def header(self, path, cross, navigates):
        """The Cookie header, or None.

        To another site's request, SameSite=Strict is never added, Lax only where a link or an address opens a
        page; what names none is sent.
        """
        sent = []
        for name, (value, prefix, same_site) in self._cookies.items():
            held = cross and (same_site == "strict" or (same_site == "lax" and not navigates))
            if not held and _below(path.partition("?")[0], prefix):
                sent.append(f"{name}={value}")
        return "; ".join(sent) or None


def _below(path, prefix):
    return path == prefix or path.startswith(prefix if prefix.endswith("/") else prefix + "/")


def _expired(attributes):
    if "max-age" in attributes:
        try:
            return int(attributes["max-age"]) <= 0
        except ValueError:
            return False
    try:
        return parsedate_to_datetime(attributes["expires"]).timestamp() <= clock.now()
    except (KeyError, TypeError, ValueError):
        return False
