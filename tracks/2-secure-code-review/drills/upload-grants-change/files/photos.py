"""Which photo a product shows. Shoppers load it from the shop's own address, below /media/."""

import boto3
from lab import sql

s3 = boto3.client("s3")

UPLOADS = "market-seller-uploads"
PUBLIC = "market-public-media"


def set_photo(product_id, key):
    """Shows the object under `key`, which was stored by this service, and drops the one before."""
    db = sql.connect()
    before = db.execute("SELECT photo_key FROM products WHERE id = ?", [product_id]).fetchone()
    source = {"Bucket": UPLOADS, "Key": key}
    s3.copy_object(Bucket=PUBLIC, Key=f"p/{product_id}", CopySource=source)
    db.execute("UPDATE products SET photo_key = ? WHERE id = ?", [key, product_id])
    if before["photo_key"]:
        s3.delete_object(Bucket=UPLOADS, Key=before["photo_key"])
    return {"photo": f"/media/p/{product_id}"}
