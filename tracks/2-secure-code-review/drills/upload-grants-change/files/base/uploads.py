"""Photos of products, as sellers and their agencies upload them."""

import secrets

import boto3
from lab import auth, sql
from lab.web import App, abort

import photos
import pictures

app = App("uploads")
s3 = boto3.client("s3")

MAX_BYTES = 10 * 1024 * 1024


def own_product(caller, product_id):
    product = sql.connect().execute("SELECT * FROM products WHERE id = ?", [product_id]).fetchone()
    if product is None or product["seller_id"] not in caller.claims["sellers"]:
        abort(404, "no such product")
    return product


@app.route("PUT", "/products/<int:product_id>/photo")
def upload_photo(request, product_id):
    caller = auth.require(request)
    product = own_product(caller, product_id)
    if len(request.body) > MAX_BYTES:
        abort(413, "at most 10 MB")
    picture = pictures.reencode(request.body)  # a new JPEG, or the answer 422
    key = f"sellers/{product['seller_id']}/photos/{secrets.token_hex(16)}.jpg"
    s3.put_object(Bucket=photos.UPLOADS, Key=key, Body=picture, ContentType="image/jpeg")
    return photos.set_photo(product["id"], key)
