"""Standard streams of one program: what it reads, what it prints, each up to a limit."""

import io
import sys
from contextlib import contextmanager


class _Capped(io.BytesIO):
    """Keeps the first bytes and counts the others."""

    def __init__(self, bytes_max):
        super().__init__()
        self._max = bytes_max
        self.lost = 0

    def write(self, data):
        data = bytes(data)
        room = self._max - self.tell()
        super().write(data[:room])
        self.lost += max(0, len(data) - room)
        return len(data)


class Streams:
    """Text to the program, bytes to whoever comes after it."""

    def __init__(self, stdin=b"", bytes_max=1_000_000):
        self._out, self._err = _Capped(bytes_max), _Capped(bytes_max)
        self.stdin = io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8", errors="replace")
        self.stdout = _text(self._out)
        self.stderr = _text(self._err)

    def taken(self):
        """What was printed: standard output, standard error, and how many bytes did not fit."""
        self.stdout.flush()
        self.stderr.flush()
        return self._out.getvalue(), self._err.getvalue(), self._out.lost + self._err.lost


def _text(raw):
    return io.TextIOWrapper(raw, encoding="utf-8", errors="replace", newline="", write_through=True)


@contextmanager
def standing_in(streams):
    """The interpreter's standard streams are these, for as long as the program runs."""
    kept = sys.stdin, sys.stdout, sys.stderr
    sys.stdin, sys.stdout, sys.stderr = streams.stdin, streams.stdout, streams.stderr
    try:
        yield streams
    finally:
        sys.stdin, sys.stdout, sys.stderr = kept
