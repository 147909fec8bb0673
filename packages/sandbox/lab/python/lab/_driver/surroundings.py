"""Files, environment and output of one case."""

import base64
import logging
import os
import shutil
import sys

OUTPUT_CHARS_MAX = 200_000

_environment = dict(os.environ)
_streams = {"stdout": sys.stdout, "stderr": sys.stderr}
_made = []


class Output:
    """What the program prints and logs, in order."""

    def __init__(self):
        self._parts = []
        self._chars = 0
        for name in _streams:
            # What is there now, since an interpreter restored from a snapshot has new streams.
            under = getattr(sys, f"__{name}__") or _streams[name]
            setattr(sys, name, _Tee(under, self._add))
        self._log()

    def _add(self, text):
        room = OUTPUT_CHARS_MAX - self._chars
        self._parts.append(text[: max(0, room)])
        self._chars += len(text)

    def _log(self):
        """Standard logging, from INFO on, as lines of standard error."""
        logging.root.manager.loggerDict.clear()
        logging.root.handlers[:] = []
        logging.root.filters[:] = []
        logging.disable(logging.NOTSET)
        handler = logging.StreamHandler(sys.stderr)
        handler.setFormatter(logging.Formatter("%(levelname)s:%(name)s:%(message)s"))
        logging.root.addHandler(handler)
        logging.root.setLevel(logging.INFO)

    def lines(self):
        """Every line so far."""
        return "".join(self._parts).splitlines()


class _Tee:
    """A stream that also tells somebody else."""

    def __init__(self, under, tell):
        self._under, self._tell = under, tell

    def write(self, text):
        self._tell(text)
        return self._under.write(text)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def __getattr__(self, name):
        return getattr(self._under, name)


def lay_out(world, root):
    """Files and environment of the world, after removing what the last case left."""
    clear(root)
    os.environ.clear()
    os.environ.update({**_environment, **world.get("env", {})})
    for path, content in world.get("files", {}).items():
        _make_folders(os.path.dirname(path))
        with open(path, "wb") as file:
            file.write(content.encode() if isinstance(content, str) else base64.b64decode(content["base64"]))
        _made.append(path)
    os.chdir(root)


def _make_folders(path):
    if path in ("", "/") or os.path.isdir(path):
        return
    _make_folders(os.path.dirname(path))
    os.mkdir(path)
    _made.append(path)


def clear(root):
    """Removes what was laid out, with whatever the program put beside it, and all of /tmp in an interpreter."""
    if sys.platform == "emscripten":
        kept = f"{root}/"
        _made.extend(path for path in (f"/tmp/{name}" for name in os.listdir("/tmp")) if not kept.startswith(f"{path}/"))
    for path in _made:
        try:
            if os.path.isdir(path) and not os.path.islink(path):
                shutil.rmtree(path, ignore_errors=True)
            else:
                os.unlink(path)
        except OSError:
            pass
    _made.clear()
