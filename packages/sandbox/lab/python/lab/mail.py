"""Mail, kept for tests to read."""

from ._host import call


def send(to, subject, body):
    """Sends a mail."""
    call("mail", {"to": str(to), "subject": str(subject), "body": str(body)})
