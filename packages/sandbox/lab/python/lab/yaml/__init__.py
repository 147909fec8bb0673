"""A subset of YAML, with the interface of PyYAML.

Block and flow maps and lists, plain and quoted scalars, | and > blocks, comments, tags. Not: anchors,
several documents, keys that are no scalars.
"""

from .build import ConstructorError, build, plain
from .parse import YAMLError, parse

__all__ = ["ConstructorError", "YAMLError", "dump", "full_load", "load", "safe_load", "unsafe_load"]


class SafeLoader:
    """Makes dicts, lists, texts, numbers, booleans and None."""


class Loader:
    """Also makes any Python object that a tag names."""


UnsafeLoader = Loader
CSafeLoader = BaseLoader = FullLoader = SafeLoader


def load(text, Loader=Loader):
    """The value of a document. Without SafeLoader, tags like !!python/object/apply call what they name."""
    node = parse(_text(text))
    return plain(node) if issubclass(Loader, SafeLoader) else build(node)


def unsafe_load(text):
    """The same as `load`."""
    return build(parse(_text(text)))


def safe_load(text):
    """The value of a document; a tag that names something of Python raises ConstructorError."""
    return plain(parse(_text(text)))


full_load = safe_load


def dump(value, **_options):
    """JSON, which is YAML too."""
    import json

    return json.dumps(value, indent=2) + "\n"


def _text(source):
    if hasattr(source, "read"):
        source = source.read()
    return source.decode("utf-8", "replace") if isinstance(source, (bytes, bytearray)) else source
