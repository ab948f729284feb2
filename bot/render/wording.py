"""How a question was read, for its user, and whether two questions are the same."""

from retrieval.language.text import normal_form
from retrieval.types import Answer, StandAlone

from ..conversation import opened


def read_as(found: Answer) -> tuple[str, str] | None:
    """Return a question as it was read, and the words carried over to it, if any.

    None if it was read as written: that courtesies are left out need not be said.
    """
    if any(same_question(found.interpreted_as, asked) for asked in (found.question, opened(found.question).own)):
        return None
    read = StandAlone.of(found.interpreted_as)
    return read.own, read.carried


def same_question(one: str, other: str) -> bool:
    """Return whether two questions look the same to a reader."""
    return comparable(one) == comparable(other)


def comparable(text: str) -> str:
    """Return a form that texts which look the same to a reader have in common."""
    return " ".join(normal_form(text).split())
