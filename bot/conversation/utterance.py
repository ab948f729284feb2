"""What a question's own words tell: what it names, and how it depends on something said before.

Knows no history: a pronoun depends on context if the question itself contains no antecedent for it.
"""

import re
import unicodedata
from collections.abc import Iterator
from enum import StrEnum
from functools import cached_property
from itertools import pairwise

from retrieval.language.stop_words import STOP_WORDS
from retrieval.language.text import Word, words
from retrieval.patterns import lazy
from retrieval.question.light_words import light_stems

from .grammars import GRAMMARS
from .terms import blank, is_german_form, tells_when, terms_of, without_clitics

MAX_CHARS = 400
"""A question states its topic in its first lines; the rest of a pasted page is not read."""

_OPEN_TERMS = 4
"""A question with at most this many content words may continue the conversation, or be about something new."""

_CLAUSE_MARKS = lazy(r"[,;:.?!()]")

_OWNED = lazy(
    r"\b(?:the|der|die|das|el|la|le) \w+ (?:of|des|der|von|del?|du)(?: (?:the|an?|la|el|los|las|der|dem|den))? ",
    re.IGNORECASE,
)
_SPOKEN = {"der": "er", "den": "ihn", "dem": "ihm", "die": "sie"}
"""German articles that stand for a pronoun in spoken questions: "wem gehört die?"."""
_SINGULAR = frozenset("hat hatte ist war wird wurde kann konnte muss soll sollte darf will wollte".split())
"""German verbs that tell "sie" before an infinitive or a participle: "was hat sie versprochen"."""
_GERMAN_ADJECTIVE = lazy(r"(?:ander|viel|meist|einig|selb|beid|ganz|all|jed|wenig|manch)e[nmrs]?")
"""Small words that a noun follows: "die andere Karte"."""
_ARTICLES = frozenset[str]().union(*(grammar.articles for grammar in GRAMMARS.values()))


class Lean(StrEnum):
    """How a question depends on what was said before it."""

    NONE = "none"
    PERSON = "person"
    THING = "thing"
    POINTER = "pointer"
    ELLIPSIS = "ellipsis"


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
        """Whether all its words only say how it asks: "who paid?", "сколько стоит?"."""
        light = light_stems(self.language)
        return all(term.stem in light and not term.is_name for term in self.terms)

    def _asks_which(self) -> bool:
        """Return whether a noun follows the question word ("which ship"), so that the answer names one."""
        nouns = {term.start for term in self.terms}
        return any(
            small in self._grammar.which and following.start in nouns
            for (small, _), (_, following) in pairwise(self._small[:4])
        )

    @cached_property
    def _unsaid(self) -> tuple[tuple[Lean, str], ...]:
        """The pronouns without an antecedent in the question, in order, each with its kind."""
        return tuple(self._pronouns())

    def _pronouns(self) -> Iterator[tuple[Lean, str]]:
        grammar = self._grammar
        for at, (said, word) in enumerate(self._small):
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
        beside = [small for small, _ in self._small[max(0, at - 1) : at + 2]]
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
        if small != "that" or at == 0 or not self._plain[word.end :].strip(" ?!."):
            return True
        return self._small[at - 1][0] in self._grammar.inverting | self._grammar.prepositions

    def _is_demonstrative(self, at: int, word: Word) -> bool:
        """Return whether "der" and "die" are spoken German for "er" and "sie": behind the verb, and no articles."""
        asking = self._grammar.asking
        behind = at == 1 or any(small in asking for small, _ in self._small[max(0, at - 2) : at])
        return behind and self._small[at - 1][0] not in self._grammar.which and self._stands_alone(at, word)

    def _stands_alone(self, at: int, word: Word) -> bool:
        """Return whether no noun follows "das": the clause ends there or in a verb, or a small word follows."""
        if at == 0 or _CLAUSE_MARKS.search(self._plain, self._small[at - 1][1].end, word.start):
            return False  # "das Buch, das dort liegt"
        ends = self._clause_end(word.end)
        rest = [following for _, following in self._small[at + 1 :] if following.end <= ends]
        if not rest or (rest[0].text in STOP_WORDS["de"] and not _GERMAN_ADJECTIVE.fullmatch(rest[0].text)):
            return True
        infinitive = word.text.casefold() == "das" and rest[0].text.endswith(("en", "ern", "eln"))
        return len(rest) == 1 and rest[0].text.islower() and (infinitive or is_german_form(rest[0].text))

    def _clause_end(self, start: int) -> int:
        mark = _CLAUSE_MARKS.search(self._plain, start)
        return mark.start() if mark else len(self._plain)

    def _reach(self, at: int, *, possessive: bool) -> int:
        """Return the position before which a pronoun may have its antecedent.

        The antecedent of a subject or object is never in its own clause; that of a possessive may be ("the minister …
        his").
        """
        start, before = self._small[at][1].start, self._small[at - 1][0] if at else ""
        subject = before in self._grammar.inverting and not (possessive and before in {"has", "have", "had"})
        if subject or (possessive and self.fragment):
            return self._clause_start(at)
        # "did the minister say he": English omits the conjunction
        leaves_out = bool(self._grammar.inverting) and before not in self._grammar.prepositions
        return start if possessive or leaves_out else self._clause_start(at)

    def _is_said(self, reach: int, at: int) -> bool:
        """Return whether the question names something before this position; one word of an earlier clause is enough.

        "There" is no place that a noun of its own clause names: "who is the oldest helper there?".
        """
        inside = [term for term in self.terms if term.end <= reach]
        if any(term.is_name for term in inside):
            return True
        if reach > self._clause_start(at):
            return len(inside) > 1 and self._small[at][0] not in self._grammar.places
        return bool(inside)

    def _clause_start(self, at: int) -> int:
        marks = [m.start() for m in _CLAUSE_MARKS.finditer(self._plain, 0, self._small[at][1].start)]
        breaks = [word.start for small, word in self._small[1:at] if small in self._grammar.breaking]
        return max([0, *marks, *breaks])

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
