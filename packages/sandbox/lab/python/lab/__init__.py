"""The small libraries that Python drills import. Each test starts from a fresh state."""

import random

from . import auth, clock, sql


def reset():
    """Gives every part of the lab a fresh state: an empty database, nobody signed in, real time."""
    sql.reset()
    auth.reset()
    clock.reset()
    # An interpreter restored from a memory snapshot would repeat the snapshot's random numbers.
    random.seed()
