"""AES-GCM, and the slow hashes that this interpreter lacks."""

import base64
import hashlib
import hmac
import secrets

from ._host import call


class InvalidTag(Exception):
    """What was sealed was changed, or key, nonce or aad is another."""


def _text(data):
    return base64.b64encode(bytes(data)).decode()


def _bytes(reply, name="data"):
    return base64.b64decode(reply[name])


def seal(key, nonce, plaintext, aad=b""):
    """Encrypts and authenticates: the ciphertext with its tag of 16 bytes. The key has 16 or 32 bytes."""
    asked = {"op": "seal", "key": _text(key), "nonce": _text(nonce), "data": _text(plaintext), "aad": _text(aad)}
    reply = call("crypto", asked)
    return _bytes(reply) + _bytes(reply, "tag")


def open(key, nonce, sealed, aad=b""):
    """The plaintext. Raises InvalidTag."""
    sealed = bytes(sealed)
    asked = {"op": "open", "key": _text(key), "nonce": _text(nonce), "aad": _text(aad)}
    reply = call("crypto", {**asked, "data": _text(sealed[:-16]), "tag": _text(sealed[-16:])})
    if "error" in reply:
        raise InvalidTag(reply["error"]["message"])
    return _bytes(reply)


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    """As in hashlib."""
    length = dklen or hashlib.new(hash_name).digest_size
    asked = {"op": "pbkdf2", "algorithm": hash_name, "password": _text(password), "salt": _text(salt)}
    return _bytes(call("crypto", {**asked, "iterations": iterations, "length": length}))


def scrypt(password, *, salt, n, r, p, maxmem=0, dklen=64):
    """As in hashlib."""
    asked = {"op": "scrypt", "password": _text(password), "salt": _text(salt)}
    return _bytes(call("crypto", {**asked, "n": n, "r": r, "p": p, "length": dklen}))


def random(length):
    """Random bytes that nobody can predict."""
    return secrets.token_bytes(length)


def equal(one, other):
    """Whether two texts or byte strings are the same, in a time that does not depend on where they differ."""
    one, other = (value.encode() if isinstance(value, str) else bytes(value) for value in (one, other))
    return hmac.compare_digest(one, other)


def install():
    """Gives hashlib what it has elsewhere."""
    hashlib.pbkdf2_hmac = pbkdf2_hmac
    hashlib.scrypt = scrypt
