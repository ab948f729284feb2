"""A question asked again of another thing: "where is the Weir Bridge?" and "no, I meant the ferry", "and Harrow Hall?".

Only where it is clear which of its things was taken back.
"""

import re
from typing import NamedTuple

from retrieval.language.traits import CAPITALISED_NOUNS
from retrieval.speakers.gender import of_person

from .grammars import GRAMMARS
from .lean import Lean
from .phrases import OF, Phrase, own_phrases
from .utterance import Utterance

_ARTICLE = rf"(?:{'|'.join(article for grammar in GRAMMARS.values() for article in grammar.articles)})"
_WITH_ARTICLE = rf"(?<!\w)(?:{_ARTICLE} (?:\w+ )?|l['’])"


class _Thing(NamedTuple):
    """Something that a question names, with its article."""

    text: str
    stems: frozenset[str]
    is_name: bool


def names_another(utterance: Utterance) -> bool:
    """Return whether a follow-up gives a name and nothing else: "and Hamburg?"; one word in German may be any noun."""
    surely = len(utterance.terms) > 1 or utterance.language not in CAPITALISED_NOUNS
    bare = utterance.replaces and utterance.preposition is None
    return bare and surely and all(term.is_name and not term.text.isdigit() for term in utterance.terms)


def corrected(correction: Utterance, asked: Utterance) -> str:
    """Return a question with what a follow-up names instead of what it named; "" if it is not clear which."""
    named, phrases = own_phrases(correction), own_phrases(asked)
    if asked.fragment or asked.lean is not Lean.NONE or len(named) != 1:
        return ""
    new = named[0]
    person = of_person(new.text) is not None
    things = [thing for it in phrases if (thing := _thing(it, asked)) and not (person and _is_place(it, asked))]
    alike = [it for it in things if it.stems & new.stems]
    unclear = not new.is_name and any(it.preposition in OF for it in phrases)  # "the repair of the bridge"
    of_kind = [it for it in things if it.is_name == new.is_name and not unclear]
    only = [it for it in things if len(phrases) == 1 and it.stems == phrases[0].stems]
    meant = alike or of_kind or only
    if len(meant) != 1:
        return ""
    return asked.text.replace(meant[0].text, _with_article(new.text, correction) or new.text, 1)


def _is_place(phrase: Phrase, asked: Utterance) -> bool:
    """Return whether a name stands where a place does and so gives way to nobody: "who opened the bridge in Lowton"."""
    owns = phrase.preposition in OF and asked.asks_for is not Lean.PERSON
    return phrase.is_name and not phrase.is_person and not owns and of_person(phrase.text) is None


def _thing(phrase: Phrase, asked: Utterance) -> _Thing | None:
    """Return what a phrase of a question names, by name or with an article; None if its words do not tell."""
    noun = phrase.text if phrase.is_name else phrase.as_noun().text
    clear = phrase.is_name or phrase.noun or " " not in noun  # "the pool open": which of the words?
    if clear and (articled := _with_article(noun, asked)):
        return _Thing(articled, phrase.stems, phrase.is_name)
    names = [term for term in asked.terms if term.stem in phrase.names]
    name = asked.text[names[0].start : names[-1].end] if names else ""
    if not name or (asked.language in CAPITALISED_NOUNS and re.search(r"\b[a-zäöüß]", name)):
        return None  # "Bürgermeister von Harrow"
    return _Thing(name, phrase.names, is_name=True)


def _with_article(noun: str, utterance: Utterance) -> str:
    """Return a noun with the article before it; "" if it has none."""
    place = re.search(_WITH_ARTICLE + re.escape(noun), utterance.text, re.IGNORECASE) if noun else None
    return place[0] if place else ""
