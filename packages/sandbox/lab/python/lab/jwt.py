"""JSON Web Tokens, with the interface of PyJWT. HS256, HS384, HS512 and none."""

import base64
import hashlib
import hmac
import json

from . import clock

_hashes = {"HS256": hashlib.sha256, "HS384": hashlib.sha384, "HS512": hashlib.sha512}


class InvalidTokenError(Exception):
    """The token is not to be trusted."""


class DecodeError(InvalidTokenError):
    """It is no token."""


class InvalidSignatureError(DecodeError):
    """The signature does not fit."""


class InvalidAlgorithmError(InvalidTokenError):
    """Its algorithm is not one of those allowed."""


class ExpiredSignatureError(InvalidTokenError):
    """`exp` is over."""


class ImmatureSignatureError(InvalidTokenError):
    """`nbf` is still to come."""


class InvalidAudienceError(InvalidTokenError):
    """It is meant for another."""


class InvalidIssuerError(InvalidTokenError):
    """It comes from another."""


class MissingRequiredClaimError(InvalidTokenError):
    """A claim that is asked for is absent."""


def encode(claims, key, algorithm="HS256", headers=None):
    """A signed token. Dates among the claims become seconds."""
    claims = {name: _seconds(value) for name, value in claims.items()}
    header = {"typ": "JWT", **(headers or {}), "alg": algorithm}
    signed = ".".join(_pack(json.dumps(one, separators=(",", ":")).encode()) for one in (header, claims))
    return f"{signed}.{_pack(_signature(algorithm, key, signed))}"


def get_unverified_header(token):
    """The header. Nothing is verified."""
    return _take_apart(token)[0]


def decode(token, key="", algorithms=None, audience=None, issuer=None, options=None, leeway=0):
    """The claims. Raises InvalidTokenError.

    Options: verify_signature, verify_exp, verify_nbf, verify_aud, verify_iss (True), require (a list of claims).
    Without verify_signature, nothing else is verified either.
    """
    options = options or {}
    header, claims, signed, signature = _take_apart(token)
    verified = options.get("verify_signature", True)
    if verified:
        _check_signature(header, signed, signature, (key, algorithms))
    wanted = {name: options.get(f"verify_{name}", verified) for name in ("exp", "nbf", "aud", "iss")}
    for name in options.get("require", ()):
        if claims.get(name) is None:
            raise MissingRequiredClaimError(f"the token has no {name}")
    _check_times(claims, wanted, leeway)
    _check_names(claims, wanted, audience, issuer)
    return claims


def _check_signature(header, signed, signature, trust):
    key, algorithms = trust
    if not algorithms:
        raise DecodeError("name the algorithms that are allowed")
    algorithm = header.get("alg")
    if algorithm not in algorithms:
        raise InvalidAlgorithmError("the algorithm is not allowed")
    if not hmac.compare_digest(_signature(algorithm, key, signed), signature):
        raise InvalidSignatureError("the signature does not fit")


def _check_times(claims, wanted, leeway):
    if wanted["exp"] and "exp" in claims and _number(claims, "exp") <= clock.now() - leeway:
        raise ExpiredSignatureError("the token has expired")
    if wanted["nbf"] and "nbf" in claims and _number(claims, "nbf") > clock.now() + leeway:
        raise ImmatureSignatureError("the token is not valid yet")


def _check_names(claims, wanted, audience, issuer):
    if wanted["aud"] and (audience is not None or claims.get("aud") is not None):
        said, asked = _several(claims.get("aud")), _several(audience)
        if not any(one in said for one in asked):
            raise InvalidAudienceError("the token is meant for another audience")
    if wanted["iss"] and issuer is not None and claims.get("iss") not in _several(issuer):
        raise InvalidIssuerError("the token comes from another issuer")


def _take_apart(token):
    try:
        text = token.decode() if isinstance(token, bytes) else token
        first, second, third = text.split(".")
        header, claims = (json.loads(_unpack(one)) for one in (first, second))
        signature = _unpack(third)
    except (AttributeError, ValueError, RecursionError):
        raise DecodeError("this is no token") from None
    if not isinstance(header, dict) or not isinstance(claims, dict):
        raise DecodeError("this is no token")
    return header, claims, f"{first}.{second}", signature


def _signature(algorithm, key, signed):
    if algorithm == "none":
        if key:
            raise InvalidAlgorithmError("the algorithm none takes no key")
        return b""
    if algorithm not in _hashes:
        raise InvalidAlgorithmError(f"{algorithm} is not known here")
    secret = key.encode() if isinstance(key, str) else key
    return hmac.new(secret, signed.encode(), _hashes[algorithm]).digest()


def _number(claims, name):
    try:
        return float(claims[name])
    except (TypeError, ValueError):
        raise DecodeError(f"{name} is no number") from None


def _several(value):
    return list(value) if isinstance(value, (list, tuple, set)) else [] if value is None else [value]


def _seconds(value):
    return int(value.timestamp()) if hasattr(value, "timestamp") else value


def _pack(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _unpack(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
