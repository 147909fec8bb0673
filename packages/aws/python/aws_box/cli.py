"""The AWS CLI in this interpreter: a command is a function call, and what it needs is already loaded."""

import logging
import sys

from awscli.clidriver import create_clidriver

from . import in_sandbox, models, threads
from .cli_help import help_text

if in_sandbox:
    threads.install_for_cli()

# Options before the name of a service that take a value.
_valued = frozenset(
    "--endpoint-url --output --query --profile --region --color --ca-bundle --cli-read-timeout --cli-connect-timeout --cli-binary-format".split()
)
_loggers = ("awscli", "botocore", "s3transfer", "urllib3", "")


def aws(args):
    """Runs one command, without the leading “aws”. Prints to sys.stdout and sys.stderr; returns the exit code."""
    driver = create_clidriver()
    driver.session.register_component("data_loader", models.for_cli())
    command = list(_without_options(args))
    refused = _refusal(command, driver)
    if refused is not None:
        print(f"aws: {refused}", file=sys.stderr)
        return 255
    if command[-1:] == ["help"]:
        print(help_text(command[:-1]))
        return 0
    if command[:1] == ["s3"] and command[1:2] in (["cp"], ["mv"], ["sync"]):
        # Its line of progress rewrites itself, which only a terminal shows well.
        args = [*args, "--no-progress"]
    before = {name: list(logging.getLogger(name).handlers) for name in _loggers}
    try:
        return int(driver.main(args) or 0)
    except SystemExit as stopped:
        return stopped.code if isinstance(stopped.code, int) else 0 if stopped.code is None else 1
    finally:
        # The CLI expects its process to end here: handlers would pile up and hold this command's streams.
        for name, handlers in before.items():
            logging.getLogger(name).handlers[:] = handlers


def _without_options(args):
    """Service and operation, the words before the operation's own options."""
    words = iter(args)
    for word in words:
        if word in _valued:
            next(words, None)
        elif not word.startswith("-"):
            yield word


def _refusal(command, driver):
    name = command[0] if command else None
    if name in models.other_services():
        return f"the service {name} is not part of this account. It has: {', '.join(_commands())}"
    if name is not None and name not in driver._get_command_table() and name != "help":
        return f"there is no command {name!r}. There are: {', '.join(_commands())}, configure"
    return None


def _commands():
    return sorted([*models.services(), "s3api"])
