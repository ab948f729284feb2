"""How a question was read, for whoever asked it, and when two questions are one."""

from dataclasses import dataclass

from retrieval.language.text import normal_form
from retrieval.types import Answer

from ..conversation import carried, without_opening


@dataclass(frozen=True, slots=True)
class ReadAs:
    """A question as it was read."""

    question: str
    topic: str
    """The words that were carried over to it, if any."""


def read_as(found: Answer) -> ReadAs | None:
    """Return how a question was read; None where that is as it stands: courtesies around it go without saying."""
    own, topic = carried(found.question, found.interpreted_as)
    if not topic and any(same_question(own, asked) for asked in (found.question, without_opening(found.question))):
        return None
    return ReadAs(own, topic)


def same_question(one: str, other: str) -> bool:
    """Return whether two questions differ in nothing a reader would notice."""
    return comparable(one) == comparable(other)


def comparable(text: str) -> str:
    """Return what a text has in common with one that nobody would tell from it."""
    return " ".join(normal_form(text).split())
