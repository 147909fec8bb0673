"""Two requests at once, made certain."""

from .. import sql


class Race:
    """Runs `second` right before the `at`th statement of the first request.

    A transaction that the first one holds keeps it waiting until that one ends; where the first makes fewer
    statements, the second follows it.
    """

    def __init__(self, at, second):
        self._at, self._second = at, second
        self._statements = 0
        self._running = False
        self._held = False
        self._result = None

    def run(self, first):
        """(first, second): what both gave."""
        sql.watch(self._before, self._after)
        try:
            seen = first()
        finally:
            sql.watch()
        if self._result is None:
            self._go()
        return seen, self._result

    def _before(self, connection):
        if not self._running and self._result is None:
            self._statements += 1
            self._try(connection)

    def _after(self, connection):
        # A transaction held the second one back; it may be over now.
        if self._held and not self._running and self._result is None:
            self._try(connection)

    def _try(self, connection):
        due = self._statements >= self._at
        self._held = due and connection.in_transaction
        if due and not self._held:
            self._go()

    def _go(self):
        self._running = True
        try:
            self._result = self._second()
        finally:
            self._running = False
