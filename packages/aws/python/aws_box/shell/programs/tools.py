"""The two that the shell is for: aws and python."""

import base64
import binascii
import datetime
import sys
import time

from ... import cli, scripts
from .complaint import Complaint, options


def aws(args, shell):
    """The AWS CLI."""
    return cli.aws(args)


def python(args, shell):
    """A file, -c with a text, -m json.tool, or standard input."""
    if args[:1] in (["--version"], ["-V"]):
        print(f"Python {sys.version.split()[0]}")
        return 0
    if args[:1] == ["-c"]:
        if len(args) < 2:
            raise Complaint("-c takes a program", 2)
        return scripts.run_source(args[1], "<string>", ["-c", *args[2:]])
    if args[:1] == ["-m"]:
        return _module(args[1:])
    if args[:1] in ([], ["-"]):
        source = sys.stdin.read()
        if not source and not args:
            raise Complaint("there is no prompt here: name a file, or use -c")
        return scripts.run_source(source, "<stdin>", ["-", *args[1:]])
    if args[0].startswith("-"):
        raise Complaint(f"the option {args[0]} is not there: a file, -c, -m json.tool or - are", 2)
    return scripts.run_file(args[0], args[1:])


def _module(args):
    if args[:1] != ["json.tool"]:
        raise Complaint("of -m only json.tool is there", 2)
    import json

    text = open(args[1], encoding="utf-8").read() if len(args) > 1 else sys.stdin.read()
    try:
        print(json.dumps(json.loads(text), indent=4, ensure_ascii=False))
    except ValueError as error:
        raise Complaint(str(error)) from None


def base64_(args, shell):
    """Encodes, or with -d decodes, a file or standard input."""
    flags, rest = options(args, "dDiw:", "decode", "wrap=", "ignore-garbage")
    data = open(rest[0], "rb").read() if rest and rest[0] != "-" else sys.stdin.buffer.read()
    if not flags.keys().isdisjoint({"-d", "-D", "--decode"}):
        try:
            sys.stdout.buffer.write(base64.b64decode(b"".join(data.split()), validate=True))
        except binascii.Error:
            raise Complaint("invalid input") from None
        return
    text = base64.b64encode(data).decode()
    width = int(flags.get("-w", flags.get("--wrap", 76)) or 0) or len(text) or 1
    print("\n".join(text[at : at + width] for at in range(0, len(text), width)))


def date(args, shell):
    """The account's time, in UTC; +FORMAT as strftime takes it."""
    flags, rest = options(args, "ud:", "utc")
    now = datetime.datetime.now(datetime.UTC)
    if "-d" in flags:
        from dateutil import parser

        try:
            now = parser.parse(flags["-d"], default=now.replace(hour=0, minute=0, second=0, microsecond=0))
        except (ValueError, OverflowError):
            raise Complaint(f"invalid date {flags['-d']!r}") from None
    form = rest[0][1:] if rest and rest[0].startswith("+") else "%a %b %e %H:%M:%S UTC %Y"
    print(now.strftime(form.replace("%s", str(int(now.timestamp())))))


def sleep(args, shell):
    """Lets the account's time pass, at once."""
    try:
        seconds = sum(_seconds(arg) for arg in args)
    except ValueError:
        raise Complaint("takes a number of seconds, or with s, m or h behind it", 2) from None
    time.sleep(seconds)


def _seconds(text):
    units = {"s": 1, "m": 60, "h": 3600, "d": 86400}
    return float(text[:-1]) * units[text[-1]] if text[-1:] in units else float(text)


PROGRAMS = {"aws": aws, "python": python, "python3": python, "base64": base64_, "date": date, "sleep": sleep}
