"""Python programs, run in this interpreter as if each had one of its own."""

import logging
import os
import sys
import traceback
from types import ModuleType


def run_file(path, args=()):
    """Runs a file as `python path args…` does. Returns the exit code; prints what went wrong."""
    try:
        with open(path, encoding="utf-8") as file:
            source = file.read()
    except (OSError, UnicodeDecodeError) as error:
        print(f"python: can't open file {path!r}: {getattr(error, 'strerror', None) or error}", file=sys.stderr)
        return 2
    return run_source(source, path, [path, *args])


def run_source(source, path, argv):
    """Runs a text with a fresh `__main__`; afterwards environment, folder, path and modules are as before."""
    main = ModuleType("__main__")
    main.__file__ = path
    kept = _Kept()
    sys.modules["__main__"], sys.argv = main, list(argv)
    sys.path.insert(0, os.path.dirname(os.path.abspath(path)))
    try:
        exec(compile(source, path, "exec", dont_inherit=True), main.__dict__)
        return 0
    except SystemExit as stopped:
        return _exit_code(stopped.code)
    except BaseException as error:
        _print_trace(error)
        return 1
    finally:
        kept.put_back()


class _Kept:
    """What a process of its own would have left as it was."""

    def __init__(self):
        self.env, self.folder, self.path = dict(os.environ), os.getcwd(), list(sys.path)
        self.modules, self.argv, self.main = set(sys.modules), sys.argv, sys.modules["__main__"]

    def put_back(self):
        """Undoes what the program did to it."""
        os.environ.clear()
        os.environ.update(self.env)
        os.chdir(self.folder)
        sys.path[:], sys.argv, sys.modules["__main__"] = self.path, self.argv, self.main
        for name in set(sys.modules) - self.modules:
            # Modules of the interpreter may stay loaded, those of the learner may change until the next run.
            if (getattr(sys.modules[name], "__file__", None) or "").startswith("/home/"):
                del sys.modules[name]
        logging.root.handlers.clear()
        logging.root.setLevel(logging.WARNING)
        if boto3 := sys.modules.get("boto3"):
            boto3.DEFAULT_SESSION = None


def _exit_code(code):
    if code is None:
        return 0
    if isinstance(code, int):
        return code & 0xFF
    print(code, file=sys.stderr)
    return 1


def _print_trace(error):
    # Without the frame of this module.
    trace = error.__traceback__.tb_next if error.__traceback__ else None
    traceback.print_exception(type(error), error, trace)
