from flask import Blueprint, abort, g, jsonify

from .database import pool
from .sessions import signed_in

coupons = Blueprint("coupons", __name__)


@coupons.post("/coupons/<code>/redeem")
@signed_in
def redeem(code):
    with pool.connection() as db, db.transaction():
        coupon = db.execute(
            "SELECT id, uses_left, cents FROM coupon WHERE code = %s",
            (code,),
        ).fetchone()
        if coupon is None:
            abort(404)
        if coupon.uses_left < 1:
            abort(409)
        db.execute(
            "UPDATE coupon SET uses_left = %s WHERE id = %s",
            (coupon.uses_left - 1, coupon.id),
        )
        balance = db.execute(
            "UPDATE account SET cents = cents + %s WHERE customer = %s"
            " RETURNING cents",
            (coupon.cents, g.customer_id),
        ).fetchone()
    return jsonify(cents=balance.cents)
