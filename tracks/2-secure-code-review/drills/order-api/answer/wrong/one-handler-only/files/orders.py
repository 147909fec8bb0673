"""Order history and delivery changes for the web shop and the app, behind the API gateway."""

from lab import auth, sql
from lab.web import App, Response, abort, render

import store

app = App("orders")

PAGE = 20
PAGE_MAX = 100
SUMMARY = "id, placed_at, status, total_cents, currency"
SORTABLE = ("placed_at", "total_cents", "status")
DELIVERY = ("recipient", "street", "postcode", "city", "note")
# Risk data stays inside: it never goes to the shop or the app.
PUBLIC = [name for name in store.COLUMNS if name not in ("customer_id", "fraud_score")]
OPEN_STATES = ("open", "paid")
INVOICE = """<h1>Invoice {{ order.id }}</h1>
<p>{{ order.recipient }}, {{ order.street }}</p><b>{{ total }}</b>"""


def order_or_404(order_id):
    order = store.find_order(order_id)
    if order is None:
        abort(404, "no such order")
    return order


def readable_order(request, order_id):
    """The order, where the caller owns it or works in support; otherwise it does not exist."""
    caller = auth.require(request)
    order = order_or_404(order_id)
    if order["customer_id"] != caller.id and not caller.has_role("support"):
        abort(404, "no such order")
    return order


def as_json(order):
    number = int(order["id"])
    query = f"SELECT title, quantity FROM items WHERE order_id = {number} ORDER BY line"
    items = [dict(row) for row in sql.connect().execute(query)]
    return {**{name: order[name] for name in PUBLIC}, "items": items}


@app.route("GET", "/orders")
def list_orders(request):
    customer = auth.require(request)
    sort = request.args.get("sort", "placed_at")
    direction = request.args.get("dir", "desc")
    if sort not in SORTABLE or direction not in ("asc", "desc"):
        abort(400, "sort or dir is not one of the choices")
    limit = max(1, min(request.args.get("limit", PAGE, type=int), PAGE_MAX))
    rows = sql.connect().execute(
        f"SELECT {SUMMARY} FROM orders WHERE customer_id = ?"
        f" ORDER BY {sort} {direction}, id LIMIT {limit}",
        [customer.id],
    )
    return {"orders": [dict(row) for row in rows]}


@app.route("GET", "/orders/<int:order_id>")
def show_order(request, order_id):
    return as_json(readable_order(request, order_id))


@app.route("GET", "/orders/<int:order_id>/invoice")
def show_invoice(request, order_id):
    auth.require(request)
    order = order_or_404(order_id)
    total = f"{order['total_cents'] / 100:.2f} {order['currency']}"
    return Response(render(INVOICE, order=order, total=total))


@app.route("PATCH", "/orders/<int:order_id>/delivery")
def change_delivery(request, order_id):
    customer = auth.require(request)
    order = order_or_404(order_id)
    if order["customer_id"] != customer.id:
        abort(404, "no such order")
    if order["status"] not in OPEN_STATES:
        abort(409, "the parcel is on its way")
    body = request.json
    order.update({name: body[name] for name in DELIVERY if name in body})
    store.save_order(order)
    return as_json(order)
