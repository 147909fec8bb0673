"""The small libraries that Python drills import. Each test starts from a fresh state."""

from . import auth, chance, clock, sql


def reset():
    """Gives every part of the lab a fresh state: an empty database, nobody signed in, real time."""
    sql.reset()
    auth.reset()
    clock.reset()
    chance.reset()
