"""The account's clock: `time.sleep` lets it pass at once, and the interpreter's time follows it."""

import math
import time

from .host import call

_really_sleep = time.sleep

# The account lets a day pass at once.
DAY_SECONDS = 86_400
SLEEP_MAX_SECONDS = 366 * DAY_SECONDS


def install():
    """Leads time.sleep here."""
    time.sleep = sleep


def sleep(seconds):
    """As time.sleep, in the account's time."""
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    seconds = min(seconds, SLEEP_MAX_SECONDS)
    # This interpreter's time runs on between requests, the account's does not: a sleep is never shorter than asked.
    awake = (time.time() + seconds) * 1000
    try:
        now = call({"clock": True})["now"]
        while seconds > 0:
            now = call({"sleep": min(seconds, DAY_SECONDS)})["now"]
            seconds -= DAY_SECONDS
        # Whole milliseconds are set: rounded up, for the same reason.
        _set(math.ceil(max(now, awake)))
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
