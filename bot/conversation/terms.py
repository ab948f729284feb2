"""Extracts the content words of a text, marks names among them, and chooses the language to read it in.

Knows nothing of how questions depend on each other.
"""

import re
from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from retrieval.language.detection import detect_language, likeliest_language
from retrieval.language.german import german
from retrieval.language.numerals import NUMBER_WORD
from retrieval.language.sentences import sentences
from retrieval.language.stop_words import STOP_WORDS
from retrieval.language.text import Word, stem, unmarked, words
from retrieval.language.times import tells_time
from retrieval.language.weekdays import WEEKEND, WORKDAY
from retrieval.patterns import lazy

from .grammars import GRAMMARS

_LANGUAGE_CHARS = 200
_MARKS = lazy(r"\W*")
"""What precedes a sentence's first word: "¿", quotation marks."""
_COLON = lazy(r":\s")
"""After a colon any word may be capitalised, as at the beginning of a sentence."""
_CLOSED = {
    code: g.asking | g.persons | g.things | g.pointers | g.places | g.openers | g.prepositions | g.comparing | g.generic
    for code, g in GRAMMARS.items()
}
"""Function words, which name no topic."""

_HOLIDAY = (
    r"(?:(?:bank|public|school) )?holidays?|(?:feiertag|ferien)(?:e?[ns])?|jours? fériés?|vacances"
    r"|(?:días? )?festivos?|vacaciones|праздник(?:и|ам|ами|ах)?|каникул(?:ы|ам|ах)?|свят(?:а|ах)|канікул(?:и|ам|ах)?"
)
_USUAL_TIMES = lazy(rf"(?<!\w)(?:{WORKDAY}|{WEEKEND}|{_HOLIDAY}|morgens|abends|nachts)(?!\w)", re.IGNORECASE)
"""Besides weekdays: words that tell when something happens, not what it is."""

_NUMBER = lazy(rf"\d\S*|{NUMBER_WORD}")
_GERMAN_ENDINGS = ("", "e", "en", "em", "er", "es")
_GERMAN_DETERMINERS = frozenset(
    """der die das den dem des ein eine einen einem einer eines kein keine im am vom zum zur beim viel wenig etwas viele
    es wie manche einige alle diese dieser dieses jede mehr welche welcher welches""".split()
    + [owner + ending for owner in ("mein", "dein", "sein", "ihr", "unser") for ending in _GERMAN_ENDINGS]
)


class ContentWord(NamedTuple):
    """A content word of a question."""

    text: str
    start: int
    end: int
    stem: str
    is_name: bool


def language_of(text: str, otherwise: str | None) -> str:
    """Return the language to read a text in; a short one is assumed to be in the language of its conversation."""
    text = text[:_LANGUAGE_CHARS]
    found = detect_language(text)
    if found not in GRAMMARS:
        found = likeliest_language(text, [*filter(None, [otherwise]), *GRAMMARS])
    return found if found is not None and found in GRAMMARS else otherwise or "en"


def without_clitics(text: str, language: str) -> str:
    """Return a text of the same length with clitics blanked, the parts joined by an apostrophe: "Putin's", "l'eau"."""
    return GRAMMARS[language].clitics.sub(blank, text)


def blank(match: re.Match[str]) -> str:
    """Return as many spaces as a match is long, so that offsets stay valid."""
    return " " * len(match.group())


def terms_of(text: str, language: str) -> tuple[ContentWord, ...]:
    """Return the content words of a text."""
    plain = without_clitics(text, language)
    return tuple(_terms(plain, list(words(plain)), language))


def _terms(text: str, tokens: Sequence[Word], language: str) -> Iterator[ContentWord]:
    stop = STOP_WORDS[language]
    begun = [start for start, _ in sentences(text)] + [mark.end() for mark in _COLON.finditer(text)]
    starts = {mark.end() for start in begun if (mark := _MARKS.match(text, start))}
    shouted = text.isupper() or _is_headline(tokens, stop)
    for at, token in enumerate(tokens):
        small = token.text.casefold()
        name = not shouted and _is_name(tokens, at, language, first=token.start in starts)
        acronym = name and len(small) > 1 and token.text.isupper()  # "IT", "US", "WHO"
        closed = not acronym and (small in stop or small in _CLOSED[language])
        if not closed and (len(small) > 1 or small.isdigit()):
            yield ContentWord(token.text, token.start, token.end, stem(token.text, language), name)


def _is_headline(tokens: Sequence[Word], stop: Set[str]) -> bool:
    """Return whether all words are capitalised, not only the first and the names after it: "And Colm Astridge?"."""
    if len(tokens) < 3 or not all(token.text[:1].isupper() for token in tokens):
        return False
    first, *others = (token.text.casefold() in stop for token in tokens)
    return not first or any(others)


def tells_when(text: str) -> bool:
    """Return whether a text has an expression of time: "in winter", "on weekdays"."""
    return tells_time(text) or _USUAL_TIMES.search(text) is not None


def without_times(text: str) -> str:
    """Return a text without expressions of time: "pool" of "pool saturday", nothing of "bank holidays"."""
    return " ".join(word for word in _USUAL_TIMES.sub(" ", text).split() if not tells_when(word))


def is_german_form(word: str) -> bool:
    """Return whether a German word is a verb, but no infinitive: "gebaut", "lief"."""
    plain = unmarked(word.casefold(), "de")
    return german(plain) != plain


def _is_name(tokens: Sequence[Word], at: int, language: str, *, first: bool) -> bool:
    text = tokens[at].text
    if any(c.isdigit() for c in text) or (len(text) > 1 and text.isupper()):
        return True
    if not text[:1].isupper():
        return False
    if first:
        following = tokens[at + 1].text if at + 1 < len(tokens) else ""
        return following[:1].isupper() and language != "de" and text.casefold() not in STOP_WORDS[language]
    if language == "de":  # all nouns are capitalised: a name has no article, adjective or number before it
        before = tokens[at - 1].text
        inflected = before[:1].islower() and re.search(r"e[nmrs]?$", before) and before not in STOP_WORDS["de"]
        return not (before.casefold() in _GERMAN_DETERMINERS or inflected or _NUMBER.fullmatch(before.casefold()))
    return True
