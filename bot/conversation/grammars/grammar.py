"""The table of a language: closed-class words that tie questions to context, and phrases around or instead of them."""

import re
from typing import NamedTuple

from retrieval.alternatives import as_typed
from retrieval.patterns import lazy

TOPIC = r"(\S.{0,80})"
"""Part of a pattern that captures the topic of the articles asked for."""
_OF_NAME = r"(?!(?:about|on|über|zum?|sur|sobre|об?|про)\b)\S+"
NAME = rf"({_OF_NAME}(?: {_OF_NAME}){{0,7}})"
"""Part of a pattern that captures the name of their author or publisher, and the days after it; not with a topic."""
_NOTHING = lazy(r"(?!)")


class Sayings(NamedTuple):
    """The phrases of one language, each field a pattern of alternatives in lower case.

    A phrase common to several languages is listed in only one of them.
    """

    complaint: str
    only_quotes: str
    language: str
    follow: str
    about: str
    stop: str
    greeting: str
    thanks: str
    farewell: str
    assent: str
    """Small talk, one field for each kind in `SmallTalk`."""
    beside: str
    """Words that may accompany such phrases without adding anything: "again", "very much"."""

    latest: str
    articles: str
    by: str
    written: str
    writers: str
    source: str
    speaker: str
    whole: str
    more: str
    """Requests about the articles themselves, one field per kind in `Wished`; "when was that" asks for the source."""

    new_topic: str
    """Says that the topic changes: "another question"."""
    naming: str
    """Is followed by the name of a new topic: "it's about"."""
    returning: str
    """Is followed by the name of an earlier topic, up to a comma or colon: "back to"."""
    aside: str
    """Opens a question without adding anything: "by the way"."""
    please: str
    request: str
    """Asks for the answer to the question that follows: "could you tell me"."""
    thanking: str
    """Thanks in advance at the end of a question."""
    parting: str
    """Ends a message to somebody, perhaps before a signature: "kind regards"."""
    meaning: str = ""
    """Ends a question that restates another more clearly: "…, I mean"."""


class Grammar(NamedTuple):
    """The closed-class words of one language, in lower case."""

    persons: frozenset[str]
    """Pronouns that may refer to one person."""
    things: frozenset[str]
    """Pronouns that refer to something other than a person, or to several."""
    possessives: frozenset[str]
    """Pronouns whose antecedent may be in their own clause: "the minister and his resignation"."""
    pointers: frozenset[str]
    """Demonstratives."""
    places: frozenset[str]
    """Words that refer to a place named before."""
    openers: frozenset[str]
    """Words at the beginning of a question that continue what was said."""
    handing_over: re.Pattern[str]
    """Phrases that put another thing in place of the old: "what about"."""
    correcting: re.Pattern[str]
    """Phrases that take back what was named: "no, I meant"."""
    asking: frozenset[str]
    """Question words, and verbs that open a question; a question without either is a fragment."""
    who: frozenset[str]
    """Question words whose answer names a person."""
    where: frozenset[str]
    """Question words whose answer names a place."""
    which: frozenset[str]
    """Question words whose answer names a thing if a noun follows."""
    defining: re.Pattern[str]
    """Begins a question about what a word means, which states its own topic, however short it is."""
    prepositions: frozenset[str]
    comparing: frozenset[str]
    """Words that contrast with something said before: "other", "else", "the former"."""
    continuing: frozenset[str]
    """Words that ask for more without naming anything: "tell me more", "really?"."""
    breaking: frozenset[str]
    """Words that begin a clause; a pronoun after one may refer to the clause before."""
    generic: frozenset[str]
    """Words that name no topic and are in no other table: words of politeness and of asking, and the vaguest nouns."""
    empty: re.Pattern[str]
    """Phrases whose pronoun refers to nothing: "is there", "it takes", "this year"."""
    sayings: Sayings
    clitics: re.Pattern[str] = _NOTHING
    """Clitics, joined to a word by an apostrophe: "Putin's", "l'eau"."""
    verb_ending: re.Pattern[str] | None = None
    """Endings of verbs, in languages where a name may follow a noun that it owns: "мэр Москвы" stays whole, "родился
    Пушкин" does not."""
    no_verbs: frozenset[str] = frozenset()
    """Nouns with such endings in some form, and often after a question word."""
    verbal: re.Pattern[str] = _NOTHING
    """Ends with a word that is a verb by what stands before it: "qui le défend", "who was arrested"."""
    articles: frozenset[str] = frozenset()
    """Definite articles."""
    degrees: frozenset[str] = frozenset()
    """Question words before a measure that is not part of the thing measured: "how deep is the lake"."""
    inverting: frozenset[str] = frozenset()
    """Verbs after which a pronoun is the subject, so that its antecedent is not in its own clause."""


def words(text: str) -> frozenset[str]:
    """Return the words of a text."""
    return frozenset(text.split())


def pattern(text: str) -> re.Pattern[str]:
    """Return a case-insensitive pattern, of which accents may be missing."""
    return lazy(as_typed(text), re.IGNORECASE)
