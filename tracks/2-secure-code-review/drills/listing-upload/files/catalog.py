"""Listings and their pictures, as the catalogue team stores them."""

from lab import sql

COLUMNS = ("id", "seller_id", "title", "cents", "status", "note", "decided_by")
MODERATION_ROLES = ("moderator", "screening")


def create_tables():
    sql.connect().executescript(
        """
        CREATE TABLE listings (
            id INTEGER PRIMARY KEY, seller_id INTEGER NOT NULL, title TEXT, cents INTEGER,
            status TEXT NOT NULL DEFAULT 'waiting', note TEXT NOT NULL DEFAULT '', decided_by INTEGER
        );
        CREATE TABLE pictures (name TEXT PRIMARY KEY, listing_id INTEGER NOT NULL);
        """
    )


def may_moderate(caller):
    return any(caller.has_role(role) for role in MODERATION_ROLES)


def listing(listing_id):
    """A listing as a dict with its pictures, or None."""
    query = f"SELECT {', '.join(COLUMNS)} FROM listings WHERE id = ?"
    row = sql.connect().execute(query, [listing_id]).fetchone()
    return {**dict(row), "pictures": pictures_of([listing_id])} if row else None


def pictures_of(listing_ids):
    marks = ", ".join("?" * len(listing_ids))
    query = f"SELECT name FROM pictures WHERE listing_id IN ({marks}) ORDER BY rowid"
    return [f"/pictures/{row['name']}" for row in sql.connect().execute(query, listing_ids).fetchall()]


def has_picture(name):
    query = "SELECT 1 FROM pictures WHERE name = ?"
    return sql.connect().execute(query, [name]).fetchone() is not None


def add_listing(seller_id, title, cents):
    query = "INSERT INTO listings (seller_id, title, cents) VALUES (?, ?, ?)"
    return sql.connect().execute(query, [seller_id, title, cents]).lastrowid


def add_picture(listing_id, name):
    sql.connect().execute("INSERT INTO pictures VALUES (?, ?)", [name, listing_id])


def decide(listing_id, status, caller_id, note):
    """Decides on a waiting listing; False where it was decided already."""
    query = "UPDATE listings SET status = ?, decided_by = ?, note = ? WHERE id = ? AND status = 'waiting'"
    return sql.connect().execute(query, [status, caller_id, note, listing_id]).rowcount == 1
