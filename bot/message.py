"""The answer to a message, which may ask several questions: "when does it open, and what does it cost?"."""

from collections.abc import Sequence

from msgspec.structs import replace

from retrieval.index import Snapshot
from retrieval.search import Query, Retriever
from retrieval.types import Answer, Quote, StandAlone

from .conversation import Turn, is_complete, opened, parts
from .readings import answer_question


def answer_message(retriever: Retriever, snapshot: Snapshot, asked: Query, history: Sequence[Turn]) -> Answer:
    """Return the answer to a message as its conversation means it, with those to its other questions.

    If nothing answers the message as a whole, its first question that has an answer stands for it.

    Args:
        asked: the message as the user wrote it.
        history: the turns before it, oldest first.
    """
    message = asked.question.own
    found = answer_question(retriever, snapshot, asked, history, history)
    each = _one_after_another(retriever, snapshot, asked, history)
    if not found.answered:
        found = next((it for it in each if it.answered), found)
    return replace(found, question=message, further=_further(found, each))


def _one_after_another(retriever: Retriever, snapshot: Snapshot, asked: Query, history: Sequence[Turn]) -> list[Answer]:
    """Return the answers to the questions of a message that has several, as if they had been sent one by one."""
    questions = [it.text for it in parts(opened(asked.question.own).own) if it.asks]
    turns, found = [*history], list[Answer]()
    for question in questions if len(questions) > 1 else ():
        one = answer_question(retriever, snapshot, replace(asked, question=StandAlone(question)), turns, history)
        turns.append(Turn.of(one))
        found.append(one if is_complete(StandAlone.of(one.interpreted_as)) else replace(one, answered=False))
    return found


def _further(found: Answer, each: Sequence[Answer]) -> tuple[Answer, ...]:
    """Return the answers to questions of a message that tell more than the answer to the whole.

    If none of them has its quote, it is taken for an answer to the first.
    """
    shown = list(filter(None, [found.quote]))
    own = [it.quote is not None and _overlap(it.quote, found.quote) for it in each]
    further = list[Answer]()
    for one in each if any(own) else each[1:]:
        if one.quote and not any(_overlap(one.quote, it) for it in shown):
            shown.append(one.quote)
            further.append(replace(one, hits=one.hits[:1]))
    return tuple(further)


def _overlap(one: Quote, other: Quote | None) -> bool:
    return other is not None and one.passage.id == other.passage.id and one.start < other.end and other.start < one.end
