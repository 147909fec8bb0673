"""Text into HTML, escaped unless it is marked as safe."""

import html
import re

_slot = re.compile(r"\{\{\s*([A-Za-z_][\w.]*)\s*\}\}")


class Safe(str):
    """HTML that needs no escaping."""


def safe(text):
    """Marks text as HTML: `render` and `escape` leave it as it is."""
    return Safe(text)


def escape(value):
    """The value as text with & < > " ' escaped."""
    return value if isinstance(value, Safe) else Safe(html.escape(str(value), quote=True))


def render(template, **context):
    """Fills `{{ name }}` and `{{ name.field }}`, escaping every value. Returns safe HTML."""
    return Safe(_slot.sub(lambda found: escape(_find(context, found[1])), template))


def _find(context, path):
    value = context
    for name in path.split("."):
        # Fields beginning with an underscore are the language's own, never data.
        if name.startswith("_"):
            raise KeyError(path)
        value = getattr(value, name) if not hasattr(value, "keys") else value[name]
    return value
