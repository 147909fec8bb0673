"""Order history and delivery changes for the web shop and the app, behind the API gateway."""

from lab import auth, sql
from lab.web import App, Response, abort, render

import store

app = App("orders")

PAGE = 20
PAGE_MAX = 100
SUMMARY = "id, placed_at, status, total_cents, currency"
# What the shop may ask for, to what the database is told.
SORTS = {
    "placed_at": {"asc": "placed_at ASC", "desc": "placed_at DESC"},
    "total_cents": {"asc": "total_cents ASC", "desc": "total_cents DESC"},
    "status": {"asc": "status ASC", "desc": "status DESC"},
}
DELIVERY = {"recipient", "street", "postcode", "city", "note"}
# Risk data stays inside: it never goes to the shop or the app.
PUBLIC = [name for name in store.COLUMNS if name not in ("customer_id", "fraud_score")]
OPEN_STATES = ("open", "paid")
INVOICE = """<h1>Invoice {{ order.id }}</h1>
<p>{{ order.recipient }}, {{ order.street }}</p><b>{{ total }}</b>"""


def order_for(caller, order_id, *, write=False):
    """One order out of those that the caller may open; nothing else is ever loaded."""
    everything = caller.has_role("support") and not write
    row = sql.connect().execute(
        "SELECT * FROM orders WHERE id = ? AND (customer_id = ? OR ?)",
        [order_id, caller.id, everything],
    ).fetchone()
    if row is None:
        abort(404, "no such order")
    return dict(row)


def as_json(order):
    number = int(order["id"])
    query = f"SELECT title, quantity FROM items WHERE order_id = {number} ORDER BY line"
    items = [dict(row) for row in sql.connect().execute(query)]
    return {**{name: order[name] for name in PUBLIC}, "items": items}


@app.route("GET", "/orders")
def list_orders(request):
    customer = auth.require(request)
    directions = SORTS.get(request.args.get("sort"), SORTS["placed_at"])
    ordering = directions.get(request.args.get("dir"), directions["desc"])
    limit = max(1, min(request.args.get("limit", PAGE, type=int), PAGE_MAX))
    rows = sql.connect().execute(
        f"SELECT {SUMMARY} FROM orders WHERE customer_id = ?"
        f" ORDER BY {ordering}, id LIMIT {limit}",
        [customer.id],
    )
    return {"orders": [dict(row) for row in rows]}


@app.route("GET", "/orders/<int:order_id>")
def show_order(request, order_id):
    caller = auth.require(request)
    return as_json(order_for(caller, order_id))


@app.route("GET", "/orders/<int:order_id>/invoice")
def show_invoice(request, order_id):
    caller = auth.require(request)
    order = order_for(caller, order_id)
    total = f"{order['total_cents'] / 100:.2f} {order['currency']}"
    return Response(render(INVOICE, order=order, total=total))


@app.route("PATCH", "/orders/<int:order_id>/delivery")
def change_delivery(request, order_id):
    customer = auth.require(request)
    order = order_for(customer, order_id, write=True)
    if order["status"] not in OPEN_STATES:
        abort(409, "the parcel is on its way")
    change = request.json
    if not isinstance(change, dict) or not change.keys() <= DELIVERY:
        abort(400, "only the delivery can be changed")
    order.update(change)
    store.save_order(order)
    return as_json(order)
