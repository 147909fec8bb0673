"""What stands on one line: scalars, [lists] and {maps}."""

import re

DEPTH_MAX = 40

_double = re.compile(r'"((?:[^"\\]|\\.)*)"', re.DOTALL)
_single = re.compile(r"'((?:[^']|'')*)'")
_tag = re.compile(r"(!<[^\s>]*>|![^\s,\[\]{}]*)\s*")
_bare = re.compile(r"(?:[^,\[\]{}:#]|:(?=[^\s,\[\]{}])|(?<=\S)#)+")
_escape = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|(.))", re.DOTALL)
_named = {"n": "\n", "t": "\t", "r": "\r", "0": "\0", "b": "\b", "e": "\x1b"}


class Flow:
    """Reads one value of `text`; `fail` raises."""

    def __init__(self, text, fail):
        self.text = text.strip()
        self.at = 0
        self.fail = fail
        self.depth = 0

    def whole(self):
        """The node; a scalar without brackets or quotes reaches to the end."""
        found = _tag.match(self.text)
        begin = found.end() if found else 0
        if self.text[begin : begin + 1] not in ("[", "{", '"', "'"):
            if self.text[begin : begin + 1] in ("&", "*", "%", "@", "`"):
                self.fail("anchors and reserved characters are not known here")
            return ("scalar", found[1] if found else None, self.text[begin:], False)
        node = self.value()
        if self.text[self.at :].strip():
            self.fail("there is more after the value")
        return node

    def value(self):
        """The node that begins here."""
        self._space()
        found = _tag.match(self.text, self.at)
        if found:
            self.at = found.end()
        tag = found[1] if found else None
        if self._take("["):
            return ("list", tag, self._until("]", self.value))
        if self._take("{"):
            return ("map", tag, self._until("}", self._pair))
        return self._scalar(tag)

    def _scalar(self, tag):
        for pattern, plain in ((_double, _unescaped), (_single, lambda text: text.replace("''", "'"))):
            found = pattern.match(self.text, self.at)
            if found:
                self.at = found.end()
                return ("scalar", tag, plain(found[1]), True)
        found = _bare.match(self.text, self.at)
        if found is None:
            return ("scalar", tag, "", False)
        self.at = found.end()
        return ("scalar", tag, found[0].strip(), False)

    def _pair(self):
        key = self.value()
        self._space()
        if not self._take(":"):
            return key, ("scalar", None, "", False)
        return key, self.value()

    def _until(self, end, read):
        self.depth += 1
        if self.depth > DEPTH_MAX:
            self.fail("nested too deeply")
        found = []
        while True:
            self._space()
            if self._take(end):
                self.depth -= 1
                return found
            before = self.at
            found.append(read())
            self._space()
            if not self._take(",") and self.text[self.at : self.at + 1] != end or self.at == before:
                self.fail(f"a , or {end} is missing")

    def _space(self):
        while self.at < len(self.text) and self.text[self.at] in " \t\n":
            self.at += 1

    def _take(self, char):
        if self.text[self.at : self.at + 1] != char:
            return False
        self.at += 1
        return True


def _unescaped(text):
    return _escape.sub(lambda found: chr(int(found[1] or found[2], 16)) if found[1] or found[2]
                       else _named.get(found[3], found[3]), text)
