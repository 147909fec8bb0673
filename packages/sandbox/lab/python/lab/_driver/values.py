"""Values of steps and observations."""

import base64
import json
import math
import re
import sqlite3

TEXT_CHARS_MAX = 2_000
DEPTH_MAX = 40

_placeholder = re.compile(r"\{\{([A-Za-z_][\w-]*)\}\}")


def fill(value, saved, typed=False):
    """The step with its placeholders replaced."""
    if isinstance(value, dict):
        return {
            fill(name, saved): fill(one, saved, typed or name in ("json", "args"))
            for name, one in value.items()
        }
    if isinstance(value, list):
        return [fill(one, saved, typed) for one in value]
    if not isinstance(value, str):
        return value
    whole = _placeholder.fullmatch(value)
    if typed and whole and whole[1] in saved:
        return saved[whole[1]]
    return _placeholder.sub(lambda found: text(saved.get(found[1], found[0])), value)


def text(value):
    return value if isinstance(value, str) else json.dumps(value)


def at(value, pointer):
    """RFC 6901."""
    for part in pointer.split("/")[1:]:
        name = part.replace("~1", "/").replace("~0", "~")
        value = value[int(name)] if isinstance(value, list) else value[name]
    return value


def jsonable(value, depth=0):
    """The value as JSON, with a tag where JSON has no shape for it."""
    if value is None or isinstance(value, (bool, int, str)):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else {"$repr": repr(value)}
    if isinstance(value, (bytes, bytearray)):
        return {"$base64": base64.b64encode(bytes(value)).decode()}
    if depth < DEPTH_MAX and isinstance(value, (list, tuple)):
        return [jsonable(one, depth + 1) for one in value]
    if depth < DEPTH_MAX and isinstance(value, (dict, sqlite3.Row)):
        return {str(name): jsonable(value[name], depth + 1) for name in value.keys()}
    return {"$repr": repr(value)[:TEXT_CHARS_MAX]}


def failure(error):
    """Type and message; an error whose own text raises has none."""
    try:
        message = str(error)
    except BaseException:
        message = ""
    return {"type": type(error).__name__, "message": message[:TEXT_CHARS_MAX]}
