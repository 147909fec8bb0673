"""Photos of products, as sellers and their agencies upload them."""

import re

import boto3
from lab import auth, sql
from lab.web import App, abort

import photos

app = App("uploads")
s3 = boto3.client("s3")

MAX_BYTES = 10 * 1024 * 1024
NAME = re.compile(r"[a-z0-9-]{1,60}\.(jpg|png|webp)")


def own_product(caller, product_id):
    product = sql.connect().execute("SELECT * FROM products WHERE id = ?", [product_id]).fetchone()
    if product is None or product["seller_id"] not in caller.claims["sellers"]:
        abort(404, "no such product")
    return product


@app.route("POST", "/upload-grants")
def grant_upload(request):
    """A form with which the browser sends one photo to the bucket within five minutes."""
    auth.require(request)
    seller, name = int(request.json["seller"]), request.json["name"]
    if not NAME.fullmatch(name):
        abort(422, "a name such as front-view.jpg")
    return s3.generate_presigned_post(
        Bucket=photos.UPLOADS,
        Key=f"sellers/{seller}/photos/{name}",
        Conditions=[
            ["starts-with", "$Content-Type", ""],
            ["content-length-range", 1, MAX_BYTES],
        ],
        ExpiresIn=300,
    )


@app.route("PUT", "/products/<int:product_id>/photo")
def choose_photo(request, product_id):
    caller = auth.require(request)
    product = own_product(caller, product_id)
    return photos.set_photo(product["id"], request.json["key"])
