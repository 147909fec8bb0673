"""Runs lines, one after the other, in one interpreter that keeps files and variables."""

import os
import re
import sys
import traceback

from ..capture import Streams, standing_in
from . import programs
from .errors import Exit, ShellError
from .expand import arguments_of, text_of
from .parser import parse

# What a page shows of one line; a file or a pipe takes more.
SHOWN_BYTES_MAX = 60_000
DEPTH_MAX = 8
_assignment = re.compile(r"[A-Za-z_][A-Za-z0-9_]*=")


class Shell:
    """Variables that were not exported, and the exit code of the last command."""

    def __init__(self):
        self.variables = {}
        self.code = 0
        self._depth = 0
        self._aside = []

    def run(self, text):
        """Exit code, standard output and standard error (bytes) of a line, or of several."""
        out, err = [], []
        try:
            for join, commands in parse(text):
                if (join == "&&" and self.code != 0) or (join == "||" and self.code == 0):
                    continue
                self._pipeline(commands, out, err)
        except ShellError as error:
            self.code = 2
            err.append(f"sh: {error}\n".encode())
        except Exit as ended:
            self.code = ended.code
        return self.code, *_shown(b"".join(out), b"".join(err))

    def python(self, args):
        """As the command python with these arguments."""
        self.code, out, err = self._program("python", args, b"")
        return self.code, *_shown(out, err)

    def _pipeline(self, commands, out, err):
        passed = b""
        for number, command in enumerate(commands):
            last = number == len(commands) - 1
            self.code, printed, said = self._command(command, passed)
            err.extend([*self._aside, said])
            self._aside.clear()
            passed = printed
            if last:
                out.append(printed)

    def _command(self, command, stdin):
        """A command with its redirections: exit code, and what still goes on to the right and to the terminal."""
        words = list(command.words)
        assigned = {}
        while words and self._is_assignment(words[0]):
            name, _, value = self._text(words.pop(0)).partition("=")
            assigned[name] = value
        args = arguments_of(words, self._value, self._output)
        files = [(one.operator, one.target and self._target(one)) for one in command.redirections]
        try:
            stdin = _input(files, stdin)
            _made_empty(files)
        except OSError as error:
            return 1, b"", f"sh: {error.filename}: {error.strerror}\n".encode()
        if not args:
            for name, value in assigned.items():
                (os.environ if name in os.environ else self.variables)[name] = value
            return 0, b"", b""
        kept = dict(os.environ)
        os.environ.update(assigned)
        try:
            return _redirected(files, *self._program(args[0], args[1:], stdin))
        finally:
            for name in assigned:
                os.environ.pop(name, None)
                if name in kept:
                    os.environ[name] = kept[name]

    def _program(self, name, args, stdin):
        found = programs.find(name)
        streams = Streams(stdin)
        with standing_in(streams):
            try:
                code = found(args, self) or 0
            except Exit:
                raise
            except programs.Complaint as complaint:
                print(f"{name}: {complaint}", file=sys.stderr)
                code = complaint.code
            except OSError as error:
                print(f"{name}: {error.filename}: {error.strerror}", file=sys.stderr)
                code = 1
            except BaseException:
                traceback.print_exc(limit=-3)
                code = 1
        out, err, lost = streams.taken()
        if lost:
            err += f"{name}: {lost} bytes of its output were too many and are lost\n".encode()
        return code, out, err

    def _is_assignment(self, word):
        first = word[0]
        return first.kind == "text" and not first.quoted and _assignment.match(first.value) is not None

    def _value(self, name):
        if name == "?":
            return str(self.code)
        return os.environ.get(name, self.variables.get(name, ""))

    def _output(self, text):
        if self._depth >= DEPTH_MAX:
            raise ShellError("$( stands too deep in itself")
        self._depth += 1
        try:
            inner = Shell()
            inner.variables, inner._depth = self.variables, self._depth
            code, out, err = inner.run(text)
            self.code = code
            self._aside.append(err)
            return out.decode("utf-8", "replace").rstrip("\n")
        finally:
            self._depth -= 1

    def _text(self, word):
        return text_of(word, self._value, self._output)

    def _target(self, redirection):
        if redirection.operator == "<<":
            return self._text(redirection.target.parts)
        return self._text(redirection.target)


def _input(files, stdin):
    for operator, target in files:
        if operator == "<<":
            stdin = target.encode()
        elif operator == "<<<":
            stdin = f"{target}\n".encode()
        elif operator == "<":
            with open(target, "rb") as file:
                stdin = file.read()
    return stdin


def _made_empty(files):
    """A file is there, and empty, before the command begins, even where the command fails."""
    for operator, target in files:
        if operator in (">", "2>", "&>") and target != "/dev/null":
            open(target, "wb").close()


def _redirected(files, code, out, err):
    """What goes on to the right and to the terminal; the rest is in files."""
    places = {"out": "out", "err": "err"}
    for operator, target in files:
        if operator in (">", ">>", "&>", "&>>"):
            places["out"] = ("file", target)
        if operator in ("2>", "2>>", "&>", "&>>"):
            places["err"] = ("file", target)
        if operator == "2>&1":
            places["err"] = places["out"]
        elif operator == ">&2":
            places["out"] = places["err"]
    on = {"out": b"", "err": b""}
    for name, data in (("out", out), ("err", err)):
        place = places[name]
        if isinstance(place, tuple):
            _append(place[1], data)
        else:
            on[place] += data
    return code, on["out"], on["err"]


def _append(path, data):
    if path != "/dev/null":
        with open(path, "ab") as file:
            file.write(data)


def _shown(out, err):
    """Both streams, cut where together they are more than a page takes."""
    if len(out) + len(err) <= SHOWN_BYTES_MAX:
        return out, err
    err = err[: SHOWN_BYTES_MAX // 4]
    out = out[: SHOWN_BYTES_MAX - len(err)]
    cut = f"… cut after {SHOWN_BYTES_MAX // 1000} kB. --query or > file keeps what matters.\n"
    return out, err + cut.encode()
