"""Commands of a line: pipelines joined by `;`, `&&` and `||`, each command with its redirections."""

from typing import NamedTuple

from .errors import ShellError
from .lexer import Here, Word, tokens_of

_joins = (";", "\n", "&&", "||")
_redirections = (">", ">>", "<", "2>", "2>>", "&>", "&>>", "<<<")
_later = frozenset("for while until if case function select".split())


class Redirection(NamedTuple):
    """An operator, and the word or the here-document that follows it."""

    operator: str
    target: object


class Command(NamedTuple):
    """Words before expansion; assignments that stand in front of them are among the words."""

    words: tuple
    redirections: tuple


def parse(text):
    """[(join, [Command, …]), …] where join is how a pipeline follows the one before. Raises ShellError."""
    return _Parser(tokens_of(text)).pipelines()


class _Parser:
    def __init__(self, tokens):
        self._tokens = iter(tokens)
        self._found, self._join = [], ";"
        self._commands, self._words, self._redirections = [], [], []

    def pipelines(self):
        for token in self._tokens:
            if isinstance(token, Word):
                _refuse_loops(token, first=not self._words)
                self._words.append(token)
            elif token == "|":
                self._command_ends()
            elif token in _joins:
                self._pipeline_ends(token)
            else:
                self._redirections.append(_redirection(token, self._tokens))
        self._pipeline_ends("\n")
        if self._commands or self._join in ("&&", "||"):
            raise _missing()
        return self._found

    def _command_ends(self):
        if not self._words and not self._redirections:
            raise _missing()
        self._commands.append(Command(tuple(self._words), tuple(self._redirections)))
        self._words, self._redirections = [], []

    def _pipeline_ends(self, join):
        if join == "\n" and not self._words and not self._redirections:
            # An empty line; or the line goes on below, after an operator.
            return
        self._command_ends()
        self._found.append((self._join, self._commands))
        self._commands, self._join = [], join


def _redirection(operator, tokens):
    if operator in ("2>&1", ">&2"):
        return Redirection(operator, None)
    target = next(tokens, None)
    if isinstance(target, Here) or (operator in _redirections and isinstance(target, Word)):
        return Redirection(operator, target)
    raise ShellError(f"{operator!r} needs the name of a file")


def _refuse_loops(word, first):
    if first and len(word) == 1 and not word[0].quoted and word[0].value in _later:
        raise ShellError(f"{word[0].value!r} is not part of this shell: a loop is better written in Python")


def _missing():
    return ShellError("a command is missing beside an operator")
