"""What ends a line."""


class ShellError(Exception):
    """A line that this shell does not take, said in its own words."""


class Exit(Exception):
    """The line asks for the shell's end; a shell in a page has none, so only the line ends."""

    def __init__(self, code):
        super().__init__(code)
        self.code = code
