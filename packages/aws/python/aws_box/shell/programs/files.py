"""Files and folders."""

import os
import shutil
import sys
import time

from .complaint import Complaint, options


def cat(args, shell):
    """Files one after the other, or standard input."""
    flags, paths = options(args, "nA")
    for number, line in enumerate(_lines(paths), 1):
        sys.stdout.buffer.write((b"%6d\t" % number if "-n" in flags else b"") + line)


def _lines(paths):
    for path in paths or ["-"]:
        if path == "-":
            yield from sys.stdin.buffer
        else:
            with open(path, "rb") as file:
                yield from file


def ls(args, shell):
    """Names, with -l also size and time."""
    flags, paths = options(args, "la1hRrtd")
    code = 0
    for number, path in enumerate(paths or ["."]):
        try:
            found = sorted(os.listdir(path)) if os.path.isdir(path) and "-d" not in flags else [_there(path)]
        except FileNotFoundError:
            print(f"ls: {path}: No such file or directory", file=sys.stderr)
            code = 1
            continue
        if len(paths) > 1 and os.path.isdir(path):
            print(f"{chr(10) if number else ''}{path}:")
        for name in found:
            if "-a" in flags or not name.startswith("."):
                print(_long(os.path.join(path, name)) + name if "-l" in flags else name)
    return code


def _there(path):
    os.stat(path)
    return path


def _long(path):
    seen = os.stat(path)
    when = time.strftime("%Y-%m-%d %H:%M", time.gmtime(seen.st_mtime))
    return f"{'d' if os.path.isdir(path) else '-'} {seen.st_size:>8} {when} "


def mkdir(args, shell):
    """Makes folders; -p also those above, and no complaint where it is there."""
    flags, paths = options(args, "p")
    for path in paths:
        if "-p" in flags:
            os.makedirs(path, exist_ok=True)
        else:
            os.mkdir(path)


def rm(args, shell):
    """Removes files; -r folders too, -f without complaint."""
    flags, paths = options(args, "rRf")
    for path in paths:
        if os.path.isdir(path):
            if flags.keys().isdisjoint({"-r", "-R"}):
                raise Complaint(f"{path}: is a directory")
            shutil.rmtree(path)
        elif "-f" not in flags or os.path.exists(path):
            os.unlink(path)


def cp(args, shell):
    """Copies a file, or with -r a folder."""
    flags, paths = options(args, "rRa")
    for source, target in _pairs(paths):
        if os.path.isdir(source):
            if not flags:
                raise Complaint(f"{source}: is a directory")
            shutil.copytree(source, target, dirs_exist_ok=True)
        else:
            shutil.copyfile(source, target)


def mv(args, shell):
    """Gives a file another name."""
    _, paths = options(args, "f")
    for source, target in _pairs(paths):
        os.replace(source, target)


def _pairs(paths):
    if len(paths) < 2:
        raise Complaint("two names are needed", 2)
    *sources, target = paths
    if os.path.isdir(target):
        return [(source, os.path.join(target, os.path.basename(source.rstrip("/")))) for source in sources]
    if len(sources) > 1:
        raise Complaint(f"{target}: is not a directory")
    return [(sources[0], target)]


def touch(args, shell):
    """Makes empty files."""
    for path in args:
        open(path, "ab").close()


def tee(args, shell):
    """Passes its input on and keeps a copy."""
    flags, paths = options(args, "a")
    data = sys.stdin.buffer.read()
    sys.stdout.buffer.write(data)
    for path in paths:
        with open(path, "ab" if "-a" in flags else "wb") as file:
            file.write(data)


PROGRAMS = {
    "cat": cat,
    "less": cat,
    "more": cat,
    "ls": ls,
    "mkdir": mkdir,
    "rm": rm,
    "cp": cp,
    "mv": mv,
    "touch": touch,
    "tee": tee,
}
