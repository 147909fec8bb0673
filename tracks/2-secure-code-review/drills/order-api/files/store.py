"""Tables of the order service, and how single orders are read and written."""

from lab import sql

COLUMNS = (
    "id", "customer_id", "placed_at", "status", "total_cents", "currency",
    "fraud_score", "recipient", "street", "postcode", "city", "note",
)


def create_tables():
    sql.connect().executescript(
        """
        CREATE TABLE orders (
            id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL, placed_at TEXT NOT NULL,
            status TEXT NOT NULL, total_cents INTEGER NOT NULL, currency TEXT DEFAULT 'EUR',
            fraud_score INTEGER DEFAULT 0, recipient TEXT, street TEXT, postcode TEXT,
            city TEXT, note TEXT
        );
        CREATE TABLE items (order_id INTEGER, line INTEGER, title TEXT, quantity INTEGER);
        """
    )


def find_order(order_id):
    row = sql.connect().execute("SELECT * FROM orders WHERE id = ?", [order_id]).fetchone()
    return dict(row) if row else None


def save_order(order):
    changes = ", ".join(f"{name} = :{name}" for name in COLUMNS if name != "id")
    sql.connect().execute(f"UPDATE orders SET {changes} WHERE id = :id", order)
