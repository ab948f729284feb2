"""Passages that say the same: near copies of a story become one candidate, repeats among the best become one hit.

Pure; a story is a number that the index gives to all near copies of an article.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TypeVar

import numpy as np
from msgspec.structs import replace

from ..language.figures import figures
from ..language.months import DAY_OF_MONTH
from ..language.text import normal_form, word_list
from ..patterns import PROPER, lazy
from ..resemblance import MIN_RUNS, runs
from ..types import Article, Hit, Passage
from .candidates import Row
from .polarity import negations

_Found = TypeVar("_Found", bound=Row)

SAME_WORDS = 0.85
"""Passages of one story say the same when this share of the shorter one's words is in the other. It is lower than
`SAME_TEXT`, and one may leave things out, as their articles are known to be near copies."""

SAME_LENGTH = 0.6
"""A passage with less than this share of the other's distinct words is a different passage."""

SAME_TEXT = 0.9
"""Two of the best passages, from any articles, say the same when this share of their combined words is in both."""

KEPT = 2048
"""Passages whose words are cached from question to question. 8,192 of 39 words each took 39 MB."""

LEFT_OUT = 4
"""A text that is shorter by more words leaves something out, rather than says the same in other words."""

CARRIED = 0.7
"""An article of the same story carries a passage when it has this share of its runs of words: a dateline may differ."""

MOST_NAMES = 0.18
"""A greater share of capitals inside sentences is that of nouns rather than names."""

_NAME = lazy(rf"(?<=[^\W_], ){PROPER}|(?<=[^\W_] ){PROPER}")
_DAY = lazy(rf"(?<![\d.,:])(?:{DAY_OF_MONTH})", re.IGNORECASE)
_DATELINE = lazy(r"[^.!?\n]{1,60}?(?::| [-–—])\s")


def fold(found: Sequence[_Found], stories: Mapping[str, int]) -> list[_Found]:
    """Keep, of passages of one story that say the same, the one published first.

    Done before anything is read closely, so that copies of one passage do not crowd others out.

    Args:
        stories: story numbers by article id, for articles that have near copies.
    """
    groups: list[list[_Found]] = []
    by_story: dict[int, dict[str, list[_Found]]] = {}
    for it in found:
        story = stories.get(it.article_id)
        if story is None:  # its text is not fetched
            groups.append([it])
            continue
        known, text = by_story.setdefault(story, {}), it.text
        group = known.get(text) or next((known[other] for other in known if _copies(other, text)), None)
        if group is None:
            group = known[text] = []
            groups.append(group)
        group.append(it)
    return [
        min(group, key=lambda it: it.article.published or "9999") if len(group) > 1 else group[0] for group in groups
    ]


def repeats(one: Passage, other: Passage) -> bool:
    """Return whether two passages are pieces of one paragraph, or say the same."""
    if one.paragraph == other.paragraph and one.article_id == other.article_id:
        return True
    mine, theirs = _words(one.text), _words(other.text)
    if min(len(mine), len(theirs)) < SAME_TEXT * max(len(mine), len(theirs)):
        return False
    shared = len(mine & theirs)
    alike = shared >= SAME_TEXT * (len(mine) + len(theirs) - shared)
    return alike and _quantities(one.text) == _quantities(other.text) and _tell_the_same(one.text, other.text)


def collapse(hits: Sequence[Hit], mates: Callable[[Article], Sequence[Article]]) -> list[Hit]:
    """Return the hits, each with every other article, and every other location of an article, that carries its passage.

    The newest come first, undated ones last.

    Args:
        mates: returns the articles of an article's story.
    """
    return [replace(hit, also_in=_newest_first(_others(hit, mates(hit.article)))) for hit in hits]


def _newest_first(articles: Iterable[Article]) -> tuple[Article, ...]:
    return tuple(sorted(articles, key=lambda it: it.published or "", reverse=True))


def _others(hit: Hit, mates: Sequence[Article]) -> Iterator[Article]:
    carriers = [article for article in mates if _carries(article.text, hit.passage.text)]
    others = {article.id: article for article in (hit.article, *hit.also_in, *carriers)}
    for article in others.values():
        if article.id != hit.article.id:
            yield article
        for place in article.also_at:
            yield replace(article, uri=place, path=place, also_at=())


def _carries(text: str, passage: str) -> bool:
    if passage in text:
        return True
    told = _quantities(passage)
    if told and not told <= _quantities(text):
        return False
    names = _names(passage)
    if names and not names.issubset(word_list(text.casefold())):
        return False
    wanted = _kept_runs(passage)
    shared = len(np.intersect1d(wanted, _kept_runs(text), assume_unique=True))
    return len(wanted) >= MIN_RUNS and shared >= CARRIED * len(wanted)


_kept_runs = lru_cache(maxsize=512)(runs)  # five hits may have a hundred copies each


def _copies(left: str, right: str) -> bool:
    shorter, longer = sorted((_words(left), _words(right)), key=len)
    alike = len(shorter) >= SAME_LENGTH * len(longer) and len(shorter & longer) >= SAME_WORDS * len(shorter)
    return alike and _tell_the_same(left, right)


def _tell_the_same(left: str, right: str) -> bool:
    """Return whether one text has all the quantities of the other: an edition with a new count is no copy.

    Nor is a story told in the same words of another street, or of somebody else.
    """
    one, other = _quantities(left), _quantities(right)
    apart = not (_names(left) <= _words(right) or _names(right) <= _words(left))
    return (one <= other or other <= one) and not apart and _deny_the_same(left, right)


def _deny_the_same(left: str, right: str) -> bool:
    """Return whether neither text denies what the other affirms: an edition that adds a "not" is no copy.

    One that leaves out a whole sentence may leave out its "not" as well.
    """
    apart = abs(_denials(left) - _denials(right))
    return not apart or abs(len(left.split()) - len(right.split())) > apart + LEFT_OUT


@lru_cache(maxsize=KEPT)
def _words(text: str) -> frozenset[str]:
    return frozenset(word_list(text.casefold()))


@lru_cache(maxsize=KEPT)
def _names(text: str) -> frozenset[str]:
    """Return the names of a text, in lower case; none of a German one, where every noun has a capital."""
    names, words = _NAME.findall(text, _dateline(text)), word_list(text)
    return frozenset() if len(names) > MOST_NAMES * len(words) else frozenset(it.casefold() for it in names)


@lru_cache(maxsize=4096)
def _denials(text: str) -> int:
    """Return the number of words in a text that deny something, in any language."""
    return len(negations(normal_form(text)))


@lru_cache(maxsize=4096)
def _quantities(text: str) -> frozenset[float | str]:
    """Return the values of a text's quantities, and its days: two texts that differ in one do not say the same.

    A day before the first sentence belongs to the dateline, which differs between copies.
    """
    days = (normal_form(match[0]) for match in _DAY.finditer(text, _dateline(text)))
    return frozenset((*(figure.value for figure in figures(text, None)), *days))


def _dateline(text: str) -> int:
    match = _DATELINE.match(text)
    return match.end() if match else 0
