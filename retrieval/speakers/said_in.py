"""The paper, agency or broadcast to which somebody said something, as far as the text names it. Pure; verbatim."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from ..language.sentences import sentences
from ..language.text import is_cyrillic
from ..patterns import lazy
from ..types import Article, Quote
from .cases import body_as_subject
from .given_names import is_given
from .media import MEDIA, TOLD_MEDIA
from .named_speaker import clean
from .names import NAME, surname, whole
from .quoted_names import TOLD_QUOTED
from .saying_verbs import VERBS

LOOK_BACK_CHARS = 3_000
"""How far before a quote the outlet that it was said to is looked for."""

_QUOTED_NAME = r"[«„\"“](?P<name>[^«»„\"“”\n]{2,60})[»\"”“]"
_INTERVIEW = r"\bin an? (?:[a-z]+ ){0,2}(?:interview|conversation) (?:with|to|for) (?:(?:the|an?) )?"
_POST = r"\bin an? (?:[a-z]+ ){0,2}(?:post|statement|article|column) (?:on|to|for|in) (?:(?:the|an?) )?"
_PLAIN = r"(?=[.,;:)”\"]|$|\s(?:on|in|that|last|this|published)\b)"
_CYRILLIC_INTERVIEW = "(?:в интервью|в беседе с|в інтерв['’ʼ]ю|у розмові з)"
_CYRILLIC = (
    rf"(?<!\w)(?:{TOLD_MEDIA}) {_QUOTED_NAME}",
    rf"(?<!\w)(?:{TOLD_MEDIA}) {NAME}",
    rf"{_CYRILLIC_INTERVIEW} (?:{_QUOTED_NAME})",
    rf"{_CYRILLIC_INTERVIEW} {NAME}",
)
_SAID = {language: rf"\b(?:{verbs})\s(?:[\w’'-]+\s){{0,3}}" for language, verbs in VERBS.items()}
_SAID_IN = {
    language: tuple(map(lazy, patterns))
    for language, patterns in {
        "en": (
            rf"(?:{_INTERVIEW}|{_POST})(?:[\w’'-]+ ){{0,4}}?(?:{MEDIA['en']}) {NAME}",
            rf"(?:{_INTERVIEW}|{_POST}){NAME}{_PLAIN}",
        ),
        "de": (
            rf"\b(?:im (?:Gespräch|Interview) mit|gegenüber)(?: (?:der|dem|den))?(?: (?:{MEDIA['de']}))? {NAME}",
            rf"\b(?:der|dem) (?:{MEDIA['de']}) (?:{_QUOTED_NAME})",
            rf"\b(?:der|dem) (?:{MEDIA['de']}) {NAME}",
            _SAID["de"] + rf"(?<!\b(?:an|in)\s)(?<!\b(?:aus|bei|mit|von|vor|auf)\s)(?:der|dem) {_QUOTED_NAME}",
        ),
        "es": (
            rf"\b(?:entrevista (?:con|a)|declaraciones a)(?: (?:el|la|al))?(?: (?:{MEDIA['es']}))? {NAME}",
            _SAID["es"] + rf"a(?:l| la) (?:{MEDIA['es']}) {NAME}",
        ),
        "fr": (
            rf"\b(?:entretien|interview) (?:à|au|avec|accordé à)(?: (?:le|la|l[’']))?(?: ?(?:{MEDIA['fr']}))? ?{NAME}",
            _SAID["fr"] + rf"(?:au |à la |à l[’'])(?:{MEDIA['fr']}) {NAME}",
        ),
        "ru": (*_CYRILLIC, *TOLD_QUOTED["ru"]),
        "uk": (*_CYRILLIC, *TOLD_QUOTED["uk"]),
    }.items()
}
_ALL_SAID_IN = tuple(chain.from_iterable(_SAID_IN.values()))
_TOLD_WHAT = (
    r"(?=[.,;:)”\"]|$"
    r"|\s(?:that|on|in|last|this|it|s?he|they|we|how|why|what|there|the|an?|his|her|their|earlier|yesterday)\b)"
)
"""Follows a paper's name; otherwise the name may be part of a longer phrase, as in "the Senate committee"."""
_TOLD = lazy(rf"\btold (?:[Tt]he |(?:[a-z]+ ){{1,4}}(?:{MEDIA['en']}) )?{NAME}{_TOLD_WHAT}")
_TELLER = r"(?:,[^,.;“”\"]{1,80},|,)?\s(?:(?:also|later|then|has|had)\s){0,2}$"
"""What may stand between the speaker and "told": asides."""


def said_in(quote: Quote, speaker: str, article: Article) -> str | None:
    """Return where a speaker said a quote, as stated in it or in the nearest sentence before that names the speaker."""
    place = quote.passage.start + quote.start
    before = article.text[max(0, place - LOOK_BACK_CHARS) : place]
    texts = (quote.text, *_naming(before, speaker))
    return next((found for text in texts if (found := _said_in(text, speaker, article))), None)


def _naming(text: str, speaker: str) -> Iterator[str]:
    """Return the sentences that name the speaker, the nearest first."""
    return (text[start:end] for start, end in reversed(sentences(text)) if speaker in text[start:end])


def _said_in(text: str, speaker: str, article: Article) -> str | None:
    patterns = _SAID_IN.get(article.language or "", _ALL_SAID_IN)
    tells = re.compile(rf"(?<!\w)(?:{re.escape(surname(speaker))}|[Ss]?[Hh]e|[Tt]hey|who|and){_TELLER}")
    spans = [match.span("name") for pattern in patterns for match in pattern.finditer(text)]
    spans += [match.span("name") for match in _TOLD.finditer(text) if tells.search(text[: match.start()])]
    found = ((clean(text, *span), text[: span[0]].endswith("the ")) for span in spans)
    place = next((it for it, the in found if it and it != speaker and (the or not _is_somebody(it, article))), None)
    return place and ((is_cyrillic(place) and body_as_subject(place, full_text(article))) or place)


@lru_cache(maxsize=16)
def full_text(article: Article) -> str:
    """Return an article's source, title and text: the first two have names in the nominative."""
    return "\n\n".join(part for part in (article.source, article.title, article.text) if part)


def _is_somebody(name: str, article: Article) -> bool:
    """Return whether a name is somebody's and no paper's: the article has it in full, or it has a known given name."""
    return name != whole(name, article.text, article.language) or any(map(is_given, name.split()))
