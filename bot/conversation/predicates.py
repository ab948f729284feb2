"""Tells the words of a question that say what is asked about a thing from those that name it."""

import re
from collections.abc import Sequence, Set
from functools import cache
from itertools import pairwise

from retrieval.language.irregular import base_forms
from retrieval.language.text import stem
from retrieval.patterns import lazy
from retrieval.question.light_words import light_stems

from .grammars import GRAMMARS, Grammar
from .terms import ContentWord, is_german_form

_GERMAN_SUBJECTS = frozenset("ich du wir man".split())
"""A term next to one of these pronouns is its verb."""
_GERMAN_SUBJECTS_BEHIND = _GERMAN_SUBJECTS | {"er", "sie", "es"}
"""Before a term these may be its subject or object: "hat sie kinder"."""
_AUXILIARY = lazy(r"\b(?:do|does|did|is|are|was|were|has|have|had|will|can|could|must)\b", re.IGNORECASE)
_BEFORE_NOUN = frozenset("the a an most all some any".split()) | GRAMMARS["en"].generic
_FIRST_WORD = lazy(r"\W*([^\W\d_]+)")
_HOW_MANY = lazy(r"\W*(?:and )?how many\b", re.IGNORECASE)
_WORD_BEFORE = lazy(r"([^\W\d_]+)[ \u00a0]$")
_WORD_AFTER = lazy(r"\W{1,3}([^\W\d_]+)")
_PRO_NOUN = frozenset({"one", "ones"})
"""They stand for the noun of an adjective: "the worst one"."""
_WHOSE = frozenset({"whose", "wessen"})


def predicates_of(text: str, terms: Sequence[ContentWord], language: str) -> Set[ContentWord]:
    """Return the terms that say what is asked about a thing, and are not part of its name.

    These are the verb after "who" ("who drew the atlas"), the measure after "how" ("how deep is the lake"), and in
    English the verb that ends a clause ("where do wounded soldiers recover", "when was the bridge built").
    """
    return frozenset(term for term in terms if not term.is_name and _is_asked(text, terms, term, language))


def _is_asked(text: str, terms: Sequence[ContentWord], term: ContentWord, language: str) -> bool:
    grammar = GRAMMARS[language]
    before, after = _WORD_BEFORE.search(text[max(0, term.start - 30) : term.start]), _WORD_AFTER.match(text, term.end)
    asking = before.group(1).casefold() if before else ""
    following = after.group(1).casefold() if after else ""
    if asking in grammar.who - _WHOSE or following in _PRO_NOUN or _is_done_by(asking, following, term, language):
        return True
    ends = not following or following in grammar.prepositions
    if grammar.verb_ending and grammar.verb_ending.search(term.text):
        behind = grammar.asking - grammar.which | grammar.persons | grammar.things
        lone = ends and asking in behind and term.stem not in _noun_stems(language)
        if lone or term.stem in light_stems(language):
            return True  # "где родилась", "коли його збудували", "стоит"
    closes = language == "de" and ends and is_german_form(term.text)
    if term.text.islower() and (closes or grammar.verbal.search(text[max(0, term.start - 40) : term.end])):
        return True  # "wann starb der König", "gebaut" of "wann wurde die Orgel gebaut"
    if asking in grammar.degrees:
        return language != "en" or following in grammar.asking
    if language != "en" or (following and following not in grammar.prepositions):
        return False
    return _ends_clause(text, terms, term) or _is_done_by_which(text, terms, term, grammar)


@cache
def _noun_stems(language: str) -> frozenset[str]:
    return frozenset(stem(word, language) for word in GRAMMARS[language].no_verbs)


def _is_done_by(before: str, behind: str, term: ContentWord, language: str) -> bool:
    """Return whether a German verb stands next to its subject pronoun: "bekomme ich", "man mitbringen", "fährt sie"."""
    beside = before in _GERMAN_SUBJECTS or behind in _GERMAN_SUBJECTS_BEHIND
    return language == "de" and term.text.islower() and beside


def _is_done_by_which(text: str, terms: Sequence[ContentWord], term: ContentWord, grammar: Grammar) -> bool:
    """Return whether a past-tense verb follows the thing asked for: "which vacuum won", "how many died"."""
    head = _FIRST_WORD.match(text)
    asks = head is not None and head.group(1).casefold() in grammar.which
    return (bool(_HOW_MANY.match(text)) or (asks and term is not terms[0])) and _is_past(term)


def _is_past(term: ContentWord) -> bool:
    return term.text.endswith("ed") or term.text.casefold() in base_forms("en")


def _ends_clause(text: str, terms: Sequence[ContentWord], term: ContentWord) -> bool:
    """Return whether an English verb follows its subject: "do soldiers recover", "was the Weir Bridge built"."""
    auxiliary = next(_AUXILIARY.finditer(text, 0, term.start), None)
    if auxiliary is None:
        return False
    between = [it for it in terms if auxiliary.end() <= it.start < term.start]
    before = text[auxiliary.end() : between[0].start].casefold().split() if between else []
    if not between or not _BEFORE_NOUN.issuperset(before):
        return False
    pairs = pairwise([*between, term])
    if any(text[left.end : right.start].strip(" -–/&.") not in {"", "of", "the"} for left, right in pairs):
        return False
    return auxiliary.group().casefold() in {"do", "does", "did"} or _is_past(term)
