"""Text into nodes: ("scalar", tag, text, quoted), ("list", tag, nodes), ("map", tag, [(key node, node)])."""

import re

from .flow import Flow

DEPTH_MAX = 40
CHARS_MAX = 50_000

_item = re.compile(r"-(?:\s+|$)")
_tag = re.compile(r"(!\S*)(?:\s+|$)")
_block = re.compile(r"([|>])([+-]?)$")


class YAMLError(Exception):
    """The text is not of this subset of YAML."""


def parse(text):
    """The node of the document."""
    if len(text) > CHARS_MAX:
        raise YAMLError("the document is too long")
    return _Blocks(text).document()


def split_key(text):
    """(key, rest) of `key: rest`, or None. Looks for the first colon outside quotes and brackets."""
    quote, depth = None, 0
    tag = _tag.match(text)
    begin = tag.end() if tag else 0
    for index, char in enumerate(text):
        if quote:
            escaped = quote == '"' and index > 0 and text[index - 1] == "\\"
            quote = quote if char != quote or escaped else None
        elif char in "\"'" and index == begin:
            quote = char
        elif char in "[{" and (index == begin or depth > 0):
            depth += 1
        elif char in "]}":
            depth -= 1
        elif char == ":" and depth <= 0 and text[index + 1 : index + 2] in ("", " ", "\t"):
            return text[:index].strip(), text[index + 1 :].strip()
    return None


def without_comment(line):
    """The line up to a # that begins a comment."""
    quote = None
    for index, char in enumerate(line):
        if quote:
            quote = None if char == quote else quote
        elif char in "\"'" and (index == 0 or line[index - 1] in " \t[{,:-"):
            quote = char
        elif char == "#" and (index == 0 or line[index - 1] in " \t"):
            return line[:index]
    return line


class _Blocks:
    def __init__(self, text):
        self.raw = text.replace("\r\n", "\n").split("\n")
        self.at = 0
        self.depth = 0

    def document(self):
        if self._peek() is None:
            return ("scalar", None, "", False)
        node = self._node(0)
        if self._peek() is not None:
            raise YAMLError(f"line {self.at + 1} does not fit in")
        return node

    def _peek(self):
        """(indent, text) of the next line that says something."""
        while self.at < len(self.raw):
            line = without_comment(self.raw[self.at]).rstrip()
            if line.strip() and line not in ("---", "..."):
                return len(line) - len(line.lstrip(" ")), line.strip()
            self.at += 1
        return None

    def _node(self, indent):
        """The node that begins at the next line, which stands at `indent` or deeper."""
        found = self._peek()
        if found is None or found[0] < indent:
            return ("scalar", None, "", False)
        self.depth += 1
        if self.depth > DEPTH_MAX:
            raise YAMLError("nested too deeply")
        try:
            here, text = found
            if _item.match(text):
                return self._list(here, None)
            if split_key(text) is not None:
                return self._map(here, None)
            self.at += 1
            return self._value(text, here - 1)
        finally:
            self.depth -= 1

    def _list(self, indent, tag):
        nodes = []
        while (found := self._peek()) and found[0] == indent and _item.match(found[1]):
            begin = _item.match(found[1]).end()
            nodes.append(self._inline(found[1][begin:], indent, indent + begin))
        return ("list", tag, nodes)

    def _map(self, indent, tag):
        pairs = []
        while (found := self._peek()) and found[0] == indent and not _item.match(found[1]):
            split = split_key(found[1])
            if split is None:
                raise YAMLError(f"line {self.at + 1} is no `key: value`")
            key, rest = split
            self.at += 1
            pairs.append((Flow(key, self._fail).whole(), self._value(rest, indent)))
        return ("map", tag, pairs)

    def _inline(self, rest, indent, column):
        """What stands behind a dash: a map or list that begins there, or a value."""
        if _item.match(rest) or (split_key(rest) is not None and rest[:1] not in "[{!"):
            self.raw[self.at] = " " * column + rest
            return self._node(column)
        self.at += 1
        return self._value(rest, indent)

    def _value(self, text, indent):
        """A value whose first line is `text`, in a block that is indented by `indent`."""
        found = _tag.match(text)
        if found:
            if text.startswith("!", found.end()):
                raise YAMLError("a value has one tag")
            node = self._value(text[found.end() :], indent)
            return (node[0], found[1], *node[2:])
        if not text:
            following = self._peek()
            same = following is not None and following[0] == indent and _item.match(following[1])
            return self._node(indent if same else indent + 1)
        found = _block.match(text)
        if found:
            return ("scalar", None, self._literal(found, indent), True)
        while (following := self._peek()) and following[0] > indent:
            text += " " + following[1]
            self.at += 1
        return Flow(text, self._fail).whole()

    def _literal(self, found, indent):
        lines = []
        while self.at < len(self.raw):
            line = self.raw[self.at]
            if line.strip() and len(line) - len(line.lstrip(" ")) <= indent:
                break
            lines.append(line)
            self.at += 1
        while lines and not lines[-1].strip():
            lines.pop()
        margin = min((len(one) - len(one.lstrip(" ")) for one in lines if one.strip()), default=0)
        text = ("\n" if found[1] == "|" else " ").join(one[margin:] for one in lines)
        return text if found[2] == "-" else text + "\n"

    def _fail(self, message):
        raise YAMLError(f"line {self.at}: {message}")
