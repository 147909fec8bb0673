"""Password hashes: salted PBKDF2 with SHA-256."""

import base64
import hmac
import secrets

from .crypto import pbkdf2_hmac

# Few, so that tests are quick; a service takes 600,000.
ROUNDS = 10_000


def hash(password):
    """`pbkdf2_sha256$rounds$salt$hash`, with a new random salt."""
    salt = secrets.token_bytes(16)
    derived = pbkdf2_hmac("sha256", password.encode(), salt, ROUNDS)
    parts = (base64.b64encode(one).decode() for one in (salt, derived))
    return f"pbkdf2_sha256${ROUNDS}${'$'.join(parts)}"


def verify(password, stored):
    """Whether this is the password that was hashed. Compares in constant time."""
    try:
        name, rounds, salt, expected = stored.split("$")
        salt, expected = base64.b64decode(salt), base64.b64decode(expected)
        if name != "pbkdf2_sha256":
            return False
        return hmac.compare_digest(pbkdf2_hmac("sha256", password.encode(), salt, int(rounds)), expected)
    except (AttributeError, ValueError):
        return False
