"""Nodes into values."""

import importlib
import re
from urllib.parse import unquote

from .parse import YAMLError

_words = {"": None, "~": None, "null": None, "Null": None, "NULL": None}
_truths = {**dict.fromkeys(("true", "True", "TRUE", "yes", "Yes", "on", "On"), True),
           **dict.fromkeys(("false", "False", "FALSE", "no", "No", "off", "Off"), False)}
_integer = re.compile(r"[-+]?[0-9]{1,400}|0x[0-9a-fA-F]{1,400}")
_float = re.compile(r"[-+]?(?:[0-9]{1,400}\.[0-9]{0,400}|\.[0-9]{1,400})(?:[eE][-+]?[0-9]{1,4})?")
_standard = {"!!str", "!!int", "!!float", "!!bool", "!!null", "!!map", "!!seq"}


class ConstructorError(YAMLError):
    """A tag that may not be, or cannot be, followed."""


def plain(node):
    """Data only."""
    return _value(node, plain, _refuse)


def build(node):
    """Data, and whatever objects of Python the tags ask for."""
    return _value(node, build, _object)


def _refuse(tag, _node):
    raise ConstructorError(f"could not determine a constructor for the tag {tag}")


def _value(node, inner, tagged):
    kind, tag, content = node[0], _short(node[1]), node[2]
    if tag is not None and tag not in _standard:
        return tagged(tag, node)
    if kind == "list":
        return [inner(one) for one in content]
    if kind == "map":
        pairs = [(inner(key), inner(value)) for key, value in content]
        try:
            return dict(pairs)
        except TypeError:
            raise ConstructorError("a key is a list or a map") from None
    return content if node[3] or tag == "!!str" else scalar(content)


def _short(tag):
    """A tag as it is written shortest: !<tag:yaml.org,2002:str> is !!str, and %xx may stand for any of its signs."""
    if tag is None:
        return None
    whole = tag[2:-1] if tag.startswith("!<") and tag.endswith(">") else tag
    return unquote(whole.replace("tag:yaml.org,2002:", "!!", 1))


def scalar(text):
    """A plain scalar: None, a boolean, a number, or the text."""
    for table in (_words, _truths):
        if text in table:
            return table[text]
    if _integer.fullmatch(text):
        return int(text, 16) if text.startswith("0x") else int(text)
    return float(text) if _float.fullmatch(text) else text


def _object(tag, node):
    """As PyYAML's unsafe loader does."""
    kind, _, name = tag.removeprefix("!!python/").partition(":")
    bare = (node[0], None, *node[2:])
    if not tag.startswith("!!python/"):
        return _refuse(tag, node)
    if kind == "tuple":
        return tuple(build(bare))
    if kind == "name":
        return _named(name)
    if kind == "module":
        return importlib.import_module(name)
    if kind in ("object/apply", "object/new", "object"):
        return _made(kind, _named(name), build(bare))
    if kind in ("str", "int", "float", "bool", "none", "list", "dict"):
        return build(bare)
    return _refuse(tag, node)


def _named(name):
    module, _, attribute = name.rpartition(".")
    try:
        return getattr(importlib.import_module(module or "builtins"), attribute)
    except (ImportError, AttributeError):
        raise ConstructorError(f"there is no {name}") from None


def _made(kind, found, given):
    if kind == "object":
        made = found.__new__(found)
        made.__dict__.update(given or {})
        return made
    args, named, state = given, {}, None
    if isinstance(given, dict):
        args, named, state = given.get("args", []), given.get("kwds", {}), given.get("state")
    new = kind == "object/new" and isinstance(found, type)
    made = found.__new__(found, *args, **named) if new else found(*(args or []), **named)
    if state:
        made.__dict__.update(state)
    return made
