"""What changed in an interpreter that is kept open, so that another one can be put in its place."""

import os

BYTES_MAX = 200_000


class Keeping:
    """Files of the working folder and exported variables; what was there at the beginning is not reported."""

    def __init__(self, root):
        self._root = os.path.realpath(root)
        self._files = self._read()
        self._env = dict(os.environ)

    def changes(self):
        """Since the last time: { files: { path: text, or null where it went }, env: { name: value, or null } }.

        Only text, and no file that would make the report larger than BYTES_MAX.
        """
        files, env = self._read(), dict(os.environ)
        changed = {
            "files": _difference(self._files, files),
            "env": _difference(self._env, env),
        }
        self._files, self._env = files, env
        return changed

    def _read(self):
        seen, room = {}, BYTES_MAX
        for folder, _, names in os.walk(self._root):
            for name in names:
                path = os.path.join(folder, name)
                text = _text_of(path, room)
                if text is not None:
                    seen[os.path.relpath(path, self._root)] = text
                    room -= len(text)
        return seen


def _text_of(path, room):
    try:
        if os.path.getsize(path) > room:
            return None
        with open(path, encoding="utf-8", newline="") as file:
            return file.read()
    except (OSError, UnicodeDecodeError):
        return None


def _difference(before, after):
    gone = {name: None for name in before if name not in after}
    return {**{name: value for name, value in after.items() if before.get(name) != value}, **gone}
