"""The account's clock: `time.sleep` lets it pass at once, and the interpreter's time follows it."""

import time

from .host import call

_really_sleep = time.sleep


def install():
    """Leads time.sleep here."""
    time.sleep = sleep


def sleep(seconds):
    """As time.sleep, in the account's time."""
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    # This interpreter's time runs on between requests, the account's does not: a sleep is never shorter than asked.
    awake = (time.time() + seconds) * 1000
    try:
        _set(max(call({"sleep": seconds})["now"], awake))
    except ConnectionError:
        _really_sleep(seconds)


def follow():
    """Sets the interpreter's time to the account's; without an account it stays."""
    try:
        _set(call({"clock": True})["now"])
    except ConnectionError:
        pass


def _set(now_ms):
    with open("/dev/lab_clock", "wb", buffering=0) as device:
        device.write(str(int(now_ms)).encode())
