"""Mappings of a request: values that may repeat, and header names in any case."""

from collections.abc import Mapping
from urllib.parse import parse_qsl


class Values(Mapping):
    """Query or form fields. A name yields its first value; `getlist` yields all."""

    def __init__(self, pairs=()):
        self._lists = {}
        for name, value in pairs:
            self._lists.setdefault(name, []).append(value)

    @classmethod
    def parse(cls, text):
        """Fields of `a=1&b=2`; a field without a value is an empty text."""
        return cls(parse_qsl(text, keep_blank_values=True))

    def get(self, name, default=None, type=None):
        """The first value, converted by `type`; the default where it is absent or does not convert."""
        if name not in self._lists:
            return default
        value = self._lists[name][0]
        try:
            return value if type is None else type(value)
        except (TypeError, ValueError):
            return default

    def getlist(self, name):
        """Every value of the name, in order."""
        return list(self._lists.get(name, ()))

    def __getitem__(self, name):
        return self._lists[name][0]

    def __iter__(self):
        return iter(self._lists)

    def __len__(self):
        return len(self._lists)


class Headers(Mapping):
    """Headers of a request, found by name in any case."""

    def __init__(self, pairs=()):
        self._values = {name.lower(): value for name, value in pairs}

    @classmethod
    def of(cls, environ):
        """The headers that a WSGI environment holds."""
        named = {"CONTENT_TYPE": "content-type", "CONTENT_LENGTH": "content-length"}
        pairs = [(named[key], environ[key]) for key in named if environ.get(key)]
        for key, value in environ.items():
            if key.startswith("HTTP_"):
                pairs.append((key[5:].replace("_", "-"), value))
        return cls(pairs)

    def __getitem__(self, name):
        return self._values[name.lower()]

    def __iter__(self):
        return iter(self._values)

    def __len__(self):
        return len(self._values)
