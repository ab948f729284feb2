"""Answers given before: which one a message continues, and what the articles have of it now."""

from collections.abc import Iterator

from msgspec.structs import replace
from telegram import Message

from retrieval.types import Answer, Context, Hit, Quote, Reported

from ..assistant import Assistant
from ..conversation import Turn
from .addressing import asker
from .delivery import thread_of
from .desk import Desk
from .records import AnswerRecord, PassageRef, Report, Shown


def continued(desk: Desk, message: Message) -> list[AnswerRecord]:
    """Return the answers that a message continues, oldest first: its user's in its topic, or the one it replies to."""
    if shown := replied_to(desk, message):
        return [shown.found]
    return desk.state.answers(message.chat_id, asker(message), message.message_id, thread=thread_of(message))


def turns(assistant: Assistant, kept: AnswerRecord) -> Iterator[Turn]:
    """Yield the turns that an answer completed, with their quotes if the articles still have them. Blocks."""
    for one in (kept, *kept.further):
        answer = place_now(assistant, one.places[0]) if one.answered else None
        yield Turn(one.interpreted_as, answer[1].text if answer else None, read=True)


def replied_to(desk: Desk, message: Message) -> Shown | None:
    """Return the answer that a message replies to, directly or through its question, whoever asked that."""
    before = message.reply_to_message
    return desk.state.shown_at(message.chat_id, before.message_id) if before else None


def place_now(assistant: Assistant, place: PassageRef) -> tuple[Context, Quote] | None:
    """Return a passage with its neighbours, and the quote in it; None if it is gone. Blocks."""
    around = assistant.context(place.passage)
    return (around, Quote(around.passage, place.start, place.end)) if around else None


def restore(assistant: Assistant, found: AnswerRecord) -> Answer | None:
    """Return an answer with those of its passages that still exist; None if the first is gone. Blocks."""
    hits = [_hit(assistant, place) for place in found.places]
    if not hits or hits[0] is None:
        return None
    first = replace(hits[0], signals=found.signals)
    return Answer(
        question=found.question,
        interpreted_as=found.interpreted_as,
        hits=(first, *filter(None, hits[1:])),
        confidence=found.confidence,
        answered=found.answered,
        reason=found.reason,
        filter=found.filter,
        reported=tuple(it for report in found.reports if (it := _reported(assistant, report))),
        further=tuple(filter(None, (restore(assistant, one) for one in found.further))),
    )


def _hit(assistant: Assistant, place: PassageRef) -> Hit | None:
    if (there := place_now(assistant, place)) is None:
        return None
    around, quote = there
    also = tuple(filter(None, map(assistant.article, place.also_in)))
    return Hit(around.passage, around.article, 0.0, quote, also_in=also)


def _reported(assistant: Assistant, report: Report) -> Reported | None:
    if (hit := _hit(assistant, report.place)) is None:
        return None
    return Reported(hit.article, hit.quote, tuple(Quote(hit.passage, start, end) for start, end in report.figures))
