"""The speaker that a sentence names: "said Ilse Brandt", "laut Ilse Brandt", "Ilse Brandt, the mayor, says".

Pure; knows one sentence, in which quoted text is blanked out.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ..language.text import is_cyrillic, normal_form
from ..language.traits import CAPITALISED_NOUNS
from ..language.weekdays import WEEKDAY
from ..language.word_lists import word_sets
from ..patterns import CAPITAL, lazy
from .bystanders import is_bystander
from .cases import is_oblique
from .gender import of_person
from .names import without_openers
from .saying_marks import marked
from .saying_patterns import patterns, pronouns

_NOBODY = word_sets("no_names")["nobody"]
_RELATIVE = frozenset(
    "which whom who whose that que se consta parece dem der denen lequel laquelle которым которому которых"
    " которой".split()
)
"""Follows an "according to" that names nobody but only links two clauses."""
_CUT_OFF = lazy(
    rf"(?<!\w)(?:(?:of|in|at|on|by|to|with|from|for|del?)\s|d['’])(?:{CAPITAL}[\w’'\-]*\s(?:&\s|and\s)?){{1,3}}$"
)
"""Precedes a name that only ends a longer phrase, which is the speaker: "Shopkeepers in Bridge Street said"."""
_ACRONYM = lazy(rf"^(?:(?-i:[A-ZА-ЯІЇЄҐ]){{2,6}})\s(?={CAPITAL}\w+\s{CAPITAL})")
"""An acronym before a name that belongs to the words before it: "deputy head of the KMDA Petro Hai"."""

_OF_PARTY = lazy(r"(?-i:[A-Z]{2,4})\s(?:d[eu]s?|del)\s")
"""An acronym before a place belongs to the office: "la maire PS de Rochebrune, Anne Colin"."""
_INFINITIVE = lazy(r"\w{2,}(?:[аеиоуыя]ть|[аиія]ти)(?:ся)?")
"""A Russian or Ukrainian infinitive that opens a sentence and is no name: "Советовать, …, они не будут, сказала …"."""
_WORD = lazy(r"\w")
_WHEN = lazy(rf"(?:el|la|est[ea])\s(?:{WEEKDAY}|semana|mes|año|noche|tarde|mañana)(?!\w)")
"""Stands where a speaker may: "según informó el sábado el hospital"."""
_MANY_SAY = lazy(r"(?<!\w)ha(?:n|bían)\s|(?:n|ли|[уюая]ть?)$", re.IGNORECASE)
"""A plural without a subject, which may mean anybody: "Dijeron que", "Сообщили, что"."""
_DER = lazy(r"^(?:Der|Die|Das)\s(?=\S+\s)")


class Named(NamedTuple):
    """The speaker that a sentence names."""

    name: str
    start: int
    oblique: bool
    """Whether the name is in another case than the nominative."""


class Pronoun(NamedTuple):
    """A pronoun that is the speaker, as in "she said"."""

    words: str
    start: int


@lru_cache(maxsize=4_096)
def named(sentence: str, language: str | None) -> Named | None:
    """Return the speaker that a sentence names."""
    signs = marked(sentence, language)
    if signs == sentence and not _VERBLESS.search(sentence):
        return None
    return next((it for pattern in patterns(language) for it in _found(pattern, signs, sentence, language)), None)


@lru_cache(maxsize=4_096)
def speaking_pronoun(sentence: str, language: str | None) -> Pronoun | None:
    """Return the pronoun that is the speaker of a sentence."""
    found = pronouns(language).search(marked(sentence, language))
    words = sentence[slice(*found.span())] if found else ""
    if found is None or (found.groupdict().get("dropped") and _MANY_SAY.search(words)):
        return None
    return Pronoun(words, found.start())


_OF_GERMAN = lazy(
    r"\b(?:des|[ms]?eines|ihres|unseres|dieses)\s(?:[a-zäöü]\w*\s){0,2}$|\b[Nn]ach (?:Angaben|den Worten)\s$"
)
AT = lazy(r"(?<!\w)[ВвУу]о?\s$")
"""Precedes an office whose people speak: "в Росавиации говорят"."""
_VERBLESS = lazy(r"(?<!\w)(?:so|zufolge)\s|\szufolge(?!\w)|\w\s?:\s[“\"„«]")


def _found(pattern: re.Pattern[str], signs: str, sentence: str, language: str | None) -> Iterator[Named]:
    for match in pattern.finditer(signs):
        cites = "other" in pattern.groupindex
        # "According to Article 5 prices rose." has run on into what was said.
        runs_on = cites and sentence[match.start("other")].isupper() and not _WORD.search(sentence, match.end())
        name = clean(sentence, *match.span("name"))
        plural = "plural" not in pattern.groupindex or sentence[: match.end("plural")].endswith("ли")
        if name is None or runs_on or not plural:  # "заявил в Томске" has another subject
            continue
        if "label" in pattern.groupindex and language in CAPITALISED_NOUNS and of_person(name) is None:
            continue  # "Bittere Erkenntnis: „…“"
        start = sentence.find(name, match.start("name"))
        # "Nach Angaben von Ilse Brandt": no preposition that takes the name out of the sentence.
        if is_bystander(sentence, signs, start, start + len(name), None if cites else language):
            continue
        oblique = cites and (is_cyrillic(name) or _OF_GERMAN.search(sentence[:start]) is not None)
        # An oblique case shows that somebody is spoken to, or about.
        if oblique or AT.search(sentence, 0, start) or not is_oblique(name):
            yield Named(name, start, oblique)


def clean(text: str, start: int, end: int) -> str | None:
    """Return a name in a text without the words leading up to it; None if it is none, or the end of another."""
    if _CUT_OFF.search(text, max(0, start - 60), start):
        return None
    name = without_openers(text, start, end).strip(" .’'-")
    name = _ACRONYM.sub("", name)
    name = _DER.sub("", name)
    nobody = normal_form(name) in _NOBODY and name != "WHO"  # of the United Nations
    if (
        not name
        or nobody
        or _OF_PARTY.match(name)
        or name.partition(" ")[0] in _RELATIVE
        or _INFINITIVE.fullmatch(name)
        or _WHEN.match(name)
    ):
        return None
    has_case = name.upper() != name.lower()  # otherwise the words before a name cannot be told from it
    return name if has_case else None
