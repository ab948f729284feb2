"""How a sentence relates to those around it: it heads them, depends on the one before, or is a question. Pure."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from ..language.back_references import POINTS_BACK
from ..language.sentences import asks, is_closed, is_heading, is_row, signs
from ..patterns import CAPITAL, lazy
from ..types import PARAGRAPH_BREAK, Article, Passage

_NAME_ALONE = lazy(rf"{CAPITAL}[\w'’-]*(?: (?:(?:de|del|la|le|van|von|zu) )?{CAPITAL}[\w'’-]+){{1,3}}\.?")


class Layout(NamedTuple):
    """The sentences of a passage that are no running text, and those that ask; by number."""

    headings: list[int]
    signatures: list[int]
    rows: frozenset[int]
    questions: frozenset[int]
    ends: frozenset[int]
    """The last sentences of paragraphs, without that of the passage."""


@lru_cache(maxsize=8192)
def layout(passage: Passage) -> Layout:
    """Return the layout of a passage; cached, as the same passages recur from question to question."""
    texts = list(enumerate(passage.sentence_texts))
    return Layout(
        [at for at, _ in texts if heads(passage, at)],
        [at for at, _ in texts if is_signature(passage, at)],
        frozenset(at for at, text in texts if is_row(text)),
        frozenset(at for at, text in texts if asks(text)),
        frozenset(at for at, _ in texts[:-1] if opens(passage, at + 1)),
    )


def opens(passage: Passage, at: int) -> bool:
    """Return whether a sentence is the first of its paragraph, as far as the passage shows."""
    spans = passage.sentences
    return at == 0 or PARAGRAPH_BREAK in passage.text[spans[at - 1][1] : spans[at][0]]


def paragraph(passage: Passage, at: int) -> tuple[int, int]:
    """Return the first and last sentence, within the passage, of the paragraph that a sentence is in."""
    first = last = at
    while not opens(passage, first):
        first -= 1
    while last + 1 < len(passage.sentences) and not opens(passage, last + 1):
        last += 1
    return first, last


def heads(passage: Passage, at: int) -> bool:
    """Return whether a sentence is a line above running text or a table, and no row of a table itself: "S-14: a; b"."""
    if at + 1 == len(passage.sentences) or not (opens(passage, at) and opens(passage, at + 1)):
        return False
    line, below = passage.sentence(at), passage.sentence(at + 1)
    return is_heading(line) and not is_row(line) and (is_row(below) or not is_heading(below))


def announces(passage: Passage, article: Article) -> bool:
    """Return whether a passage is only a standfirst: a line under the title, not closed by punctuation."""
    alone = passage.paragraph == 1 and len(passage.sentences) == 1 and passage.end < len(article.text)
    return alone and not is_closed(passage.text)


def names_speaker(passage: Passage, at: int) -> bool:
    """Return whether a sentence is only a name above what that person tells: "Noreen Duffy. That night we …"."""
    alone = _NAME_ALONE.fullmatch(passage.sentence(at)) is not None
    return alone and opens(passage, at) and at + 1 < len(passage.sentences) and not opens(passage, at + 1)


def is_signature(passage: Passage, at: int) -> bool:
    """Return whether a sentence is the name under a reader's letter: "My sister owes me money. — Carol"."""
    last = at + 1 == len(passage.sentences) or opens(passage, at + 1)
    return at > 0 and last and signs(passage.sentence(at))


def leading_to_questions(passage: Passage, asking: Sequence[bool]) -> list[bool]:
    """Return for each sentence if its paragraph ends with a question that the next answers: "I get no light. May I?".

    Args:
        asking: for each sentence, whether it is a question.
    """
    leading = [False] * len(asking)
    for at in reversed(range(len(asking) - 1)):
        leading[at] = asking[at] if opens(passage, at + 1) else leading[at + 1]
    return leading


def points_back(passage: Passage, at: int) -> bool:
    """Return whether a sentence opens with words that need an antecedent: "She", "Two of them"."""
    start, end = passage.sentences[at]
    return POINTS_BACK.match(passage.text, start, end) is not None
