"""Stand-ins for packages that the image leaves out and that are imported, but never used here."""

import sys
from types import ModuleType

# Help texts are rendered with docutils; urllib3 would look for a browser to send its requests.
_docutils = ("docutils", "docutils.core", "docutils.nodes", "docutils.writers", "docutils.writers.manpage")


class _Absent(ModuleType):
    """Has every class that is asked of it; none does anything."""

    __path__ = ()

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (), {})


def install():
    """Puts them where the packages would be."""
    for name in _docutils:
        module = sys.modules[name] = _Absent(name)
        parent, _, last = name.rpartition(".")
        if parent:
            setattr(sys.modules[parent], last, module)
    browser = sys.modules["urllib3.contrib.emscripten"] = ModuleType("urllib3.contrib.emscripten")
    browser.inject_into_urllib3 = lambda: None
