"""One SQLite database in memory, the same for the whole program and empty before each test."""

import sqlite3

_open = {"connection": None}


class _Shared(sqlite3.Connection):
    """Programs that close their connection after each request keep the database all the same."""

    def close(self):
        if self.in_transaction:
            self.rollback()


def connect():
    """The sqlite3 connection: rows by name or index, each statement committed by itself.

    Use BEGIN and COMMIT, or one statement, where several changes belong together.
    """
    if _open["connection"] is None:
        connection = sqlite3.connect(":memory:", isolation_level=None, factory=_Shared)
        connection.row_factory = sqlite3.Row
        _open["connection"] = connection
    return _open["connection"]


def settle():
    """Rolls back what a request left open, as a server does when it drops the connection."""
    connection = _open["connection"]
    if connection is not None and connection.in_transaction:
        connection.rollback()


def reset():
    """An empty database."""
    connection, _open["connection"] = _open["connection"], None
    if connection is not None:
        sqlite3.Connection.close(connection)
