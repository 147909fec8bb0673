"""Lines of text."""

import re
import sys

from .complaint import Complaint, count, options

# A pattern is the learner's own and so is what it is held against; lines are cut so that a slow one ends.
LINE_CHARS_MAX = 20_000


def echo(args, shell):
    """Its arguments; -n without the end of the line."""
    end = "\n"
    while args[:1] in (["-n"], ["-e"], ["-E"]):
        end = "" if args[0] == "-n" else end
        args = args[1:]
    print(*args, end=end)


def printf(args, shell):
    """%s and %d, repeated until all arguments are used."""
    if not args:
        raise Complaint("a format is needed", 2)
    form = args[0].replace("\\n", "\n").replace("\\t", "\t")
    values = list(args[1:])
    while True:
        sys.stdout.write(re.sub(r"%([sd%])", lambda m: "%" if m[1] == "%" else values.pop(0) if values else "", form))
        if not values or "%" not in form:
            return


def _read(paths):
    """(name, lines) of files, or of standard input."""
    for path in paths or ["-"]:
        if path == "-":
            yield path, sys.stdin.read().splitlines()
        else:
            with open(path, encoding="utf-8", errors="replace") as file:
                yield path, file.read().splitlines()


def _all(paths):
    return [line for _, lines in _read(paths) for line in lines]


def _ends(args, default=10):
    args = [f"-n{arg[1:]}" if re.fullmatch(r"-\d+", arg) else arg for arg in args]
    flags, paths = options(args, "n:c:")
    if "-c" in flags:
        return "c", count(flags["-c"], "-c"), paths
    return "n", count(flags.get("-n", str(default)), "-n"), paths


def head(args, shell):
    """The first lines, or with -c bytes."""
    kind, number, paths = _ends(args)
    if kind == "c":
        sys.stdout.write("\n".join(_all(paths))[:number])
    else:
        _print(line for _, lines in _read(paths) for line in lines[:number])


def tail(args, shell):
    """The last lines."""
    _, number, paths = _ends([arg.replace("+", "", 1) if arg.startswith("-n+") else arg for arg in args])
    _print(line for _, lines in _read(paths) for line in (lines[-number:] if number else []))


def grep(args, shell):
    """Lines that match: -i -v -n -c -o -w -q -F -E -l -A. Exit code 1 where none does."""
    flags, rest = options(args, "ivncowqFElhHre:A:", "color=", "include=")
    if "-e" not in flags and not rest:
        raise Complaint("a pattern is needed", 2)
    pattern = flags.get("-e") or rest.pop(0)
    pattern = re.escape(pattern) if "-F" in flags else pattern
    pattern = rf"\b(?:{pattern})\b" if "-w" in flags else pattern
    try:
        wanted = re.compile(pattern, re.IGNORECASE if "-i" in flags else 0)
    except re.error as error:
        raise Complaint(f"the pattern is not one: {error}", 2) from None
    some = False
    for name, lines in _read(rest):
        found = [at for at, line in enumerate(lines) if bool(wanted.search(line[:LINE_CHARS_MAX])) != ("-v" in flags)]
        some |= bool(found)
        label = f"{name}:" if len(rest) > 1 and "-h" not in flags else ""
        if "-q" not in flags:
            _print(_grepped(lines, found, wanted, flags, label))
    return 0 if some else 1


def _grepped(lines, found, wanted, flags, label):
    if "-c" in flags:
        return [f"{label}{len(found)}"]
    if "-l" in flags:
        return [label.rstrip(":") or "(standard input)"] if found else []
    if "-A" in flags:
        after = count(flags["-A"], "-A")
        found = sorted({one for at in found for one in range(at, min(at + after + 1, len(lines)))})
    shown = ((at, text) for at in found for text in (wanted.findall(lines[at]) if "-o" in flags else [lines[at]]))
    return [f"{label}{at + 1}:{text}" if "-n" in flags else f"{label}{text}" for at, text in shown]


def wc(args, shell):
    """Lines, words and bytes."""
    flags, paths = options(args, "lwcm")
    for path, data in _bytes(paths):
        counts = {"-l": data.count(b"\n"), "-w": len(data.split()), "-c": len(data)}
        wanted = [flag for flag in counts if flag in flags] or list(counts)
        print(*(counts[flag] for flag in wanted), *([path] if paths else []))


def _bytes(paths):
    for path in paths or ["-"]:
        if path == "-":
            yield path, sys.stdin.buffer.read()
        else:
            with open(path, "rb") as file:
                yield path, file.read()


def sort(args, shell):
    """Sorted lines: -r -u -n."""
    flags, paths = options(args, "runk:t:")
    lines = _all(paths)
    lines = list(dict.fromkeys(lines)) if "-u" in flags else lines
    _print(sorted(lines, key=_number if "-n" in flags else None, reverse="-r" in flags))


def _number(line):
    found = re.match(r"\s*-?\d+(\.\d+)?", line)
    return float(found[0]) if found else 0.0


def uniq(args, shell):
    """Lines that differ from the one before; -c with their number, -d those that stand more than once."""
    flags, paths = options(args, "cd")
    groups = []
    for line in _all(paths):
        if groups and groups[-1][0] == line:
            groups[-1][1] += 1
        else:
            groups.append([line, 1])
    shown = [(line, times) for line, times in groups if times > 1 or "-d" not in flags]
    _print(f"{times:>7} {line}" if "-c" in flags else line for line, times in shown)


def cut(args, shell):
    """Fields of lines: -d -f 1,3."""
    flags, paths = options(args, "d:f:")
    try:
        wanted = [int(one) - 1 for one in flags["-f"].split(",")]
    except (KeyError, ValueError):
        raise Complaint("-f takes numbers of fields, as in -f 1,3", 2) from None
    mark = flags.get("-d", "\t")
    for line in _all(paths):
        parts = line.split(mark)
        print(mark.join(parts[at] for at in wanted if 0 <= at < len(parts)) if mark in line else line)


def tr(args, shell):
    """Characters for others, or with -d away."""
    flags, sets = options(args, "d")
    sets = [one.replace("\\n", "\n").replace("\\t", "\t").replace("\\r", "\r") for one in sets]
    if len(sets) != (1 if "-d" in flags else 2):
        raise Complaint("two sets of characters are needed, or -d and one", 2)
    if "-d" in flags:
        table = {ord(char): None for char in sets[0]}
    else:
        table = {ord(char): sets[1][min(at, len(sets[1]) - 1)] for at, char in enumerate(sets[0])}
    sys.stdout.write(sys.stdin.read().translate(table))


def _print(lines):
    for line in lines:
        print(line)


PROGRAMS = {
    "echo": echo,
    "printf": printf,
    "head": head,
    "tail": tail,
    "grep": grep,
    "wc": wc,
    "sort": sort,
    "uniq": uniq,
    "cut": cut,
    "tr": tr,
}
