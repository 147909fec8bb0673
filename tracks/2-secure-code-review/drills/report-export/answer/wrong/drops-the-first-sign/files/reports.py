"""Sales reports of sellers: views to keep and to hand on, files for spreadsheets, links for accountants."""

import csv
import hashlib
import io
import json
import secrets

from lab import auth
from lab.web import App, Response, abort

import sales

app = App("reports")

COLUMNS = ("sold_at", "item", "buyer", "note", "total_cents")
FILE_CHARS_MAX = 20_000


def own_view(request, view_id):
    seller = auth.require(request)
    view = sales.view_by("id", view_id)
    if view is None or view["seller_id"] != seller.id:
        abort(404, "no such view")
    return view


def keep(seller, title, columns):
    known = [name for name in columns if name in COLUMNS]
    if not known:
        abort(400, f"columns are some of {', '.join(COLUMNS)}")
    return {"view": sales.keep_view(seller.id, str(title)[:80], known)}, 201


def pack(view):
    """A view as JSON."""
    return json.dumps({"title": view["title"], "columns": view["columns"]})


def unpack(text):
    try:
        view = json.loads(text)
        return {"title": str(view["title"]), "columns": [str(name) for name in view["columns"]]}
    except (KeyError, TypeError, ValueError):
        abort(400, "this is no view")


def cell(value):
    """A text that a spreadsheet would calculate loses the sign that it begins with."""
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@"):
        return value[1:]
    return value


def as_csv(view):
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(view["columns"])
    for sale in sales.of_seller(view["seller_id"]):
        writer.writerow([cell(sale[name]) for name in view["columns"]])
    body = out.getvalue()
    headers = {"ETag": f'"{hashlib.sha1(body.encode()).hexdigest()}"', "Cache-Control": "private"}
    return Response(body, headers=headers, content_type="text/csv; charset=utf-8")


@app.route("POST", "/views")
def make_view(request):
    return keep(auth.require(request), request.json.get("title"), request.json.get("columns", ()))


@app.route("GET", "/views/<int:view_id>/file")
def download_view(request, view_id):
    return Response(pack(own_view(request, view_id)), content_type="text/plain")


@app.route("POST", "/views/import")
def import_view(request):
    seller = auth.require(request)
    view = unpack(request.body.decode("utf-8", "replace")[:FILE_CHARS_MAX])
    return keep(seller, view["title"], view["columns"])


@app.route("GET", "/views/<int:view_id>/csv")
def export(request, view_id):
    return as_csv(own_view(request, view_id))


@app.route("POST", "/views/<int:view_id>/link")
def make_link(request, view_id):
    view = own_view(request, view_id)
    token = secrets.token_urlsafe(24)
    sales.keep_token(view["id"], token)
    return {"link": f"/shared/{token}"}


@app.route("GET", "/shared/<token>")
def shared(_request, token):
    view = sales.view_by("token", token)
    if view is None:
        abort(404, "no such link")
    return as_csv(view)
