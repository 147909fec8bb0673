"""Orders, refunds, product pages and chats, as the order team keeps them. Amounts are in cents."""

from lab import sql


def create_tables():
    sql.connect().executescript(
        """
        CREATE TABLE orders (
            id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL, item TEXT,
            total_cents INTEGER NOT NULL, street TEXT
        );
        CREATE TABLE refunds (order_id INTEGER, amount_cents INTEGER, state TEXT);
        CREATE TABLE products (id INTEGER PRIMARY KEY, page TEXT);
        CREATE TABLE chats (id INTEGER PRIMARY KEY, customer_id INTEGER, message TEXT, reply TEXT);
        """
    )


def _one(query, *values):
    row = sql.connect().execute(query, values).fetchone()
    return dict(row) if row else None


def of_customer(customer_id):
    query = "SELECT * FROM orders WHERE customer_id = ? ORDER BY id"
    return [dict(row) for row in sql.connect().execute(query, [customer_id])]


def find(order_id):
    return _one("SELECT * FROM orders WHERE id = ?", order_id)


def refunded_cents(order_id):
    """What was paid back for an order so far, or waits for an agent."""
    query = "SELECT COALESCE(SUM(amount_cents), 0) AS cents FROM refunds WHERE order_id = ?"
    return _one(query, order_id)["cents"]


def pay_back(order_id, amount_cents):
    """Sends the money at once."""
    sql.connect().execute("INSERT INTO refunds VALUES (?, ?, 'paid')", [order_id, amount_cents])


def ask_agent(order_id, amount_cents):
    """Puts the refund before an agent, who decides."""
    sql.connect().execute("INSERT INTO refunds VALUES (?, ?, 'waiting')", [order_id, amount_cents])


def product_page(product_id):
    """What the seller wrote about a product."""
    return _one("SELECT page FROM products WHERE id = ?", product_id)


def keep_chat(customer_id, message, reply):
    query = "INSERT INTO chats (customer_id, message, reply) VALUES (?, ?, ?)"
    return sql.connect().execute(query, [customer_id, message, reply]).lastrowid


def find_chat(number):
    return _one("SELECT * FROM chats WHERE id = ?", number)
