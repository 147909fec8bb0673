"""Sales of the marketplace and the views that sellers keep of them, as the data team stores them."""

import json

from lab import sql


def create_tables():
    sql.connect().executescript(
        """
        CREATE TABLE sales (
            seller_id INTEGER, sold_at TEXT, item TEXT, buyer TEXT, note TEXT, total_cents INTEGER
        );
        CREATE TABLE views (
            id INTEGER PRIMARY KEY, seller_id INTEGER NOT NULL, title TEXT, columns TEXT, token TEXT
        );
        """
    )


def of_seller(seller_id):
    query = "SELECT * FROM sales WHERE seller_id = ? ORDER BY sold_at"
    return sql.connect().execute(query, [seller_id]).fetchall()


def keep_view(seller_id, title, columns):
    values = [seller_id, title, json.dumps(columns)]
    query = "INSERT INTO views (seller_id, title, columns) VALUES (?, ?, ?)"
    return sql.connect().execute(query, values).lastrowid


def keep_token(view_id, token):
    sql.connect().execute("UPDATE views SET token = ? WHERE id = ?", [token, view_id])


def view_by(field, value):
    """A view by its `id` or its `token`, or None."""
    query = {"id": "SELECT * FROM views WHERE id = ?", "token": "SELECT * FROM views WHERE token = ?"}
    row = sql.connect().execute(query[field], [value]).fetchone()
    return {**dict(row), "columns": json.loads(row["columns"])} if row else None
