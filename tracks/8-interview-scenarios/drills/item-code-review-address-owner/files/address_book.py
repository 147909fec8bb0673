from flask import Blueprint, g, jsonify, request

from .models import Address, db
from .sessions import signed_in

addresses = Blueprint("addresses", __name__)
FIELDS = ("street", "postcode", "city")


def mine():
    return Address.query.filter_by(customer_id=g.customer_id)


@addresses.get("/addresses")
@signed_in
def list_all():
    return jsonify([address.as_dict() for address in mine()])


@addresses.get("/addresses/<int:address_id>")
@signed_in
def show(address_id):
    address = mine().filter_by(id=address_id).first_or_404()
    return jsonify(address.as_dict())


@addresses.put("/addresses/<int:address_id>")
@signed_in
def change(address_id):
    address = db.get_or_404(Address, address_id)
    for field in FIELDS:
        if field in request.json:
            setattr(address, field, request.json[field])
    db.session.commit()
    return jsonify(address.as_dict())
