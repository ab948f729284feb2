"""The topic of a conversation after some turns, and the people that its last answer named.

Knows only the questions asked before, not the current one.
"""

from collections.abc import Sequence
from typing import NamedTuple

from retrieval.speakers.names import is_body

from .lean import Lean
from .phrases import Phrase, names_in
from .utterance import Utterance

_MAX_NAMES = 2
"""Maximum number of names from an answer that a follow-up may refer to."""


class Focus(NamedTuple):
    """What the conversation is about after some turns."""

    topic: tuple[Phrase, ...] = ()
    """Phrases of the last question that stood alone, or of what replaced them."""
    latest: tuple[Phrase, ...] = ()
    """Phrases that the last follow-up added to them."""
    asked: Utterance | None = None
    """The last question; its answer below is searched for names only when they are needed."""
    answer: str | None = None
    before: tuple[Phrase, ...] = ()
    """The topic before it, if the last question that stood alone was so short that it may belong to that."""
    told: tuple[Phrase, ...] = ()
    """Whom alone an earlier answer on this topic named."""
    earlier: tuple[Phrase, ...] = ()
    """The people of an earlier topic."""
    instead: tuple[Phrase, ...] = ()
    """Of the topic, what the last follow-up put in place of something else: "and for adults?"."""

    def only(self) -> tuple[Phrase, ...]:
        """Return whom alone the last answer newly named; else whom an earlier one did."""
        return people if len(people := self.people()) == 1 else self.told

    def persons(self) -> tuple[Phrase, ...]:
        """Return the people that the topic or its answers were about; those of an earlier topic, if there are none."""
        return tuple(it for it in (*self.latest, *self.topic) if it.is_person) or self.only() or self.earlier

    def named(self) -> tuple[Phrase, ...]:
        """Return the names that the last answer introduced."""
        return names_in(self.answer, self.asked) if self.answer and self.asked else ()

    def asked_for(self, kind: Lean) -> tuple[Phrase, ...]:
        """Return the first names in the last answer, if its question asked for a name of that kind."""
        if not self.asked or self.asked.asks_for is not kind:
            return ()
        if kind is Lean.POINTER:
            return self.named()[:_MAX_NAMES]
        return _full_names([name for name in self.named() if name.is_person])[:_MAX_NAMES]

    def spelt(self) -> tuple[Phrase, ...]:
        """Return the person that the last question named in lower case, spelt as in its answer."""
        names = names_in(self.answer, self.asked, said=True) if self.answer and self.asked else ()
        people = [name for name in names if (name.is_person or name.is_full_name) and not is_body(name.text)]
        return tuple([name for name in people if name.is_full_name] or people)[:1]

    def people(self) -> tuple[Phrase, ...]:
        """Return the first people newly named in the last answer; only those with full names, if there are any."""
        known = frozenset[str]().union(*(phrase.stems for phrase in self.topic))
        who = self.asked is not None and self.asked.asks_for is Lean.PERSON
        named = [name for name in self.named() if not is_body(name.text) and not name.stems <= known]
        people = [
            name for name in named if name.is_person or (who and " " in name.text)
        ]  # "she hands over to Idris Cole"
        return _full_names(people)[:_MAX_NAMES]


def _full_names(people: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """Return the full names among some people's, if there are any."""
    return tuple([it for it in people if " " in it.text] or people)
