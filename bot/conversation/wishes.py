"""Recognises requests about the articles themselves: "what's new", "who wrote the article about …", "who said that".

A message counts only if it contains nothing else. Knows no front end.
"""

import re
from enum import StrEnum
from typing import NamedTuple

from retrieval.alternatives import Alternatives
from retrieval.patterns import lazy
from retrieval.question.filters.published import may_be_a_scope

from .grammars import GRAMMARS, as_said
from .openings import opened
from .small_talk import small_talk

_MAX_CHARS = 120
"""Room for a topic of eighty characters, and for the words of the request."""


class Wished(StrEnum):
    """What such a message asks to see."""

    LATEST = "latest"
    ARTICLES = "articles"
    """All articles, or those on a topic, each with its author and date."""
    BY = "by"
    """Those of an author, a publisher or a time."""
    WRITTEN = "written"
    """What an author or a publisher of articles wrote; of anybody else it is a question about their content."""
    WRITERS = "writers"
    """Those on a topic that name their author; where none does, it is a question about their content."""
    SCOPED = "scoped"
    """Articles, or what is new, of a source, an author or a time that only the index tells; else it is a question."""
    SOURCE = "source"
    """Title, author, publisher and date of the article shown last."""
    SPEAKER = "speaker"
    """Whose words were shown last."""
    WHOLE = "whole"
    """The whole article shown last."""
    MORE = "more"
    """Further passages of the last answer."""
    LINK = "link"
    """The article at an address; the message is that address."""


MAY_ASK = frozenset({Wished.WRITTEN, Wished.WRITERS, Wished.SCOPED})
"""Wishes that turn out to be questions where the index knows no such author, publisher, topic or time."""
_OF_SHOWN = frozenset({Wished.SOURCE, Wished.SPEAKER, Wished.WHOLE, Wished.MORE})


class Wish(NamedTuple):
    """A request to see something of the articles."""

    wished: Wished
    about: str = ""
    """The topic, the name or the address."""

    @property
    def of_shown(self) -> bool:
        """Whether it is about what was shown last."""
        return self.wished in _OF_SHOWN


_WITHOUT_PHRASES = {Wished.LINK, Wished.SCOPED}
_PHRASES = {it: Alternatives(as_said(it.value), flags=re.IGNORECASE) for it in Wished if it not in _WITHOUT_PHRASES}
_ADDRESS = lazy(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_EDGES = " \t\n¿?!.…"
_ARTICLES = "|".join(article for grammar in GRAMMARS.values() for article in grammar.articles)
_POINTING = frozenset[str]().union(*(it.persons | it.things | it.pointers for it in GRAMMARS.values()))
"""Words that name no topic and no author, but what an answer before named: "the article about it"."""
_ARTICLE = lazy(rf"\A(?:(?:{_ARTICLES}) |l['’])", re.IGNORECASE)


def wish(message: str, *, first: bool = False) -> Wish | None:
    """Return what a message asks to see of the articles themselves; None for a question about their content.

    Args:
        first: whether nothing was shown before it, to which it might refer.
    """
    if _ADDRESS.fullmatch(address := message.strip()):
        return Wish(Wished.LINK, address)
    if len(message) > _MAX_CHARS:
        return None
    said = " ".join(opened(message).own.split()).strip(_EDGES)
    for wished, phrases in _PHRASES.items():
        if not (first and wished in _OF_SHOWN) and (found := phrases.fullmatch(said)):
            about = _ARTICLE.sub("", next((text for text in found.groups() if text), ""))
            if about in _POINTING:
                return Wish(Wished.SOURCE) if wished is Wished.ARTICLES and not first else None
            return Wish(wished, about)
    return Wish(Wished.SCOPED, said) if may_be_a_scope(said) else None


def asks_nothing(message: str) -> bool:
    """Return whether a message asks nothing that would be searched for."""
    wished = wish(message)
    return small_talk(message) is not None or (wished is not None and wished.wished not in MAY_ASK)
