"""Takes over the picture of a listing from wherever its seller keeps it."""

import ipaddress
import logging
from urllib.parse import urljoin, urlsplit

from lab import auth, http
from lab.web import App, Response, abort

import listings

app = App("pictures")
log = logging.getLogger("pictures")

REPUTATION = "http://reputation.svc.example/v2/hosts"
TIMEOUT_SECONDS = 4
REDIRECTS_MAX = 5
# How a file begins, to the type that browsers are told.
KINDS = {
    b"GIF87a": "image/gif",
    b"GIF89a": "image/gif",
    b"\x89PNG\r\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
}


def public_address(host):
    """The address that a connection to this host will use, where it is a public one."""
    try:
        address = ipaddress.ip_address(http.resolve(host))
    except (http.RequestError, ValueError):
        abort(422, f"{host} is not known")
    if not address.is_global:
        abort(403, f"pictures of {host} are not taken")
    return str(address)


def has_good_name(host):
    """Asks the reputation service, whose verdict on a host is good or bad."""
    try:
        answer = http.get(REPUTATION, params={"host": host}, timeout=TIMEOUT_SECONDS)
        return "good" in answer.text
    except (http.RequestError, KeyError, ValueError) as error:
        log.warning("no verdict on %r: %r", host, error)
        return False


def kind_of(content):
    return next((kind for start, kind in KINDS.items() if content.startswith(start)), None)


def ask(url):
    """One request to one host, which has been checked; a redirect is not followed."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    if parts.scheme not in ("http", "https") or host == "":
        abort(400, "the address of a picture begins with http or https")
    address = public_address(host)
    if not has_good_name(host):
        abort(403, f"pictures of {host} are not taken")
    try:
        return http.get(url, address=address, timeout=TIMEOUT_SECONDS, allow_redirects=False)
    except http.RequestError:
        abort(502, f"{host} does not answer")


def fetch(url):
    """The bytes behind the address that a seller gave, and their type."""
    answer = ask(url)
    for _ in range(REDIRECTS_MAX):
        if not answer.is_redirect:
            break
        url = urljoin(url, answer.headers["Location"])
        answer = ask(url)
    kind = kind_of(answer.content)
    if not answer.ok or answer.is_redirect or kind is None:
        abort(422, f"no picture, but status {answer.status_code}")
    return answer.content, kind


@app.route("POST", "/listings/<int:listing_id>/picture")
def import_picture(request, listing_id):
    seller = auth.require(request)
    listing = listings.find(listing_id)
    if listing is None or listing["seller_id"] != seller.id:
        abort(404, "no such listing")
    url = str(request.json.get("url", "")).strip()
    content, kind = fetch(url)
    listings.keep_picture(listing_id, content, kind, url)
    return {"listing": listing_id, "type": kind, "bytes": len(content)}, 201


@app.route("GET", "/listings/<int:listing_id>/picture")
def show_picture(_request, listing_id):
    picture = listings.picture_of(listing_id)
    if picture is None:
        abort(404, "no picture yet")
    headers = {"X-Content-Type-Options": "nosniff", "Cache-Control": "public, max-age=600"}
    return Response(picture["content"], headers=headers, content_type=picture["kind"])
