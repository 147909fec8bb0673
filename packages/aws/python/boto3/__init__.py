"""A façade with boto3's names over the real botocore: clients, sessions, paginators, waiters and exceptions are
botocore's own. Resources are there for S3 and IAM, in part.
"""

import logging

import aws_box  # noqa: F401  before botocore, which it makes at home in the sandbox
from botocore import __version__

from . import exceptions, session
from .session import Session

__all__ = [
    "DEFAULT_SESSION",
    "Session",
    "__version__",
    "client",
    "exceptions",
    "resource",
    "session",
    "set_stream_logger",
    "setup_default_session",
]

DEFAULT_SESSION = None


def setup_default_session(**options):
    """Makes the session that `client` and `resource` use."""
    global DEFAULT_SESSION
    DEFAULT_SESSION = Session(**options)


def _default_session():
    if DEFAULT_SESSION is None:
        setup_default_session()
    return DEFAULT_SESSION


def client(*args, **options):
    """A client of the default session."""
    return _default_session().client(*args, **options)


def resource(*args, **options):
    """A resource of the default session."""
    return _default_session().resource(*args, **options)


def set_stream_logger(name="boto3", level=logging.DEBUG, format_string=None):
    """Prints what a logger says."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter(format_string or "%(asctime)s %(name)s [%(levelname)s] %(message)s"))
    logger = logging.getLogger(name)
    logger.setLevel(level)
    logger.addHandler(handler)
