"""Finds the pronouns of a question that refer to nothing in the question itself: "who designed them?".

Knows no history; the order of words and the marks between clauses tell.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from retrieval.language.stop_words import STOP_WORDS
from retrieval.language.text import Word
from retrieval.patterns import lazy

from .grammars import GRAMMARS, Grammar
from .lean import Lean
from .terms import ContentWord, is_german_form

_CLAUSE_MARKS = lazy(r"[,;:.?!()]")

_SPOKEN = {"der": "er", "den": "ihn", "dem": "ihm", "die": "sie"}
"""German articles that stand for a pronoun in spoken questions: "wem gehört die?"."""
_SINGULAR = frozenset("hat hatte ist war wird wurde kann konnte muss soll sollte darf will wollte".split())
"""German verbs that tell "sie" before an infinitive or a participle: "was hat sie versprochen"."""
_GERMAN_ADJECTIVE = lazy(r"(?:ander|viel|meist|einig|selb|beid|ganz|all|jed|wenig|manch)e[nmrs]?")
"""Small words that a noun follows: "die andere Karte"."""


class Clauses(NamedTuple):
    """The words of a question, in their clauses."""

    text: str
    """The question without clitics."""
    words: Sequence[tuple[str, Word]]
    """Its words but those of phrases whose pronoun refers to nothing, each also in lower case."""
    terms: Sequence[ContentWord]
    language: str
    fragment: bool
    """Whether it contains no question word and no verb that asks."""

    @property
    def grammar(self) -> Grammar:
        return GRAMMARS[self.language]

    def unsaid(self) -> Iterator[tuple[Lean, str]]:
        """Yield the pronouns without an antecedent in the question, in order, each with its kind."""
        grammar = self.grammar
        for at, (said, word) in enumerate(self.words):
            spoken = self.language == "de" and said in _SPOKEN and self._is_demonstrative(at, word)
            small = _SPOKEN[said] if spoken else said
            if small in grammar.persons or small in grammar.things or small in grammar.places:
                reach = self._reach(at, possessive=small in grammar.possessives)
                person = small in grammar.persons or (small == "sie" and self._is_she(at))
                kind = Lean.PERSON if person else Lean.POINTER if small in grammar.places else Lean.THING
            elif small in grammar.pointers and self._points(at, word):
                reach, kind = self._clause_start(at), Lean.POINTER
            else:
                continue
            if not self._is_said(reach, at):
                yield kind, small

    def _is_she(self, at: int) -> bool:
        """Return whether German "sie" is one woman: the verb next to it has no plural ending."""
        beside = [small for small, _ in self.words[max(0, at - 1) : at + 2]]
        verbs = beside[:1] if beside[0] in _SINGULAR else beside
        return beside.count("sie") < 2 and not any(small == "sind" or small.endswith("n") for small in verbs)

    def _points(self, at: int, word: Word) -> bool:
        """Return whether a demonstrative refers to something said before.

        English "that" is usually a conjunction; it refers only at the beginning, at the end, and after a verb that
        asks. German "das" is usually an article.
        """
        small = word.text.casefold()
        if small == "das":
            return self._stands_alone(at, word)
        if small != "that" or at == 0 or not self.text[word.end :].strip(" ?!."):
            return True
        return self.words[at - 1][0] in self.grammar.inverting | self.grammar.prepositions

    def _is_demonstrative(self, at: int, word: Word) -> bool:
        """Return whether "der" and "die" are spoken German for "er" and "sie": behind the verb, and no articles."""
        asking = self.grammar.asking
        behind = at == 1 or any(small in asking for small, _ in self.words[max(0, at - 2) : at])
        return behind and self.words[at - 1][0] not in self.grammar.which and self._stands_alone(at, word)

    def _stands_alone(self, at: int, word: Word) -> bool:
        """Return whether no noun follows "das": the clause ends there or in a verb, or a small word follows."""
        if at == 0 or _CLAUSE_MARKS.search(self.text, self.words[at - 1][1].end, word.start):
            return False  # "das Buch, das dort liegt"
        ends = self._clause_end(word.end)
        rest = [following for _, following in self.words[at + 1 :] if following.end <= ends]
        if not rest or (rest[0].text in STOP_WORDS["de"] and not _GERMAN_ADJECTIVE.fullmatch(rest[0].text)):
            return True
        infinitive = word.text.casefold() == "das" and rest[0].text.endswith(("en", "ern", "eln"))
        return len(rest) == 1 and rest[0].text.islower() and (infinitive or is_german_form(rest[0].text))

    def _clause_end(self, start: int) -> int:
        mark = _CLAUSE_MARKS.search(self.text, start)
        return mark.start() if mark else len(self.text)

    def _reach(self, at: int, *, possessive: bool) -> int:
        """Return the position before which a pronoun may have its antecedent.

        The antecedent of a subject or object is never in its own clause; that of a possessive may be ("the minister …
        his").
        """
        start, before = self.words[at][1].start, self.words[at - 1][0] if at else ""
        subject = before in self.grammar.inverting and not (possessive and before in {"has", "have", "had"})
        if subject or (possessive and self.fragment):
            return self._clause_start(at)
        # "did the minister say he": English omits the conjunction
        leaves_out = bool(self.grammar.inverting) and before not in self.grammar.prepositions
        return start if possessive or leaves_out else self._clause_start(at)

    def _is_said(self, reach: int, at: int) -> bool:
        """Return whether the question names something before this position; one word of an earlier clause is enough.

        "There" is no place that a noun of its own clause names: "who is the oldest helper there?".
        """
        inside = [term for term in self.terms if term.end <= reach]
        if any(term.is_name for term in inside):
            return True
        if reach > self._clause_start(at):
            return len(inside) > 1 and self.words[at][0] not in self.grammar.places
        return bool(inside)

    def _clause_start(self, at: int) -> int:
        marks = [m.start() for m in _CLAUSE_MARKS.finditer(self.text, 0, self.words[at][1].start)]
        breaks = [word.start for small, word in self.words[1:at] if small in self.grammar.breaking]
        return max([0, *marks, *breaks])
