"""What a question's own words tell: what it names, and how it depends on something said before.

Knows no history: a pronoun depends on context if the question itself contains no antecedent for it.
"""

import re
import unicodedata
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from retrieval.language.stop_words import STOP_WORDS
from retrieval.language.text import Word, words
from retrieval.patterns import lazy

from .grammars import GRAMMARS, Grammar
from .terms import Term, blank, terms_of, without_clitics

MAX_CHARS = 400
"""A question states its topic in its first lines; the rest of a pasted page is not read."""

_OPEN_TERMS = 4
"""A question with at most this many content words may continue the conversation, or be about something new."""

_SENTENCE_MARKS = lazy(r"[.?!]")
_CLAUSE_MARKS = lazy(r"[,;:.?!()]")

_OWNED = lazy(
    r"\b(?:the|der|die|das|el|la|le) \w+ (?:of|des|der|von|del?|du)(?: (?:the|an?|la|el|los|las|der|dem|den))? ",
    re.IGNORECASE,
)
_ARTICLES = frozenset[str]().union(*(grammar.articles for grammar in GRAMMARS.values()))

_FORMER = frozenset("former ersterer erstere ersteren".split())
_LATTER = frozenset("latter letzterer letztere letzteren".split())


class Lean(StrEnum):
    """How a question depends on what was said before it."""

    NONE = "none"
    PERSON = "person"
    THING = "thing"
    POINTER = "pointer"
    ELLIPSIS = "ellipsis"


class Utterance(NamedTuple):
    """A question, as analysed from its words alone."""

    text: str
    language: str
    terms: tuple[Term, ...]
    lean: Lean
    pronoun: str = ""
    """The pronoun without an antecedent in the question; "" if there is none."""
    asks_for: Lean = Lean.NONE
    """What its answer will name: PERSON, THING, or POINTER for a place."""
    defines: bool = False
    """Whether it asks what something is, and names it: such a question brings its own topic."""
    replaces: bool = False
    """Whether it puts something new in place of the old: "and in Germany?"."""
    corrects: bool = False
    """Whether it takes back what was named: "no, I meant the bridge"."""
    restates: bool = False
    """Whether it takes back what was named and asks again: "no, I mean parking, what does that cost?"."""
    names_anew: bool = False
    """Whether it moves on to a thing named with an article and nothing else: "and the pool?"."""
    open: bool = False
    """Whether it is so short that it may continue the conversation or be about something new; its words do not tell."""
    fragment: bool = False
    """Whether it contains no question word and no verb that asks."""
    preposition: str | None = None
    """The preposition before the new thing that replaces the old: "in" of "and in Germany?"."""
    opposes_last: bool | None = None
    """Whether it means the latter of two things named; None if it does not mean one of two."""


def read(text: str, language: str) -> Utterance:
    """Return the analysis of a question by its own words."""
    text = unicodedata.normalize("NFC", text[:MAX_CHARS])
    plain = without_clitics(text, language)
    return _Leaning(GRAMMARS[language], text, plain, terms_of(text, language)).utterance(language)


class _Leaning:
    """Determines how one question depends on context."""

    def __init__(self, grammar: Grammar, written: str, text: str, terms: tuple[Term, ...]) -> None:
        tokens = list(words(text))
        self._grammar = grammar
        self._terms = terms
        self._text = text
        self._written = written
        self._said = [word.text.casefold() for word in tokens]
        without = grammar.empty.sub(blank, written)
        if opening := grammar.handing_over.match(without) or grammar.correcting.match(without):
            without = blank(opening) + without[opening.end() :]
        self._small = [(w.text.casefold(), w) for w in tokens if not without[w.start : w.end].isspace()]
        self._names = any(term.is_name for term in terms)

    def utterance(self, language: str) -> Utterance:
        lean, pronoun = self._lean()
        replaces = lean is Lean.ELLIPSIS and self._fragment()
        return Utterance(
            self._written,
            language,
            self._terms,
            lean,
            pronoun,
            asks_for=self._asks_for(),
            defines=self._defines(),
            replaces=replaces,
            corrects=replaces and self._corrects(),
            restates=self._restates(),
            fragment=self._fragment(),
            names_anew=replaces and self._names_anew(),
            open=0 < len(self._terms) <= _OPEN_TERMS and self._is_open(lean),
            preposition=self._preposition() if replaces else None,
            opposes_last=next((small in _LATTER for small in self._said if small in _FORMER | _LATTER), None),
        )

    def _asks_for(self) -> Lean:
        head = self._said[:3]
        if any(small in self._grammar.where for small in head):
            return Lean.POINTER
        if self._defines():
            return Lean.NONE
        if any(small in self._grammar.who for small in head):
            return Lean.PERSON
        return Lean.THING if self._asks_which() else Lean.NONE

    def _asks_which(self) -> bool:
        """Return whether a noun follows the question word ("which ship"), so that the answer names one."""
        nouns = {term.start for term in self._terms}
        return any(
            small in self._grammar.which and following.start in nouns
            for (small, _), (_, following) in pairwise(self._small[:4])
        )

    def _lean(self) -> tuple[Lean, str]:
        lean, pronoun = self._pronoun()
        if lean is not Lean.NONE:
            return lean, pronoun
        return Lean.ELLIPSIS if self._is_ellipsis() else Lean.NONE, ""

    def _pronoun(self) -> tuple[Lean, str]:
        """Return the kind of the first pronoun without an antecedent in the question, and the pronoun."""
        grammar = self._grammar
        for at, (small, word) in enumerate(self._small):
            if small in grammar.persons or small in grammar.things or small in grammar.places:
                reach = self._reach(at, possessive=small in grammar.possessives)
                kind = Lean.PERSON if small == "sie" and self._is_she(at) else self._kind(small)
            elif small in grammar.pointers and self._points(at, word):
                reach, kind = self._sentence_start(at), Lean.POINTER
            else:
                continue
            if not self._is_said(reach, at):
                return kind, small
        return Lean.NONE, ""

    def _kind(self, pronoun: str) -> Lean:
        if pronoun in self._grammar.places:
            return Lean.POINTER
        return Lean.PERSON if pronoun in self._grammar.persons else Lean.THING

    def _is_she(self, at: int) -> bool:
        """Return whether German "sie" is one woman: the verb next to it has no plural ending."""
        beside = [small for small, _ in self._small[max(0, at - 1) : at + 2]]
        return beside.count("sie") == 1 and not any(small == "sind" or small.endswith("n") for small in beside)

    def _points(self, at: int, word: Word) -> bool:
        """Return whether a demonstrative refers to something said before.

        English "that" is usually a conjunction; it refers only at the beginning, at the end, and after a verb that
        asks. German "das" is usually an article.
        """
        small = word.text.casefold()
        if small == "das":
            return self._stands_alone(at, word)
        if small != "that" or at == 0 or not self._text[word.end :].strip(" ?!."):
            return True
        following = self._small[at + 1][0] if at + 1 < len(self._small) else ""
        clause = following in self._grammar.persons | self._grammar.things
        return not clause and self._small[at - 1][0] in self._grammar.inverting | self._grammar.prepositions

    def _stands_alone(self, at: int, word: Word) -> bool:
        """Return whether no noun follows "das": the clause ends there or in an infinitive, or a small word follows."""
        if at == 0 or _CLAUSE_MARKS.search(self._text, self._small[at - 1][1].end, word.start):
            return False  # "das Buch, das dort liegt"
        ends = self._clause_end(word.end)
        rest = [following for _, following in self._small[at + 1 :] if following.end <= ends]
        if not rest or rest[0].text.casefold() in STOP_WORDS["de"]:
            return not rest or rest[0].text.islower()
        return len(rest) == 1 and rest[0].text.islower() and rest[0].text.endswith(("en", "ern", "eln"))

    def _clause_end(self, start: int) -> int:
        mark = _CLAUSE_MARKS.search(self._text, start)
        return mark.start() if mark else len(self._text)

    def _reach(self, at: int, *, possessive: bool) -> int:
        """Return the position before which a pronoun may have its antecedent.

        The antecedent of a subject or object is never in its own clause; that of a possessive may be ("the minister …
        his").
        """
        start, before = self._small[at][1].start, self._small[at - 1][0] if at else ""
        subject = before in self._grammar.inverting and not (possessive and before in {"has", "have", "had"})
        if subject or (possessive and self._fragment()):
            return self._clause_start(at)
        # "did the minister say he": English omits the conjunction
        leaves_out = bool(self._grammar.inverting) and before not in self._grammar.prepositions
        return start if possessive or leaves_out else self._clause_start(at)

    def _is_said(self, reach: int, at: int) -> bool:
        """Return whether the question names something before this position; one word of an earlier clause is enough."""
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
        count, small = len(self._terms), self._said
        if count == 0:
            return self._asks() or self._compares() or any(word in self._grammar.continuing for word in small)
        if self._hands_over():
            return count <= 3
        opened = bool(small) and small[0] in self._grammar.openers
        if self._fragment():
            return self._fragment_leans(count, small, opened=opened)
        if self._names or self._defines():
            return False
        if count == 1 and not opened and self._is_owner():
            return False
        return count <= (2 if opened or self._compares() else 1) and self._asks()

    def _is_open(self, lean: Lean) -> bool:
        if lean is Lean.NONE:
            return True
        if self._hands_over() and not self._corrects():
            return lean is Lean.ELLIPSIS and self._preposition() is None
        if lean is Lean.ELLIPSIS and self._names_anew():
            return True
        opened = bool(self._said) and self._said[0] in self._grammar.openers
        lone = len(self._small) == len(self._terms) == 1  # "bins?" is a new topic, or part of the current one
        return lean is Lean.ELLIPSIS and not opened and (lone or not self._fragment()) and not self._compares()

    def _fragment_leans(self, count: int, small: list[str], *, opened: bool) -> bool:
        if opened:
            return count <= 4
        if small and small[0] in self._grammar.prepositions:
            return count <= 2
        return count == 1 and not self._names and self._text.rstrip().endswith("?")

    def _is_owner(self) -> bool:
        """Return whether the only term owns a noun that says little by itself: "the meaning of life"."""
        return any(owned.end() == self._terms[0].start for owned in _OWNED.finditer(self._text))

    def _asks(self) -> bool:
        return any(word in self._grammar.asking for word in self._said)

    def _compares(self) -> bool:
        return any(word in self._grammar.comparing for word in self._said)

    def _head(self) -> str:
        return self._written.lstrip(" ¿¡\"'«“-–—")

    def _defines(self) -> bool:
        return bool(self._grammar.defining.match(self._head()))

    def _fragment(self) -> bool:
        """Return whether it is only a piece of a question, without a question word or a verb that asks."""
        return self._hands_over() or not self._asks()

    def _hands_over(self) -> bool:
        return self._corrects() or bool(self._grammar.handing_over.match(self._head()))

    def _names_anew(self) -> bool:
        """Return whether only an article stands between the opening of a fragment and the thing that it names."""
        before = [small for small, word in self._small if word.end <= self._terms[0].start] if self._terms else []
        said = [small for small in before if small not in self._grammar.openers]
        return len(said) == 1 and said[0] in _ARTICLES and not self._asks()

    def _corrects(self) -> bool:
        return bool(self._grammar.correcting.match(self._head()))

    def _restates(self) -> bool:
        asking = next((word.start for small, word in self._small if small in self._grammar.asking), 0)
        return self._corrects() and any(term.end <= asking for term in self._terms)

    def _preposition(self) -> str | None:
        first = self._terms[0].start if self._terms else len(self._text)
        before = [small for small, word in self._small if word.end <= first]
        return next((small for small in reversed(before) if small in self._grammar.prepositions), None)
