"""Listings and the pictures that belong to them, as the catalogue team keeps them."""

from lab import sql


def create_tables():
    sql.connect().executescript(
        """
        CREATE TABLE listings (id INTEGER PRIMARY KEY, seller_id INTEGER NOT NULL, title TEXT);
        CREATE TABLE pictures (listing_id INTEGER PRIMARY KEY, content BLOB, kind TEXT, source TEXT);
        """
    )


def find(listing_id):
    return sql.connect().execute("SELECT * FROM listings WHERE id = ?", [listing_id]).fetchone()


def keep_picture(listing_id, content, kind, source):
    sql.connect().execute(
        "INSERT OR REPLACE INTO pictures VALUES (?, ?, ?, ?)", [listing_id, content, kind, source]
    )


def picture_of(listing_id):
    query = "SELECT * FROM pictures WHERE listing_id = ?"
    return sql.connect().execute(query, [listing_id]).fetchone()
