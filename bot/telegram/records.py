"""Records of sent answers and followed questions. Pure values, and their form on disk."""

import json
import secrets
from collections.abc import Sequence

from msgspec import Struct, convert, to_builtins
from msgspec.structs import replace

from retrieval.types import Answer, Article, Filter, Quote, Reason, Reported, Signal

OTHERS_KEPT = 10
"""How many other articles with the same passage are kept: as many as a message names."""


class PassageRef(Struct, frozen=True):
    """Where to find a passage again, and which part of it was quoted."""

    passage: str
    start: int
    end: int
    also_in: tuple[str, ...] = ()
    """Ids of the articles that carry the same passage."""

    @classmethod
    def of(cls, quote: Quote, also_in: Sequence[Article] = ()) -> "PassageRef":
        """Return the place of a quote, and the other articles with its passage."""
        return cls(quote.passage.id, quote.start, quote.end, tuple(it.id for it in also_in[:OTHERS_KEPT]))


class Report(Struct, frozen=True):
    """The passage in which an article gives a figure of its own, and where in it the figures stand."""

    place: PassageRef
    figures: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, it: Reported) -> "Report":
        """Return where an article's figures stand."""
        return cls(PassageRef.of(it.quote), tuple((figure.start, figure.end) for figure in it.figures))


class AnswerRecord(Struct, frozen=True):
    """What an answer said: enough to write its message again, whatever happens to the index."""

    question: str
    interpreted_as: str
    answered: bool
    reason: Reason | None
    filter: Filter
    places: tuple[PassageRef, ...]
    reports: tuple[Report, ...] = ()
    """Figures of articles that disagree."""
    confidence: float = 0.0
    signals: tuple[Signal, ...] = ()
    """Those of the first passage; none if nobody judged it."""
    further: tuple["AnswerRecord", ...] = ()
    """Answers to the other questions of the message."""
    thread: int | None = None
    """The topic of its chat in which it was given: another topic is another conversation."""

    @classmethod
    def of(cls, answer: Answer, *, thread: int | None = None) -> "AnswerRecord":
        """Return the record of an answer; `restore` turns it into an answer again."""
        return cls(
            question=answer.question,
            interpreted_as=answer.interpreted_as,
            answered=answer.answered,
            reason=answer.reason and replace(answer.reason, title=None),  # an article's, and told in no chat
            filter=answer.filter,
            places=tuple(PassageRef.of(hit.quote, hit.also_in) for hit in answer.hits),
            reports=tuple(Report.of(it) for it in answer.reported),
            confidence=answer.confidence,
            signals=answer.hits[0].signals if answer.hits else (),
            further=tuple(map(cls.of, answer.further)),
            thread=thread,
        )

    def to_json(self) -> str:
        return json.dumps(to_builtins(self))

    @classmethod
    def from_json(cls, text: str) -> "AnswerRecord":
        return convert(json.loads(text), cls)


class Shown(Struct, frozen=True):
    """An answer as it was sent, kept to page through it, and to edit it when its question is edited."""

    key: str
    chat: int
    user: int
    asked: int
    """Number of the question's message."""
    message: int | None
    """Number of the answer's message; None until its delivery is known."""
    found: AnswerRecord
    view: str | None = None
    """Callback data of the button whose view its message shows; None for the first page."""


class Follow(Struct, frozen=True):
    """A question whose new answers a user wants to be told."""

    id: int
    user: int
    question: str
    language: str | None
    """Language of the user's app when they asked; needed because news is sent without a message from the app."""


def new_key() -> str:
    """Return an unguessable key for an answer, short enough for a button."""
    return secrets.token_urlsafe(9)
