"""Time as the program sees it. It runs like the real clock until a test freezes or moves it."""

import time

_state = {"frozen": None, "ahead": 0.0}


def now():
    """Seconds since 1970 in UTC, as a float."""
    start = time.time() if _state["frozen"] is None else _state["frozen"]
    return start + _state["ahead"]


def freeze(at):
    """Stops the clock at a number of seconds since 1970."""
    _state.update(frozen=float(at), ahead=0.0)


def advance(seconds):
    """Moves the clock forward."""
    _state["ahead"] += float(seconds)


def reset():
    """Back to real time."""
    _state.update(frozen=None, ahead=0.0)
