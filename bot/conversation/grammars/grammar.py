"""What a language's table holds: the closed-class words by which a question leans on what was said before, and what is
said around questions and instead of them."""

import re
from typing import NamedTuple

from retrieval.patterns import lazy

TOPIC = r"(\S.{0,80})"
"""Stands in a pattern for what articles are wished for about."""


class Sayings(NamedTuple):
    """The phrases of one language, each a pattern of alternatives in small letters; what several languages say alike
    stands in one of them."""

    complaint: str
    only_quotes: str
    about: str
    stop: str
    greeting: str
    thanks: str
    farewell: str
    assent: str
    """What asks nothing, kind by kind as of `SmallTalk`."""
    beside: str
    """Words that may stand between such phrases and say nothing else: "again", "very much"."""

    latest: str
    articles: str
    source: str
    speaker: str
    whole: str
    """What asks about the articles themselves, wish by wish as of `Wished`; when "that" was, the source tells."""

    new_topic: str
    """Says that the topic is left: "another question"."""
    naming: str
    """Names a new topic right behind it: "it's about"."""
    returning: str
    """Names an earlier one, up to a comma: "back to"."""
    aside: str
    """Opens a question and says nothing: "by the way"."""
    please: str
    request: str
    """Asks to be told what is asked behind it: "could you tell me"."""
    thanking: str
    """Closes a question that thanks ahead."""
    meaning: str = ""
    """Closes a question that says another one more clearly: "…, I mean"."""


class Grammar(NamedTuple):
    """The closed-class words of one language, in small letters."""

    persons: frozenset[str]
    """Pronouns that may stand for one person."""
    things: frozenset[str]
    """Pronouns for what is no person, or for several."""
    possessives: frozenset[str]
    """Those pronouns that may point back inside their own clause: "the minister and his resignation"."""
    pointers: frozenset[str]
    """Demonstratives."""
    places: frozenset[str]
    """Words for a place named before."""
    openers: frozenset[str]
    """Words that go on from what was said, at the head of a question."""
    handing_over: re.Pattern[str]
    """Phrases that put another thing in the old one's place: "what about"."""
    correcting: re.Pattern[str]
    """Phrases by which a user takes back what was named: "no, I meant"."""
    asking: frozenset[str]
    """Question words, and the verbs that open a question: without one it is a fragment."""
    who: frozenset[str]
    """Question words whose answer names a person."""
    where: frozenset[str]
    """Question words whose answer names a place."""
    which: frozenset[str]
    """Question words whose answer names a thing, where a noun follows."""
    defining: re.Pattern[str]
    """A question for what a word means brings its topic along, however short it is."""
    prepositions: frozenset[str]
    comparing: frozenset[str]
    """Words that are meant against something said before: "other", "else", "the former"."""
    continuing: frozenset[str]
    """Words that ask on without naming anything: "tell me more", "really?"."""
    breaking: frozenset[str]
    """Words that begin a clause: a pronoun behind one may point at the clause before."""
    generic: frozenset[str]
    """Words that name no topic and stand in no other table: of politeness, of asking, and the vaguest nouns."""
    empty: re.Pattern[str]
    """Phrases whose pronoun stands for nothing: "is there", "it takes", "this year"."""
    sayings: Sayings
    clitics: re.Pattern[str] | None = None
    """What an apostrophe joins to a word: "Putin's", "l'eau"."""
    verb_ending: re.Pattern[str] | None = None
    """Where a name may follow a noun that it owns: "мэр Москвы" stays, "родился Пушкин" doesn't."""
    articles: frozenset[str] = frozenset()
    """Definite ones."""
    degrees: frozenset[str] = frozenset()
    """Question words before a measure that is no part of what is measured: "how deep is the lake"."""
    inverting: frozenset[str] = frozenset()
    """Verbs behind which a pronoun is the subject, so that no word of its own clause is meant."""


def words(text: str) -> frozenset[str]:
    """Return the words of a text."""
    return frozenset(text.split())


def pattern(text: str) -> re.Pattern[str]:
    """Return a pattern for words in small and in capital letters."""
    return lazy(text, re.IGNORECASE)
