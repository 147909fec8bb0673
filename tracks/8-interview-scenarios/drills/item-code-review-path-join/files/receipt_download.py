import os

from flask import Blueprint, abort, g, request, send_file

from .audit import record
from .sessions import signed_in

receipts = Blueprint("receipts", __name__)
BASE = "/srv/receipts"


@receipts.get("/receipts")
@signed_in
def download():
    name = request.args["name"]
    folder = os.path.join(BASE, str(g.customer_id))
    if ".." in name:
        abort(400)
    path = os.path.join(folder, name)
    if not os.path.isfile(path):
        abort(404)
    record("receipt.read", customer=g.customer_id)
    return send_file(path, mimetype="application/pdf")
