"""Tables of checkout, and secrets. In production the secrets come from the company's vault."""

from lab import sql


def create_tables():
    sql.connect().executescript(
        """
        CREATE TABLE orders (
            id TEXT PRIMARY KEY, account INTEGER NOT NULL, total INTEGER NOT NULL,
            currency TEXT NOT NULL, status TEXT NOT NULL
        );
        CREATE TABLE balances (account INTEGER PRIMARY KEY, amount INTEGER, currency TEXT);
        CREATE TABLE callbacks (event TEXT, type TEXT, received_at REAL);
        """
    )


def callback_secrets():
    """The secret in use, and the one before it for the week after a change."""
    return [b"whsec-current-7b1f", b"whsec-previous-02ac"]
