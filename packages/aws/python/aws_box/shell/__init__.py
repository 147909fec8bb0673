"""A small shell for the terminal of an account: what people type around `aws` and `python`."""

from .shell import Shell

__all__ = ["Shell"]
