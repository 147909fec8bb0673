"""What the shell can run. A program takes its arguments and the shell, and returns an exit code or None for 0."""

import sys

from ..errors import ShellError
from . import files, state, text, tools, web
from .complaint import Complaint

__all__ = ["Complaint", "find", "names"]

_programs = {**tools.PROGRAMS, **files.PROGRAMS, **text.PROGRAMS, **state.PROGRAMS, **web.PROGRAMS}
_instead = {
    "jq": "--query does that, with JMESPath",
    "vi": "cat > file <<'EOF' writes a file",
    "vim": "cat > file <<'EOF' writes a file",
    "nano": "cat > file <<'EOF' writes a file",
    "sed": "python -c does that",
    "awk": "python -c does that",
    "wget": "curl is there",
    "ssh": "there is no network here; aws reaches the account",
    "pip": "boto3 and botocore are installed, and nothing else can be",
    "sudo": "there is one user, who may do everything that there is",
    "man": "aws <service> <operation> help shows what it takes",
}


def names():
    """All programs, sorted."""
    return sorted(_programs)


def find(name):
    """The function of a program, or one that says that there is none."""
    return _programs.get(name) or (lambda args, shell: _not_found(name))


def _not_found(name):
    hint = _instead.get(name) or f"there are: {', '.join(names())}"
    print(f"{name}: command not found ({hint})", file=sys.stderr)
    return 127


def _help(args, shell):
    print("Commands:", ", ".join(names()))
    print("Also: | > >> < 2> 2>&1 << && || ; $NAME $(command) * ? and NAME=value before a command")


_programs["help"] = _help
