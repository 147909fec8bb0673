"""Variables, folders, and the words that mean nothing here."""

import os

from ..errors import Exit, ShellError
from .complaint import Complaint, count


def export(args, shell):
    """NAME=value, or NAME of a variable that is there. Without arguments: all."""
    if not args or args == ["-p"]:
        return env([], shell)
    for arg in args:
        name, equals, value = arg.partition("=")
        if not name.isidentifier():
            raise Complaint(f"{name!r} is not a name")
        os.environ[name] = value if equals else shell.variables.pop(name, os.environ.get(name, ""))
        shell.variables.pop(name, None)


def unset(args, shell):
    """Forgets variables."""
    for name in args:
        os.environ.pop(name, None)
        shell.variables.pop(name, None)


def env(args, shell):
    """All exported variables; printenv NAME one."""
    for name in args:
        if name not in os.environ:
            return 1
        print(os.environ[name])
    if not args:
        for name, value in sorted(os.environ.items()):
            print(f"{name}={value}")


def cd(args, shell):
    """Goes to a folder, without an argument back to where the files are."""
    os.chdir(args[0] if args else os.path.expanduser("~"))


def pwd(args, shell):
    """The folder."""
    print(os.getcwd())


def leave(args, shell):
    """Ends the line."""
    raise Exit(count(args[0], "exit") if args else shell.code)


def which(args, shell):
    """Whether there is such a program."""
    from . import names

    found = [name for name in args if name in names()]
    for name in found:
        print(f"/usr/bin/{name}")
    return 0 if len(found) == len(args) else 1


def nothing(args, shell):
    """Exit code 0."""


def failure(args, shell):
    """Exit code 1."""
    return 1


PROGRAMS = {
    "export": export,
    "unset": unset,
    "env": env,
    "printenv": env,
    "cd": cd,
    "pwd": pwd,
    "exit": leave,
    "which": which,
    "true": nothing,
    ":": nothing,
    "clear": nothing,
    "false": failure,
}
