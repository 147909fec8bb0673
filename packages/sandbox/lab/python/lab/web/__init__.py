"""A small web framework: routes, requests, responses, templates. Served through WSGI."""

from .app import App
from .errors import HttpError, abort
from .request import Request
from .response import Response
from .template import escape, render, safe

__all__ = ["App", "HttpError", "Request", "Response", "abort", "escape", "render", "safe"]
