"""How a program of the shell says no."""

from getopt import GetoptError, gnu_getopt


class Complaint(Exception):
    """One line on standard error, and an exit code."""

    def __init__(self, message, code=1):
        super().__init__(message)
        self.code = code


def options(args, short, *long):
    """(set of flags and { flag: value }, other arguments) as getopt takes them. Raises Complaint."""
    try:
        found, rest = gnu_getopt(list(args), short, list(long))
    except GetoptError as error:
        raise Complaint(str(error), 2) from None
    return dict(found), rest


def count(text, flag):
    """A whole number of an option. Raises Complaint."""
    try:
        return int(text)
    except ValueError:
        raise Complaint(f"{flag} takes a number, not {text!r}", 2) from None
