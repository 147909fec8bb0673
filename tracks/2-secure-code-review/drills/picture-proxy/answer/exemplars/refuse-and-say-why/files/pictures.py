"""Takes over the picture of a listing from wherever its seller keeps it."""

import ipaddress
import logging
import re
from urllib.parse import urljoin

from lab import auth, http
from lab.web import App, Response, abort

import listings

app = App("pictures")
log = logging.getLogger("pictures")

REPUTATION = "http://reputation.svc.example/v2/hosts"
TIMEOUT_SECONDS = 4
# How a file begins, to the type that browsers are told.
KINDS = {
    b"GIF87a": "image/gif",
    b"GIF89a": "image/gif",
    b"\x89PNG\r\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
}
# Plain addresses only: names and dotted numbers, on which no two parsers disagree.
ADDRESS = re.compile(r"(?i:https?)://(?P<host>[A-Za-z0-9.-]+)(:[0-9]{1,5})?([/?#][!-~]*)?")


class Refused(Exception):
    """A picture is not taken, and why."""


def connection_to(host):
    """The public address of a host with a good name. Raises Refused; asked anew for every hop."""
    try:
        address = http.resolve(host)
        verdict = http.get(REPUTATION, params={"host": host}, timeout=TIMEOUT_SECONDS)
        is_good = verdict.ok and verdict.json().get("verdict") == "good"
    except (http.RequestError, AttributeError, ValueError) as error:
        log.warning("no verdict on %r: %r", host, error)
        raise Refused("this host cannot be checked now, please try again later") from error
    parsed = ipaddress.ip_address(address)
    if not is_good or not parsed.is_global or parsed.is_multicast:
        raise Refused("pictures of this host are not taken")
    return address


def kind_of(content):
    return next((kind for start, kind in KINDS.items() if content.startswith(start)), None)


def follow(url, hops_left=5):
    """The answer at the end of the redirects."""
    match = ADDRESS.fullmatch(url)
    if match is None:
        raise Refused("the address of a picture begins with http or https and names a host")
    address = connection_to(match["host"].lower())
    answer = http.get(url, address=address, timeout=TIMEOUT_SECONDS, allow_redirects=False)
    if not answer.is_redirect:
        return answer
    if hops_left == 0:
        raise Refused("the address is redirected too often")
    return follow(urljoin(url, answer.headers["location"]), hops_left - 1)


def fetch(url):
    """The bytes behind the address that a seller gave, and their type."""
    try:
        answer = follow(url)
    except Refused as refusal:
        abort(422, str(refusal))
    except http.RequestError:
        abort(502, "the host does not answer")
    kind = kind_of(answer.content)
    if not answer.ok or kind is None:
        abort(422, "there is no picture at this address")
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
