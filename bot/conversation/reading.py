"""What a question says by itself: its content words, its names, and which words of it lean on something else.

Knows no history: whether a question leans is read off its own words.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from retrieval.language import detect_language
from retrieval.stop_words import STOP_WORDS
from retrieval.text import Word, sentences, stem, words

from .grammar import GRAMMARS, Grammar

MAX_CHARS = 400
"""What a question is about stands in its first lines; the rest of a pasted page is not read."""

_LANGUAGE_CHARS = 200
_CLITICS = {
    "en": re.compile(r"(?<=\w)(?:['’](?:s|re|ll|ve|d|m)|n['’]t)\b", re.IGNORECASE),
    "fr": re.compile(r"\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)['’](?=\w)", re.IGNORECASE),
}
_CLOSED = {
    code: g.asking | g.persons | g.things | g.pointers | g.openers | g.prepositions | g.comparing | g.generic
    for code, g in GRAMMARS.items()
}
"""What tells a language in a question too short for anything else, and names no topic in it."""

_SENTENCE_MARKS = re.compile(r"[.?!]")
_CLAUSE_MARKS = re.compile(r"[,;:.?!()]")
_GERMAN_DETERMINERS = frozenset(
    """der die das den dem des ein eine einen einem einer eines kein keine im am vom zum zur beim viele wie manche einige
    alle diese dieser dieses jede mehr welche welcher welches seine ihre""".split()
)

_FORMER = frozenset("former ersterer erstere ersteren".split())
_LATTER = frozenset("latter letzterer letztere letzteren".split())


class Lean(StrEnum):
    """How a question leans on what was said before it."""

    NONE = "none"
    PERSON = "person"
    THING = "thing"
    POINTER = "pointer"
    ELLIPSIS = "ellipsis"


@dataclass(frozen=True, slots=True)
class Term:
    """A content word of a question."""

    text: str
    start: int
    end: int
    stem: str
    is_name: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """A question as its words tell it."""

    text: str
    language: str
    terms: tuple[Term, ...]
    lean: Lean
    asks_for: Lean = Lean.NONE
    """PERSON for a question whose answer names one, POINTER for one whose answer names a place."""
    defines: bool = False
    """It asks what something is, and names it: it brings its topic along."""
    replaces: bool = False
    """It puts something new in the old one's place: "and in Germany?"."""
    preposition: str | None = None
    opposes_last: bool | None = None
    """Whether of two things named it means the latter; None when it means neither alone."""


def language_of(text: str, otherwise: str | None = None) -> str:
    """Return which of the six languages a text is read in; a short one is taken for that of its conversation."""
    text = text[:_LANGUAGE_CHARS]
    found = detect_language(text)
    if found in GRAMMARS:
        return found
    # Too short for its letters to tell: its closed-class words do, or else the conversation it is part of.
    said = [word.text.casefold() for word in words(text)]
    candidates = ("ru", "uk") if re.search(r"[а-яёіїєґ]", text, re.IGNORECASE) else ("en", "de", "es", "fr")
    return max(candidates, key=lambda code: sum(word in _CLOSED[code] for word in said) + (code == otherwise) / 2)


def read(text: str, language: str) -> Reading:
    """Return what a question says by itself."""
    grammar, text = GRAMMARS[language], text[:MAX_CHARS]
    plain = _CLITICS[language].sub(_blank, text) if language in _CLITICS else text
    tokens = list(words(plain))
    terms = tuple(_terms(plain, tokens, language))
    return _Leaning(grammar, text, plain, tokens, terms).reading(language)


def terms_of(text: str, language: str) -> tuple[Term, ...]:
    """Return the content words of a text that is no question: an answer, a parenthesis."""
    plain = _CLITICS[language].sub(_blank, text) if language in _CLITICS else text
    return tuple(_terms(plain, list(words(plain)), language))


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _terms(text: str, tokens: Sequence[Word], language: str) -> Iterator[Term]:
    stop = STOP_WORDS[language]
    starts = {start + _lead(text, start) for start, _ in sentences(text)}
    shouted = text.isupper() or (len(tokens) > 2 and all(token.text[:1].isupper() for token in tokens))
    for at, token in enumerate(tokens):
        small = token.text.casefold()
        name = not shouted and _is_name(tokens, at, language, first=token.start in starts)
        closed = small in stop or small in _CLOSED[language]
        if (closed and not (name and token.text.isupper() and len(small) > 1)) or (len(small) < 2 and not small.isdigit()):
            continue
        yield Term(token.text, token.start, token.end, stem(token.text, language), name)


def _lead(text: str, start: int) -> int:
    """Marks before a sentence's first word: "¿", quotes."""
    match = re.compile(r"\W*").match(text, start)
    return match.end() - start if match else 0


def _is_name(tokens: Sequence[Word], at: int, language: str, *, first: bool) -> bool:
    text = tokens[at].text
    if any(c.isdigit() for c in text) or (len(text) > 1 and text.isupper()):
        return True
    if not text[:1].isupper():
        return False
    if first:
        following = tokens[at + 1].text if at + 1 < len(tokens) else ""
        return following[:1].isupper() and language != "de" and text.casefold() not in STOP_WORDS[language]
    if language == "de":  # every noun has a capital: a name stands without article or adjective
        before = tokens[at - 1].text
        inflected = before[:1].islower() and re.search(r"e[nmrs]?$", before) and before not in STOP_WORDS["de"]
        return before.casefold() not in _GERMAN_DETERMINERS and not inflected
    return True


class _Leaning:
    """Reads off one question how it leans."""

    def __init__(self, grammar: Grammar, written: str, text: str, tokens: list[Word], terms: tuple[Term, ...]) -> None:
        self._grammar = grammar
        self._terms = terms
        self._text = text
        self._written = written
        without = grammar.empty.sub(_blank, text)
        self._small = [(w.text.casefold(), w) for w in tokens if not without[w.start : w.end].isspace()]
        self._names = any(term.is_name for term in terms)

    def reading(self, language: str) -> Reading:
        lean = self._lean()
        replaces = lean is Lean.ELLIPSIS and self._fragment()
        return Reading(
            self._written, language, self._terms, lean, self._asks_for(), self._defines(), replaces, self._preposition() if replaces else None,
            next((small in _LATTER for small, _ in self._small if small in _FORMER | _LATTER), None),
        )  # fmt: skip

    def _asks_for(self) -> Lean:
        head = [small for small, _ in self._small[:3]]
        if any(small in self._grammar.where for small in head):
            return Lean.POINTER
        asks_who = any(small in self._grammar.who for small in head) and not self._defines()
        return Lean.PERSON if asks_who else Lean.NONE

    def _lean(self) -> Lean:
        pronoun = self._pronoun()
        if pronoun is not Lean.NONE:
            return pronoun
        return Lean.ELLIPSIS if self._is_ellipsis() else Lean.NONE

    def _pronoun(self) -> Lean:
        grammar = self._grammar
        for at, (small, word) in enumerate(self._small):
            if small in grammar.persons or small in grammar.things:
                if not self._is_said(self._reach(at, possessive=small in grammar.possessives), at):
                    return Lean.PERSON if small in grammar.persons else Lean.THING
            elif small in grammar.pointers and self._points(at, word) and not self._is_said(self._sentence_start(at), at):
                return Lean.POINTER
        return Lean.NONE

    def _points(self, at: int, word: Word) -> bool:
        """English "that" is oftener a conjunction: it points at the head, at the end, and behind a verb of asking."""
        small = word.text.casefold()
        if small != "that" or at == 0 or not self._text[word.end :].strip(" ?!."):
            return True
        return self._small[at - 1][0] in self._grammar.inverting | self._grammar.prepositions

    def _reach(self, at: int, *, possessive: bool) -> int:
        """Return up to where a pronoun may find what it means.

        A subject or object is never meant by a word of its own clause, a possessive may be ("the minister … his").
        """
        start, before = self._small[at][1].start, self._small[at - 1][0] if at else ""
        subject = before in self._grammar.inverting and not (possessive and before in {"has", "have", "had"})
        if subject or (possessive and self._fragment()):
            return self._clause_start(at)
        # "did the minister say he": English leaves the conjunction out
        leaves_out = bool(self._grammar.inverting) and before not in self._grammar.prepositions
        return start if possessive or leaves_out else self._clause_start(at)

    def _is_said(self, reach: int, at: int) -> bool:
        """Whether the question itself names something before that point: one word of an earlier clause is enough."""
        inside = [term for term in self._terms if term.end <= reach]
        enough = 1 if reach <= self._clause_start(at) else 2
        return any(term.is_name for term in inside) or len(inside) >= enough

    def _clause_start(self, at: int) -> int:
        marks = [m.start() for m in _CLAUSE_MARKS.finditer(self._text, 0, self._small[at][1].start)]
        breaks = [word.start for small, word in self._small[1:at] if small in self._grammar.breaking]
        return max([0, *marks, *breaks])

    def _sentence_start(self, at: int) -> int:
        start = self._small[at][1].start
        return max([0, *(m.start() for m in _SENTENCE_MARKS.finditer(self._text, 0, start))])

    def _is_ellipsis(self) -> bool:
        count, small = len(self._terms), [small for small, _ in self._small]
        if count == 0:
            return self._asks(small) or self._compares(small)
        if self._grammar.handing_over.match(self._head()):
            return count <= 3
        opened = bool(small) and small[0] in self._grammar.openers
        if self._fragment():
            return self._fragment_leans(count, small, opened=opened)
        if self._names or self._defines():
            return False
        return count <= (2 if opened or self._compares(small) else 1) and self._asks(small)

    def _fragment_leans(self, count: int, small: list[str], *, opened: bool) -> bool:
        if opened:
            return count <= 4
        if small and small[0] in self._grammar.prepositions:
            return count <= 2
        return count == 1 and not self._names and self._text.rstrip().endswith("?")

    def _asks(self, small: list[str]) -> bool:
        return any(word in self._grammar.asking for word in small)

    def _compares(self, small: list[str]) -> bool:
        return any(word in self._grammar.comparing for word in small)

    def _head(self) -> str:
        return self._written.lstrip(" ¿¡\"'«“-–—")

    def _defines(self) -> bool:
        return bool(self._grammar.defining.match(self._head()))

    def _fragment(self) -> bool:
        """No question word and no verb that asks: a piece of a question."""
        return bool(self._grammar.handing_over.match(self._head())) or not self._asks([s for s, _ in self._small])

    def _preposition(self) -> str | None:
        first = self._terms[0].start if self._terms else len(self._text)
        before = [small for small, word in self._small if word.end <= first]
        return next((small for small in reversed(before) if small in self._grammar.prepositions), None)
