"""The small libraries that Python drills import. Each test starts from a fresh state."""

from . import auth, chance, clock, crypto, sessions, shell, sql
from ._host import reset as _reset_world


def reset():
    """Gives every part of the lab a fresh state: an empty database, nobody signed in, real time, a fresh world."""
    sql.reset()
    auth.reset()
    sessions.reset()
    clock.reset()
    chance.reset()
    shell.install()
    crypto.install()
    _reset_world()
