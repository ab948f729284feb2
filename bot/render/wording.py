"""How a question was read, for whoever asked it, and when two questions are one."""

from retrieval.language.text import normal_form
from retrieval.types import Answer

from ..conversation import carried, opened


def read_as(found: Answer) -> tuple[str, str] | None:
    """Return a question as it was read, and the words that were carried over to it, if any.

    None where that is as it stands: courtesies around it go without saying.
    """
    own, topic = carried(found.question, found.interpreted_as)
    if not topic and any(same_question(own, asked) for asked in (found.question, opened(found.question).own)):
        return None
    return own, topic


def same_question(one: str, other: str) -> bool:
    """Return whether two questions differ in nothing a reader would notice."""
    return comparable(one) == comparable(other)


def comparable(text: str) -> str:
    """Return what a text has in common with one that nobody would tell from it."""
    return " ".join(normal_form(text).split())
