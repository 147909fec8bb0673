"""Answers that are errors."""

from http import HTTPStatus


def reason(status):
    """The standard words of a status, such as "Not Found"."""
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Unknown"


class HttpError(Exception):
    """Ends a request with a status and a message."""

    def __init__(self, status, message=None):
        self.status = status
        self.message = message or reason(status).lower()
        super().__init__(f"{status} {self.message}")


def abort(status, message=None):
    """Ends the request: raises HttpError."""
    raise HttpError(status, message)
