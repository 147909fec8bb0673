"""Words become arguments: variables, output of commands, `~`, and names of files by pattern."""

import glob
import os

_magic = frozenset("*?[")
ARGUMENTS_MAX = 1_000


def arguments_of(words, value_of, output_of):
    """All arguments of a command. `value_of(name)` gives a variable, `output_of(text)` what a command prints."""
    found = []
    for word in words:
        for field in _fields(word, value_of, output_of):
            found.extend(field.arguments())
    return found[:ARGUMENTS_MAX]


def text_of(word, value_of, output_of):
    """A word as one text, neither split nor matched against files."""
    return "".join(_value(part, value_of, output_of) for part in word)


class _Field:
    """One argument in the making: its text, and the same as a pattern of names."""

    def __init__(self):
        self.text, self.pattern = "", ""
        self.begun = self.is_pattern = False

    def add(self, text, plain):
        """`plain`: written without quotes, so that its wildcards count."""
        self.text += text
        self.pattern += text if plain else glob.escape(text)
        self.is_pattern |= plain and not _magic.isdisjoint(text)
        self.begun = True

    def arguments(self):
        """Matching names; where there are none, the text as it stands."""
        if not self.begun:
            return []
        if self.is_pattern:
            return sorted(glob.glob(_home(self.pattern))) or [self.text]
        return [_home(self.text) if self.pattern == self.text else self.text]


def _fields(word, value_of, output_of):
    fields = [_Field()]
    for part in word:
        value = _value(part, value_of, output_of)
        if part.kind == "text" or part.quoted:
            fields[-1].add(value, plain=part.kind == "text" and not part.quoted)
            continue
        # What is put in without quotes is cut at blanks.
        if value[:1].isspace():
            fields.append(_Field())
        for number, piece in enumerate(value.split()):
            if number:
                fields.append(_Field())
            fields[-1].add(piece, plain=False)
        if value[-1:].isspace():
            fields.append(_Field())
    return fields


def _home(text):
    return os.path.expanduser(text) if text == "~" or text.startswith("~/") else text


def _value(part, value_of, output_of):
    if part.kind == "variable":
        return value_of(part.value)
    if part.kind == "command":
        return output_of(part.value)
    return part.value
