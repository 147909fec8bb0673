"""Callbacks of the card processor: captures release orders, refunds go to the gift balance.

Processor-Signature: t=<seconds since 1970>,v1=<hex>[,v1=<hex>]
v1 is HMAC-SHA256 over "<t>.<raw body>"; there are two while the processor changes its secret.
"""

import hashlib
import hmac

from lab import clock, sql
from lab.web import App, abort

import ledger

app = App("callbacks")

TOLERANCE_S = 300


def parse_signature(header):
    fields = [part.partition("=") for part in header.split(",")]
    stamp = next((value for name, _, value in fields if name == "t"), "")
    return stamp, [value for name, _, value in fields if name == "v1"]


def is_known(signature, message):
    """Whether one of our secrets made it: the current one, or the one before."""
    return any(
        hmac.compare_digest(
            signature.encode(), hmac.new(secret, message, hashlib.sha256).hexdigest().encode()
        )
        for secret in ledger.callback_secrets()
    )


def authenticate(request):
    stamp, signatures = parse_signature(request.headers.get("Processor-Signature", ""))
    message = stamp.encode() + b"." + request.body
    if not any(is_known(signature, message) for signature in signatures):
        abort(401, "unknown signature")
    try:
        age = clock.now() - int(stamp)
    except ValueError:
        abort(401, "no time")
    if abs(age) > TOLERANCE_S:
        abort(401, "too old")


def find_order(db, number):
    order = db.execute("SELECT * FROM orders WHERE id = ?", [number]).fetchone()
    if order is None:
        abort(404, "no such order")
    return order


def release_order(db, data):
    order = find_order(db, data["order"])
    if data["currency"] != order["currency"]:
        abort(409)
    if data["amount"] < order["total"]:
        abort(409, "paid less than the total")
    db.execute("UPDATE orders SET status = 'paid' WHERE id = ? AND status = 'open'", [order["id"]])


def credit_refund(db, data):
    order = find_order(db, data["order"])
    if data["currency"] != order["currency"]:
        abort(409)
    if not 0 < data["amount"] <= order["total"]:
        abort(409, "refund exceeds the order")
    query = "UPDATE balances SET amount = amount + ? WHERE account = ?"
    db.execute(query, [data["amount"], order["account"]])


HANDLERS = {"payment.captured": release_order, "refund.completed": credit_refund}


@app.route("POST", "/callbacks/processor")
def receive(request):
    authenticate(request)
    event = request.json
    db = sql.connect()
    handler = HANDLERS.get(event["type"])
    if handler is None:
        # New kinds of event must not make the processor deliver for three days.
        return {"ignored": event["type"]}
    if db.execute("SELECT 1 FROM callbacks WHERE event = ?", [event["id"]]).fetchone():
        return {"received": event["id"]}
    handler(db, event["data"])
    db.execute("INSERT INTO callbacks VALUES (?, ?, ?)", [event["id"], event["type"], clock.now()])
    return {"received": event["id"]}
