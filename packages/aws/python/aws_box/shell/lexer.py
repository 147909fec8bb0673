"""Cuts a line into words and operators, with sh's quoting."""

from typing import NamedTuple

from .errors import ShellError

LINE_CHARS_MAX = 100_000
_operators = ("<<<", "&>>", "2>&1", ">&2", "<<-", "2>>", "&&", "||", ">>", "<<", "2>", "&>", "|", ";", ">", "<", "\n")
_ends = frozenset(" \t\n|;<>&()")


class Part(NamedTuple):
    """A piece of a word: text, a variable or a command whose output is put in."""

    kind: str
    value: str
    quoted: bool


class Word(tuple):
    """Parts side by side."""


class Here(NamedTuple):
    """The lines below a command that it reads as its input."""

    parts: Word


def tokens_of(text):
    """Words, operators (texts), and `Here` after the operator << of each. Raises ShellError."""
    if len(text) > LINE_CHARS_MAX:
        raise ShellError(f"a line may have at most {LINE_CHARS_MAX} characters")
    return _Lexer(text.replace("\r\n", "\n")).tokens()


class _Lexer:
    def __init__(self, text):
        self.text, self.at = text, 0
        self.waiting = []

    def tokens(self):
        found = []
        while (token := self._next(found)) is not None:
            found.append(token)
        if self.waiting:
            self._here_documents(found)
        return found

    def _next(self, found):
        self._blanks()
        if self.at >= len(self.text):
            return None
        for operator in _operators:
            if self.text.startswith(operator, self.at):
                return self._operator(operator, found)
        char = self.text[self.at]
        if char in "&()":
            raise ShellError(f"{char!r} is not part of this shell: it has no background jobs and no subshells")
        return self._word()

    def _operator(self, operator, found):
        self.at += len(operator)
        if operator == "\n" and self.waiting:
            self._here_documents(found)
        if operator in ("<<", "<<-"):
            self._blanks()
            start = self.at
            word = self._word()
            quoted = any(char in "'\"\\" for char in self.text[start : self.at])
            self.waiting.append((len(found) + 1, "".join(part.value for part in word), quoted, operator == "<<-"))
            return "<<"
        return operator

    def _inside_word(self):
        return self.at > 0 and self.text[self.at - 1] not in _ends

    def _here_documents(self, found):
        for place, (index, end, quoted, tabs) in enumerate(self.waiting):
            lines = []
            while True:
                if self.at >= len(self.text):
                    raise ShellError(f"here-document: the line {end!r} that ends it is missing")
                line, _, _ = self.text[self.at :].partition("\n")
                self.at += len(line) + 1
                line = line.lstrip("\t") if tabs else line
                if line == end:
                    break
                lines.append(line + "\n")
            text = "".join(lines)
            parts = Word([Part("text", text, True)]) if quoted else _inside_quotes(text, document=True)
            found.insert(index + place, Here(parts))
        self.waiting = []

    def _blanks(self):
        while self.at < len(self.text):
            if self.text.startswith("\\\n", self.at):
                self.at += 2
            elif self.text[self.at] in " \t":
                self.at += 1
            elif self.text[self.at] == "#" and not self._inside_word():
                end = self.text.find("\n", self.at)
                self.at = len(self.text) if end < 0 else end
            else:
                return

    def _word(self):
        parts = []
        while self.at < len(self.text) and self.text[self.at] not in _ends:
            parts.extend(self._part())
        if not parts:
            raise ShellError("a word is missing")
        return Word(parts)

    def _part(self):
        char = self.text[self.at]
        if char == "'":
            return [Part("text", self._until("'"), True)]
        if char == '"':
            return _inside_quotes(self._double_quoted(), document=False)
        if char == "\\":
            self.at += 2
            taken = self.text[self.at - 1 : self.at]
            return [Part("text", "" if taken == "\n" else taken, True)]
        if char == "$":
            part, self.at = dollar(self.text, self.at, quoted=False)
            return [part]
        if char == "`":
            raise ShellError("backquotes are not part of this shell: $(…) puts in what a command prints")
        start = self.at
        while self.at < len(self.text) and self.text[self.at] not in _ends and self.text[self.at] not in "'\"\\$`":
            self.at += 1
        return [Part("text", self.text[start : self.at], False)]

    def _until(self, quote):
        end = self.text.find(quote, self.at + 1)
        if end < 0:
            raise ShellError(f"the quote {quote} is not closed")
        inside, self.at = self.text[self.at + 1 : end], end + 1
        return inside

    def _double_quoted(self):
        start = self.at + 1
        self.at = start
        while self.at < len(self.text) and self.text[self.at] != '"':
            if self.text.startswith("$(", self.at):
                self.at = _closing(self.text, self.at + 2)
            self.at += 2 if self.text[self.at : self.at + 1] == "\\" else 1
        if self.at >= len(self.text):
            raise ShellError('the quote " is not closed')
        self.at += 1
        return self.text[start : self.at - 1]


def _inside_quotes(text, document):
    """Parts of what stands in double quotes, or in a here-document, where a quote is a character like another."""
    parts, plain, at = [Part("text", "", True)], [], 0
    escapable = '$`\\\n' if document else '$`"\\\n'
    while at < len(text):
        if text[at] == "\\" and text[at + 1 : at + 2] in escapable and at + 1 < len(text):
            plain.append("" if text[at + 1] == "\n" else text[at + 1])
            at += 2
        elif text[at] == "$":
            parts.append(Part("text", "".join(plain), True))
            plain = []
            part, at = dollar(text, at, quoted=True)
            parts.append(part)
        else:
            plain.append(text[at])
            at += 1
    return Word([*parts, Part("text", "".join(plain), True)])


def dollar(text, at, quoted):
    """The part that begins with a `$`, and where it ends."""
    if text.startswith("$(", at):
        end = _closing(text, at + 2)
        return Part("command", text[at + 2 : end], quoted), end + 1
    if text.startswith("${", at):
        end = text.find("}", at)
        name = text[at + 2 : end] if end > 0 else ""
        if not name.isidentifier():
            raise ShellError("of ${…} only names are taken, as in ${NAME}")
        return Part("variable", name, quoted), end + 1
    if text.startswith("$?", at):
        return Part("variable", "?", quoted), at + 2
    end = at + 1
    while end < len(text) and (text[end].isalnum() or text[end] == "_") and text[end].isascii():
        end += 1
    name = text[at + 1 : end]
    if not name or name[0].isdigit():
        return Part("text", "$", True), at + 1
    return Part("variable", name, quoted), end


def _closing(text, at):
    """Where the bracket of `$(` closes, past quotes and further ones."""
    depth, quote = 1, None
    while at < len(text):
        char = text[at]
        if quote:
            if char == "\\" and quote == '"':
                at += 1
            elif char == quote:
                quote = None
        elif char in "'\"":
            quote = char
        elif char == "\\":
            at += 1
        elif char == "(":
            depth += 1
        elif char == ")":
            depth -= 1
            if depth == 0:
                return at
        at += 1
    raise ShellError("$( is not closed")
