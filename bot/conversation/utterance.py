"""What a question's own words tell: what it names, and how it depends on something said before.

Knows no history: a pronoun depends on context if the question itself contains no antecedent for it.
"""

import re
import unicodedata
from functools import cached_property
from itertools import pairwise

from retrieval.language.text import words
from retrieval.patterns import lazy
from retrieval.question.answer_type import asks_of_nothing
from retrieval.question.light_words import light_stems

from .grammars import GRAMMARS
from .lean import Lean
from .terms import blank, tells_when, terms_of, without_clitics
from .unsaid import Clauses

MAX_CHARS = 400
"""A question states its topic in its first lines; the rest of a pasted page is not read."""

_OPEN_TERMS = 4
"""A question with at most this many content words may continue the conversation, or be about something new."""

_OWNED = lazy(
    r"\b(?:the|der|die|das|el|la|le) \w+ (?:of|des|der|von|del?|du)(?: (?:the|an?|la|el|los|las|der|dem|den))? ",
    re.IGNORECASE,
)
_ARTICLES = frozenset[str]().union(*(grammar.articles for grammar in GRAMMARS.values()))


class Utterance:
    """A question, as analysed from its words alone."""

    def __init__(self, text: str, language: str) -> None:
        self.text = unicodedata.normalize("NFC", text[:MAX_CHARS])
        self.language = language
        self.terms = terms_of(self.text, language)
        self._grammar = GRAMMARS[language]
        self._plain = without_clitics(self.text, language)
        tokens = list(words(self._plain))
        self._said = [word.text.casefold() for word in tokens]
        without = self._grammar.empty.sub(blank, self.text)
        if opening := self._grammar.handing_over.match(without) or self._grammar.correcting.match(without):
            without = blank(opening) + without[opening.end() :]
            self.terms = tuple(term for term in self.terms if term.start >= opening.end())
        self._small = [(w.text.casefold(), w) for w in tokens if not without[w.start : w.end].isspace()]
        self._head = self.text.lstrip(" ¿¡\"'«“-–—")
        self._named = any(term.is_name and (not term.text.isdigit() or tells_when(term.text)) for term in self.terms)

    @cached_property
    def lean(self) -> Lean:
        """How it depends on what was said before it."""
        if self._unsaid:
            return self._unsaid[0][0]
        return Lean.ELLIPSIS if self._is_ellipsis() else Lean.NONE

    @property
    def pronoun(self) -> str:
        """The pronoun without an antecedent in the question; "" if there is none."""
        return self._unsaid[0][1] if self._unsaid else ""

    @property
    def means_newest(self) -> bool:
        """Whether its pronoun is a demonstrative, which means what was said last: "wer hat die gefunden?"."""
        return bool(self.pronoun) and self.pronoun not in self._said

    @cached_property
    def means_things(self) -> bool:
        """Whether it has a pronoun for something other than a person, without antecedent: "did he pay for it?"."""
        return any(kind is not Lean.PERSON for kind, _ in self._unsaid)

    @cached_property
    def asks_for(self) -> Lean:
        """What its answer will name: PERSON, THING, or POINTER for a place."""
        head = self._said[:3]
        if self._grammar.asking.isdisjoint(head):  # "а фонари кто поставил"
            head = [small for small in self._said if small in self._grammar.asking][:1]
        if any(small in self._grammar.where for small in head):
            return Lean.POINTER
        if self.defines:
            return Lean.NONE
        if any(small in self._grammar.who for small in head):
            return Lean.PERSON
        return Lean.THING if self._asks_which() else Lean.NONE

    @cached_property
    def defines(self) -> bool:
        """Whether it asks what something is, and names it: such a question brings its own topic.

        "The price" and "the reason" name nothing.
        """
        return bool(self._grammar.defining.match(self._head)) and not (self.terms and self.names_nothing)

    @cached_property
    def fragment(self) -> bool:
        """Whether it contains no question word and no verb that asks."""
        return self._hands_over or not self._has(self._grammar.asking)

    @cached_property
    def replaces(self) -> bool:
        """Whether it puts something new in place of the old: "and in Germany?"."""
        return self.lean is Lean.ELLIPSIS and self.fragment

    @property
    def corrects(self) -> bool:
        """Whether it takes back what was named: "no, I meant the bridge"."""
        return self.replaces and self._takes_back

    @cached_property
    def restates(self) -> bool:
        """Whether it takes back what was named and asks again: "no, I mean parking, what does that cost?"."""
        asking = next((word.start for small, word in self._small if small in self._grammar.asking), 0)
        return self._takes_back and any(term.end <= asking for term in self.terms)

    @cached_property
    def names_anew(self) -> bool:
        """Whether it moves on to a thing named with an article and nothing else: "and the pool?"."""
        before = [small for small, word in self._small if word.end <= self.terms[0].start] if self.terms else []
        said = [small for small in before if small not in self._grammar.openers]
        if self._has(self._grammar.asking) or tells_when(self.text):  # "et le lundi ?"
            return False
        return self.replaces and len(said) == 1 and said[0] in _ARTICLES

    @cached_property
    def open(self) -> bool:
        """Whether it is so short that it may continue the conversation or be about something new."""
        if not 0 < len(self.terms) <= _OPEN_TERMS or self.names_nothing:
            return False
        if self.lean is not Lean.ELLIPSIS:
            return self.lean is Lean.NONE
        if self._hands_over and not self.corrects:
            return self.preposition is None
        if self.names_anew:
            return True
        lone = len(self._small) == len(self.terms) == 1  # "bins?" is a new topic, or part of the current one
        return not self._opens() and (lone or not self.fragment) and not self._has(self._grammar.comparing)

    @cached_property
    def preposition(self) -> str | None:
        """The preposition before the new thing that replaces the old: "in" of "and in Germany?"."""
        first = self.terms[0].start if self.terms else len(self.text)
        before = [small for small, word in self._small if word.end <= first] if self.replaces else []
        return next((small for small in reversed(before) if small in self._grammar.prepositions), None)

    @cached_property
    def names_nothing(self) -> bool:
        """Whether all its words only say how it asks: "who paid?", "сколько стоит?", "opening hours?"."""
        light = light_stems(self.language)
        return asks_of_nothing(self.text) or all(term.stem in light and not term.is_name for term in self.terms)

    def _asks_which(self) -> bool:
        """Return whether a noun follows the question word ("which ship"), so that the answer names one."""
        nouns = {term.start for term in self.terms}
        objects = self._grammar.things | self._grammar.persons  # "what causes it" asks for no name of a cause
        behind = [small for small, _ in self._small[2:5]] + [""]
        return any(
            small in self._grammar.which and following.start in nouns and third not in objects
            for ((small, _), (_, following)), third in zip(pairwise(self._small[:4]), behind, strict=False)
        )

    @cached_property
    def _unsaid(self) -> tuple[tuple[Lean, str], ...]:
        """The pronouns without an antecedent in the question, in order, each with its kind."""
        clauses = Clauses(self._plain, self._small, self.terms, self.language, self.fragment)
        return tuple(clauses.unsaid())

    def _is_ellipsis(self) -> bool:
        count = len(self.terms)
        if count == 0:
            asks = self._has(self._grammar.asking | self._grammar.comparing | self._grammar.continuing)
            leads = self._said[:1] and self._said[0] in self._grammar.openers | self._grammar.prepositions
            return asks or bool(leads) or tells_when(self.text)  # "who else?", "and then?", "per year?", "last year?"
        if self._hands_over:
            return count <= 3
        if self.fragment:
            return self.names_nothing or self._fragment_leans(count)
        opened = self._opens()
        if self._named or self.defines or (count == 1 and not opened and self._is_owner()):
            return False
        return self.names_nothing or count <= (2 if opened or self._has(self._grammar.comparing) else 1)

    def _fragment_leans(self, count: int) -> bool:
        if self._opens():
            return count <= 4
        if self._said[0] in self._grammar.prepositions:
            return count <= 2
        return count == 1 and not self._named and self._plain.rstrip().endswith("?")

    def _is_owner(self) -> bool:
        """Return whether the only term owns a noun that says little by itself: "the meaning of life"."""
        return any(owned.end() == self.terms[0].start for owned in _OWNED.finditer(self._plain))

    def _has(self, among: frozenset[str]) -> bool:
        return not among.isdisjoint(self._said)

    @cached_property
    def _hands_over(self) -> bool:
        return self._takes_back or bool(self._grammar.handing_over.match(self._head))

    @cached_property
    def _takes_back(self) -> bool:
        return bool(self._grammar.correcting.match(self._head))

    def _opens(self) -> bool:
        return bool(self._said) and self._said[0] in self._grammar.openers
