"""New listings: sellers send sheets and pictures, moderation decides what shoppers see."""

import csv
import hashlib
import io
import secrets
from pathlib import Path

from lab import auth, yaml
from lab.web import App, Response, abort

import catalog

app = App("listings")

PICTURES = Path("/srv/pictures")
KINDS = {".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png", ".gif": "image/gif"}
# Operations put this file here while the picture store moves.
PAUSED = Path("/tmp/pictures-paused")


def known(listing_id):
    return catalog.listing(listing_id) or abort(404, "no such listing")


def moderator(request):
    caller = auth.require(request)
    return caller if catalog.may_moderate(caller) else abort(403, "for moderation only")


def read_mapping(text):
    """The headings of the title and of the price in a seller's own sheet."""
    if b"!!python" in text.lower():
        abort(400, "the mapping holds a tag")
    try:
        mapping = yaml.load(text, Loader=yaml.Loader)
    except yaml.YAMLError as error:
        abort(400, f"the mapping is not YAML: {error}")
    if not isinstance(mapping, dict) or not {"title", "cents"} <= mapping.keys():
        abort(400, "the mapping names the columns of title and cents")
    return str(mapping["title"]), str(mapping["cents"])


@app.route("POST", "/imports")
def import_sheet(request):
    seller = auth.require(request)
    if not seller.has_role("seller"):
        abort(403, "sellers import listings")
    if not {"sheet", "mapping"} <= request.files.keys():
        abort(400, "a sheet and a mapping are needed")
    title, cents = read_mapping(request.files["mapping"].data)
    sheet = csv.DictReader(io.StringIO(request.files["sheet"].data.decode("utf-8-sig", "replace")))
    for heading in (title, cents):
        if heading not in (sheet.fieldnames or ()):
            abort(422, f"the sheet has no column {heading}")
    try:
        rows = [(row[title].strip()[:120], int(row[cents])) for row in sheet]
    except (AttributeError, TypeError, ValueError):
        abort(422, "a row lacks the title, or its price is not in cents")
    return {"listings": [catalog.add_listing(seller.id, *row) for row in rows]}, 201


@app.route("GET", "/listings/<int:listing_id>")
def show(request, listing_id):
    caller, listing = auth.current(request), known(listing_id)
    own = caller and (caller.id == listing["seller_id"] or catalog.may_moderate(caller))
    return listing if own or listing["status"] == "published" else abort(404, "no such listing")


@app.route("POST", "/listings/<int:listing_id>/pictures")
def add_picture(request, listing_id):
    seller, listing = auth.require(request), known(listing_id)
    if listing["seller_id"] != seller.id:
        abort(404, "no such listing")
    if PAUSED.exists():
        abort(503, "pictures are being moved")
    upload = request.files.get("picture")
    suffix = Path(upload.filename).suffix.lower() if upload else ""
    if suffix not in KINDS:
        abort(415, "a picture is a JPEG, PNG or GIF")
    name = secrets.token_urlsafe(12) + suffix
    upload.save(PICTURES / name)
    catalog.add_picture(listing_id, name)
    return {"picture": f"/pictures/{name}"}, 201


@app.route("GET", "/pictures/<name>")
def picture(request, name):
    if not catalog.has_picture(name):
        abort(404, "no such picture")
    content = (PICTURES / name).read_bytes()
    etag = f'"{hashlib.md5(content).hexdigest()}"'
    headers = {"ETag": etag, "Cache-Control": "public, max-age=604800", "X-Content-Type-Options": "nosniff"}
    if request.headers.get("If-None-Match") == etag:
        return Response("", 304, headers)
    kind = KINDS.get(Path(name).suffix, "application/octet-stream")
    return Response(content, headers=headers, content_type=kind)


@app.route("POST", "/moderation/<int:listing_id>/publication")
def publish(request, listing_id):
    caller, listing = moderator(request), known(listing_id)
    if not listing["pictures"]:
        abort(409, "a listing needs a picture")
    return decide(listing_id, "published", caller)


@app.route("POST", "/moderation/<int:listing_id>/rejection")
def reject(request, listing_id):
    caller = moderator(request)
    return decide(listing_id, "rejected", caller, request.form.get("note", ""))


def decide(listing_id, status, caller, note=""):
    if not catalog.decide(known(listing_id)["id"], status, caller.id, note[:500]):
        abort(409, "this listing was decided already")
    return {"id": listing_id, "status": status}
