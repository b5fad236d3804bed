"""Every error that this project raises on purpose; one base, no imports."""


class SpeurneusError(Exception):
    """Base of all: its text names the place and the remedy, and holds no value of the data."""

    exit_code = 2


class ConfError(SpeurneusError):
    """A conf file that cannot be used: names file, key and remedy."""

    def __init__(self, file: object, problem: str, remedy: str = "") -> None:
        self.file = str(file)
        text = f"{file}: {problem}"
        super().__init__(f"{text}; {remedy}" if remedy else text)


class UsageError(SpeurneusError):
    """A command line that cannot be carried out."""


class FindingsError(SpeurneusError):
    """Result tables that are missing, broken or of another version."""


class SourceError(SpeurneusError):
    """Data that cannot be read; becomes a line of `coverage` (in Dutch), not the end of a sweep."""

    exit_code = 3


class NotebookError(SpeurneusError):
    """The findings notebook did not run to its end."""

    exit_code = 3
