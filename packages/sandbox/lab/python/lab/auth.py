"""Who is signed in. Requests carry `Authorization: Bearer <token>`; the tokens are kept here."""

import secrets

from .web.errors import abort

_tokens = {}


class Principal:
    """Somebody who is signed in: `id`, `roles` (a set of names) and `claims` (a dict)."""

    def __init__(self, id, roles=(), claims=None):
        self.id = id
        self.roles = frozenset(roles)
        self.claims = dict(claims or {})

    def has_role(self, name):
        """Whether the principal holds the role."""
        return name in self.roles

    def __repr__(self):
        return f"Principal({self.id!r}, roles={sorted(self.roles)})"


def sign_in(principal):
    """A new bearer token for the principal."""
    token = secrets.token_hex(16)
    _tokens[token] = principal
    return token


def current(request):
    """The principal who sent the request, or None."""
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    return _tokens.get(token.strip()) if scheme.lower() == "bearer" else None


def require(request):
    """The principal who sent the request; answers 401 where nobody is signed in."""
    principal = current(request)
    if principal is None:
        abort(401, "sign in first")
    return principal


def reset():
    """Nobody is signed in."""
    _tokens.clear()
