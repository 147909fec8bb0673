"""One SQLite database in memory, the same for the whole program and empty before each test."""

import sqlite3

_open = {"connection": None}


# What a race does before and after each statement of the first request; nothing outside races.
_watch = {"before": None, "after": None}


def watch(before=None, after=None):
    """Calls these with the connection around each statement."""
    _watch.update(before=before, after=after)


def _around(method):
    """The method of a cursor, watched."""

    def watched(self, *args):
        if _watch["before"] is not None:
            _watch["before"](self.connection)
        try:
            return method(self, *args)
        finally:
            if _watch["after"] is not None:
                _watch["after"](self.connection)

    return watched


class _Cursor(sqlite3.Cursor):
    """Where every statement goes through."""

    execute = _around(sqlite3.Cursor.execute)
    executemany = _around(sqlite3.Cursor.executemany)
    executescript = _around(sqlite3.Cursor.executescript)


class _Shared(sqlite3.Connection):
    """Programs that close their connection after each request keep the database all the same."""

    def cursor(self, factory=_Cursor):
        return super().cursor(factory)

    def execute(self, *args):
        return self.cursor().execute(*args)

    def executemany(self, *args):
        return self.cursor().executemany(*args)

    def executescript(self, *args):
        return self.cursor().executescript(*args)

    def commit(self):
        super().commit()
        self._ended()

    def rollback(self):
        super().rollback()
        self._ended()

    def __exit__(self, *error):
        seen = super().__exit__(*error)
        self._ended()
        return seen

    def close(self):
        if self.in_transaction:
            self.rollback()

    def _ended(self):
        if _watch["after"] is not None:
            _watch["after"](self)


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
    watch()
    connection, _open["connection"] = _open["connection"], None
    if connection is not None:
        sqlite3.Connection.close(connection)
