"""Tables of the pairing service. Rows older than a week are removed by a nightly job."""

from lab import sql


def create():
    sql.connect().executescript(
        """
        CREATE TABLE pairings (
            device_code TEXT, user_code TEXT, name TEXT, created_at REAL, account INTEGER
        );
        CREATE TABLE sessions (token_hash TEXT PRIMARY KEY, account INTEGER, name TEXT);
        """
    )
