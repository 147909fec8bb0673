"""The learner's files as modules, loaded anew for every case."""

import os
import sys
from importlib.machinery import FileFinder, SourceFileLoader

_here = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
# Modules that no learner brought; looking through them before each case would cost a fifth of a run.
_ours = {"names": frozenset()}


def remember():
    """Takes what is loaded now as the lab's own."""
    _ours["names"] = frozenset(sys.modules)


class Loader(SourceFileLoader):
    """Compiles a learner's file once for all cases, and writes nothing beside it."""

    compiled = {}

    def get_code(self, fullname):
        """The code object of the module."""
        source = self.get_data(self.path)
        key = (self.path, source)
        if key not in self.compiled:
            self.compiled[key] = self.source_to_code(source, self.path)
        return self.compiled[key]


def forget(root):
    """Purges the learner's modules, and puts their folder on the path, right after the lab's."""
    for name in sys.modules.keys() - _ours["names"]:
        module = sys.modules[name]
        # A folder without __init__.py is a module too, with a path and no loader of ours.
        ours = isinstance(getattr(module, "__loader__", None), Loader)
        if ours or any(_inside(place, root) for place in getattr(module, "__path__", ())):
            del sys.modules[name]
    sys.path[:] = [_here, root, *(one for one in sys.path if one not in (_here, root))]
    sys.path_hooks[:] = [hook for hook in sys.path_hooks if not hasattr(hook, "learner")]
    sys.path_hooks.insert(0, _hook(root))
    # A finder remembers its folder; a new one sees files that the last case wrote or removed.
    for place in [one for one in sys.path_importer_cache if _inside(one, root)]:
        del sys.path_importer_cache[place]


def _inside(place, root):
    return place == root or place.startswith(root + os.sep)


def _hook(root):
    finder = FileFinder.path_hook((Loader, [".py"]))

    def only_learner(place):
        if not _inside(place, root):
            raise ImportError(place)
        return finder(place)

    only_learner.learner = True
    return only_learner
