"""curl, as far as the account has something to ask."""

import sys

from ...host import call
from .complaint import Complaint


def curl(args, shell):
    """Metadata services and the addresses of functions, from where this shell is."""
    try:
        ran = call({"curl": list(args)})
    except ConnectionError as error:
        raise Complaint(str(error), 7) from None
    saved = ran.get("saved")
    if saved and saved["path"] != "/dev/null":
        with open(saved["path"], "w", encoding="utf-8", newline="") as file:
            file.write(saved["text"])
    print(ran["stdout"], end="")
    print(ran["stderr"], end="", file=sys.stderr)
    return ran["code"]


PROGRAMS = {"curl": curl}
