"""Which sentences of a passage hold what is asked for: a thing of its kind, or what a named person is asked about."""

from collections.abc import Set

import numpy as np

from ..question.answer_type import AnswerType, plain
from ..question.events import tells_no_event
from ..types import Article, Passage
from .asked import Asked
from .compounds import Stems
from .fusion import Floats
from .holding import holds, is_past
from .introduced import borne_by, introduced
from .said import said_by


def holding_sentences(
    passage: Passage, article: Article, asked: Asked, found: Stems, heading: Set[str]
) -> tuple[AnswerType | None, Floats]:
    """Return the kind of thing that is asked for here, and which sentences hold it."""
    if asked.named is not None and (told := introduced(asked.named, passage, article, found, heading)) is not None:
        return asked.named.kind, told
    if asked.teller is not None and (said := said_by(asked.teller, passage, article)).any():
        return asked.kind or AnswerType.SPEECH, said
    if asked.kind is None:
        return None, np.zeros(len(passage.sentences))
    if asked.who is not None:
        return asked.kind, said_by(asked.who, passage, article)
    if asked.kind is AnswerType.PERSON:
        return _who(passage, article, asked, found, heading)
    return asked.kind, _holding(asked.kind, passage, article, asked)


def _who(
    passage: Passage, article: Article, asked: Asked, found: Stems, heading: Set[str]
) -> tuple[AnswerType, Floats]:
    """Return which sentences name who bears an office or did something, those first that tell of what they did."""
    telling = np.array([not tells_no_event(it, plain(asked.text)) for it in passage.sentence_texts], float)
    if asked.office is not None and (borne := borne_by(asked, passage, found, heading) * telling).any():
        return AnswerType.IDENTITY, borne
    held = _holding(AnswerType.PERSON, passage, article, asked)
    named = held * telling
    return AnswerType.PERSON, named if named.any() else held  # the name may stand before what they did


def _holding(kind: AnswerType, passage: Passage, article: Article, asked: Asked) -> Floats:
    """Return 1 for each sentence that holds a thing of a kind, else 0."""
    holding = (
        holds(it, kind, asked.text, article.language) and not (asked.ahead and is_past(it, article.day))
        for it in passage.sentence_texts
    )
    return np.array([float(it) for it in holding])
