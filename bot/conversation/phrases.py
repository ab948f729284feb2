"""The runs of words that a question is about, as they can be named again: "wounded soldiers", "Town of Danville".

Knows no turn: takes the words of one text apart.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from .grammar import GRAMMARS
from .reading import Lean, Reading, Term, language_of, terms_of

_MAX_PHRASE_CHARS = 80
_MAX_ANSWER_CHARS = 600
_MAX_NAMES = 2

_BETWEEN = re.compile(r"[ \-–/&.]{1,3}|['’]s ")
_LINKING = re.compile(r" (?:of|the|of the|de|del|de la|du|des|von|van) ", re.IGNORECASE)
_ASKED_OF = re.compile(r"\b(?:do|does|did) (?:the |an? |most |all |some |any )?$", re.IGNORECASE)
_LAST_BEFORE = re.compile(r"([^\W\d_]+) (?:(?:the|an?|der|die|das|dem|den|la|el|los|las|le|les) )?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand together in a text, as written."""

    text: str
    stems: frozenset[str]
    is_name: bool = False
    preposition: str | None = None
    noun: str | None = None
    """What of it a pronoun can stand for, where that is less: not the verb of "do wounded soldiers recover"."""

    def as_noun(self) -> "Phrase":
        """Return what a pronoun stands for: the doer, not what was done."""
        return replace(self, text=self.noun, noun=None) if self.noun else self


def phrases_of(reading: Reading) -> tuple[Phrase, ...]:
    """Return the phrases of a question, in order."""
    return _phrases(reading.text, reading.terms, reading.language)


def phrases_in(text: str, language: str) -> tuple[Phrase, ...]:
    """Return the phrases of a text that is no question."""
    return _phrases(text, terms_of(text, language), language)


def names_in(answer: str, question: Reading) -> tuple[Phrase, ...]:
    """Return the first names of an answer that its question doesn't say itself; a person's name has no digits."""
    answer = answer[:_MAX_ANSWER_CHARS]
    said = {term.stem for term in question.terms}
    names = (
        phrase
        for phrase in phrases_in(answer, language_of(answer, question.language))
        if phrase.is_name and not phrase.stems & said
        and (question.asks_for is not Lean.PERSON or not re.search(r"\d", phrase.text))
    )  # fmt: skip
    return tuple(names)[:_MAX_NAMES]


def _phrases(text: str, terms: Sequence[Term], language: str) -> tuple[Phrase, ...]:
    return tuple(_phrase(text, run, language) for run in _runs(text, terms))


def _runs(text: str, terms: Sequence[Term]) -> list[list[Term]]:
    """Terms in runs as they stand together; a name is kept apart from the common words behind it."""
    runs: list[list[Term]] = []
    for term in terms:
        last = runs[-1][-1] if runs else None
        between = text[last.end : term.start] if last else ""
        linked = _LINKING.fullmatch(between) if last and last.is_name and term.is_name else None
        joined = _BETWEEN.fullmatch(between) and not (last and last.is_name and not term.is_name)
        if linked or joined:
            runs[-1].append(term)
        else:
            runs.append([term])
    return runs


def _phrase(text: str, run: Sequence[Term], language: str) -> Phrase:
    start, end = run[0].start, min(run[-1].end, run[0].start + _MAX_PHRASE_CHARS)
    before, prepositions = text[max(0, start - 30) : start], GRAMMARS[language].prepositions
    place = _LAST_BEFORE.search(before)
    preposition = place.group(1).casefold() if place and place.group(1).casefold() in prepositions else None
    return Phrase(
        text[start:end], frozenset(term.stem for term in run), any(term.is_name for term in run), preposition,
        _noun(text, run, language) if end == run[-1].end else None,
    )  # fmt: skip


def _noun(text: str, run: Sequence[Term], language: str) -> str | None:
    """A name without the small words before it, or the words before the verb that ends an English question."""
    named = [term for term in run if term.is_name]
    if named:
        return text[named[0].start : run[-1].end] if named[0] is not run[0] else None
    start, end = run[0].start, run[-1].end
    after = re.match(r"\W*(\w*)", text[end : end + 30])
    ends = after is None or not after.group(1) or after.group(1).casefold() in GRAMMARS[language].prepositions
    asked = language == "en" and _ASKED_OF.search(text[max(0, start - 30) : start])
    return text[start : run[-2].end] if asked and ends and len(run) > 1 else None
