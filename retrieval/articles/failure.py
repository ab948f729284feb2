"""What a reader could not read: a value rather than an exception, for one bad file must not stop the others."""

from dataclasses import dataclass

from ..errors import ReadError


@dataclass(frozen=True, slots=True)
class ReadFailure:
    """One file, or one row of it, that gave no article: what happened, where, and what mends it."""

    where: str
    what: str
    remedy: str

    def __str__(self) -> str:
        # File names and library messages may hold line breaks: the promise is one line.
        return " ".join(f"{self.where}: {self.what}; {self.remedy}".split())


class UnreadableError(ReadError):
    """Raised inside a reader and turned into a `ReadFailure` by `read_articles`."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(f"{what}; {remedy}")
        self.what = what
        self.remedy = remedy
