"""Programs of a machine that is made up, with the interface of subprocess, which leads here too."""

import io
import os
import shlex
import sys

from ._host import call

PIPE = -1
STDOUT = -2
DEVNULL = -3


class SubprocessError(Exception):
    """A program was not started or did not end well."""


class CalledProcessError(SubprocessError):
    """The exit status was not 0, and `check` was asked for."""

    def __init__(self, returncode, cmd, output=None, stderr=None):
        self.returncode, self.cmd, self.output, self.stderr = returncode, cmd, output, stderr
        self.stdout = output
        super().__init__(f"Command {cmd!r} returned non-zero exit status {returncode}.")


class TimeoutExpired(SubprocessError):
    """Never raised here: programs end at once."""


class CompletedProcess:
    """`args`, `returncode`, `stdout`, `stderr`."""

    def __init__(self, args, returncode, stdout=None, stderr=None):
        self.args, self.returncode, self.stdout, self.stderr = args, returncode, stdout, stderr

    def check_returncode(self):
        """Raises CalledProcessError unless the exit status is 0."""
        if self.returncode:
            raise CalledProcessError(self.returncode, self.args, self.stdout, self.stderr)


def run(args, shell=False, capture_output=False, text=None, check=False, **options):
    """Runs a program to its end: a list of arguments, or with `shell` a line as sh reads it.

    Further options: input, cwd, env, stdout, stderr, encoding, universal_newlines.
    """
    asked = _asked(args, shell, options)
    reply = call("shell", asked)
    if not shell and reply["exit"] == 127 and reply["stderr"].endswith(": not found\n"):
        raise FileNotFoundError(2, "No such file or directory", asked["argv"][0])
    as_text = text or options.get("encoding") or options.get("universal_newlines")
    said = {"stdout": reply["stdout"], "stderr": reply["stderr"]}
    if options.get("stderr") == STDOUT:
        said = {"stdout": said["stdout"] + said["stderr"], "stderr": ""}
    kept = {}
    for name, value in said.items():
        caught = capture_output or options.get(name) == PIPE
        if not caught and options.get(name) is None and value:
            getattr(sys, name).write(value)
        kept[name] = (value if as_text else value.encode()) if caught else None
    done = CompletedProcess(args, reply["exit"], **kept)
    if check:
        done.check_returncode()
    return done


def _asked(args, shell, options):
    if shell:
        # Of a list, the shell reads the first; the others are its own arguments.
        asked = {"line": os.fsdecode(args if isinstance(args, (str, bytes)) else args[0])}
    else:
        words = [args] if isinstance(args, (str, bytes, os.PathLike)) else args
        asked = {"argv": [os.fsdecode(one) for one in words]}
    if options.get("input") is not None:
        given = options["input"]
        asked["stdin"] = given if isinstance(given, str) else bytes(given).decode("utf-8", "replace")
    if options.get("cwd") is not None:
        asked["cwd"] = os.fsdecode(options["cwd"])
    if options.get("env") is not None:
        asked["env"] = {str(name): str(value) for name, value in options["env"].items()}
    return asked


class Popen:
    """A program that has already ended; `communicate`, `wait`, `poll`, `stdout`, `stderr`."""

    def __init__(self, args, shell=False, **options):
        self.args = args
        self._asked = (shell, options)
        self._done = None
        self.pid = 4243
        if options.get("stdin") != PIPE:
            self._finish(None)

    def _finish(self, input):
        if self._done is None:
            shell, options = self._asked
            self._done = run(self.args, shell, input=input, **options)
            kind = io.BytesIO if isinstance(self._done.stdout, bytes) else io.StringIO
            self.stdout = None if self._done.stdout is None else kind(self._done.stdout)
            self.stderr = None if self._done.stderr is None else kind(self._done.stderr)
        self.returncode = self._done.returncode
        return self._done

    def communicate(self, input=None, timeout=None):
        """What it printed: (stdout, stderr)."""
        done = self._finish(input)
        return done.stdout, done.stderr

    def wait(self, timeout=None):
        """The exit status."""
        return self._finish(None).returncode

    poll = wait

    def kill(self):
        """It has ended."""

    terminate = kill

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.wait()


def call_program(args, **options):
    """The exit status (subprocess.call)."""
    return run(args, **options).returncode


def check_call(args, **options):
    """Raises CalledProcessError unless the exit status is 0."""
    return run(args, check=True, **options).returncode


def check_output(args, **options):
    """What it printed. Raises CalledProcessError unless the exit status is 0."""
    return run(args, stdout=PIPE, check=True, **options).stdout


def getoutput(line):
    """What a line printed."""
    return getstatusoutput(line)[1]


def getstatusoutput(line):
    """Exit status and what a line printed."""
    done = run(line, shell=True, text=True, stdout=PIPE, stderr=STDOUT)
    return done.returncode, done.stdout.removesuffix("\n")


def system(line):
    """Runs a line as os.system does: what it prints is printed, the status is in the upper byte."""
    return run(line, shell=True).returncode << 8


def popen(line, mode="r", buffering=-1):
    """What a line prints, as a file (os.popen)."""
    return io.StringIO(run(line, shell=True, text=True, stdout=PIPE).stdout)


quote = shlex.quote


def install():
    """Leads subprocess, os.system and os.popen here."""
    module = type(sys)("subprocess", __doc__)
    module.__dict__.update({name: value for name, value in globals().items() if not name.startswith("_")})
    module.call = call_program
    for name in ("install", "call_program", "system", "popen", "quote"):
        del module.__dict__[name]
    sys.modules["subprocess"] = module
    os.system, os.popen = system, popen
