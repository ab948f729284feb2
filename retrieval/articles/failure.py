"""Failures of reading as values rather than exceptions, because one bad file must not stop the others."""

from importlib import import_module
from pathlib import Path
from shlex import quote
from typing import Any

from msgspec import Struct

from ..errors import RetrievalError


class ReadFailure(Struct, frozen=True):
    """A file, or a row of one, that yielded no article: what happened, where, and how to put it right."""

    where: str
    what: str
    remedy: str

    def __str__(self) -> str:
        # File names and library messages may contain line breaks, but the message must be one line.
        return " ".join(f"{self.where}: {self.what}; {self.remedy}".split())


class UnreadableError(RetrievalError):
    """Raised inside a reader, and turned into a `ReadFailure` by `read_articles`."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(f"{what}; {remedy}")
        self.what = what
        self.remedy = remedy

    def at(self, where: str) -> ReadFailure:
        """Return the failure of a file or a row."""
        return ReadFailure(where, self.what, self.remedy)


def empty_file() -> UnreadableError:
    """Return the error for a file without content."""
    return UnreadableError("the file is empty", "put an article into it or remove it")


def library(name: str, *, of: str, extra: str) -> Any:
    """Import and return the module that reads some format; `of` names the format in words.

    Raises UnreadableError with the extra to install if it is missing.
    """
    try:
        return import_module(name)
    except ImportError as error:
        what = f"reading {of} needs a library that is not installed"
        raise UnreadableError(what, f"pip install 'byline[{extra}]'") from error


def refused(path: Path, error: OSError) -> ReadFailure:
    """Return the failure for a file or folder that the system refuses."""
    if isinstance(error, FileNotFoundError):
        return ReadFailure(str(path), "there is no such file or folder", "check the path")
    if isinstance(error, PermissionError):
        return ReadFailure(str(path), "you may not read it", f"give yourself the right: chmod u+rX {quote(str(path))}")
    reason = error.strerror or error
    return ReadFailure(str(path), f"it cannot be opened ({reason})", "check the disk and the path")
