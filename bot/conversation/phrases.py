"""Extracts the phrases that a question is about, as they can be repeated: "wounded soldiers", "Town of Danville".

Knows no turns: analyses one text at a time.
"""

import re
from bisect import bisect
from collections.abc import Iterator, Sequence, Set

from msgspec import Struct
from msgspec.structs import replace

from retrieval.language.sentences import sentences
from retrieval.language.text import is_cyrillic
from retrieval.language.times import tells_time
from retrieval.language.traits import CAPITALISED_NOUNS
from retrieval.patterns import CAPITAL, lazy
from retrieval.speakers.gender import Gender, of_person

from .grammars import GRAMMARS
from .lean import Lean
from .predicates import predicates_of
from .terms import ContentWord, language_of, terms_of
from .utterance import Utterance

_MAX_PHRASE_CHARS = 80
_MAX_ANSWER_CHARS = 600
"""Limits for a phrase, which is cut there, and for the part of an answer searched for names: a page may be pasted."""

_OF_NOBODY = frozenset(
    """in at near off around outside inside across from to of в во на из у im am bei aus nach von vom des en à au aux
    chez dans de del du desde hasta""".split()
)
"""Prepositions followed by a place, or by what somebody is the head of."""
OF = frozenset("of von de du des del".split())

_GERMAN_ROLE = r"\b[A-ZÄÖÜ](?:\w*(?:er|in|ist|ent|ant|or|eur|mann|frau|chef|sohn|anwalt)|rau|ann|ohn|hef|err)"
"""A noun for a person before the name: "Tochter Frauke", "Landrätin Holt"."""
_DATELINE = lazy(r"\A\W*[A-ZÀ-ÝА-ЯЁІЇЄҐ]{3,}[^.!?\n—–]{0,60}\s[—–-]{1,2}\s")
"""The dateline before an article's first sentence: "LISBON, Portugal — "."""
_INITIALS = lazy(rf"(?:{CAPITAL}\.? ?)+")
"""As before the answers of an interview: "R. M.: I never wanted to leave"."""
_DIGIT = lazy(r"\d")
_BETWEEN = lazy(r"[ \-–/&.]{1,3}|['’]s ")
_LINKING = lazy(r" (?:of|the|of the|de|del|de la|du|des|von|van) ", re.IGNORECASE)
_LAST_BEFORE = lazy(r"([^\W\d_]+) (?:(?:the|an?|der|die|das|dem|den|la|el|los|las|le|les) )?$", re.IGNORECASE)


class Phrase(Struct, frozen=True):
    """A run of words in a text, as written."""

    text: str
    stems: frozenset[str]
    language: str
    names: frozenset[str] = frozenset()
    """Stems of the names it contains."""
    is_person: bool = False
    """Whether it may name a person: it is no place ("in Riga") and has no number."""
    preposition: str | None = None
    gender: Gender | None = None
    """The gender of the pronoun that referred to it, "she" or "he"."""
    for_whom: bool = False
    """Whether it only says for whom or for what an earlier question is asked again: "and for children?"."""
    noun: "Phrase | None" = None
    """The part that a pronoun can stand for, if that is less: without the verb of "do wounded soldiers recover", and
    nothing of "drew" in "who drew the atlas"."""

    @property
    def is_name(self) -> bool:
        return bool(self.names)

    @property
    def is_full_name(self) -> bool:
        """Whether it may be a person's full name, including after "the arrest of"."""
        return " " in self.text and (self.is_person or self.preposition in OF)

    @property
    def told_gender(self) -> Gender | None:
        """The gender that a pronoun or the name tells; Slavic names are seldom in the case that shows it."""
        return self.gender or (None if is_cyrillic(self.text) else of_person(self.text))

    def may_be(self, gender: Gender | None) -> bool:
        """Return whether "he" or "she" can stand for it."""
        return gender is None or self.told_gender in {None, gender}

    def as_noun(self) -> "Phrase":
        """Return what a pronoun can stand for: the agent, not the action."""
        return self if self.noun is None else self.noun

    def repeats(self, other: "Phrase") -> bool:
        """Return whether it says no more than another, or names the same person: "starb Ida Lorenz", "Ida Lorenz"."""
        return self.stems <= other.stems or len(self.stems & other.stems) > 1

    def deed(self) -> "Phrase":
        """Return what remains when another thing replaces the noun: "open" of "library open"."""
        if self.noun is None or self.is_name:
            return replace(self, text="", stems=frozenset(), noun=None)
        gone = set(self.noun.text.split())
        left = " ".join(word for word in self.text.split() if word not in gone)
        return replace(self, text=left, stems=self.stems - self.noun.stems, noun=None)


def own_phrases(utterance: Utterance) -> tuple[Phrase, ...]:
    """Return the phrases of a question's own words."""
    return phrases_of(utterance.text, utterance.terms, utterance.language)


def names_in(answer: str, question: Utterance, *, said: bool = False) -> tuple[Phrase, ...]:
    """Return the names in an answer that its question does not contain, whole and without adjacent words.

    Args:
        said: return instead the names that the question contains in lower case.
    """
    answer = _DATELINE.sub("", answer[:_MAX_ANSWER_CHARS])
    asked = {term.stem for term in question.terms if term.text.islower() or not said}
    language = language_of(answer, question.language)
    terms = terms_of(answer, language)
    titles = {term.stem for term in question.terms if not term.is_name}
    # in German the first word of a sentence shows no name: "Nele Brandt warf elf Tore"
    spelt = [term for term in terms if term.is_name or (term.text[0].isupper() and term.stem in asked)]
    names = phrases_of(answer, terms, language, among=spelt if said else [*_untitled(terms, titles)])
    found = [it for it in names if bool(it.names & asked) is said and not _names_nobody(it.text)]
    if said or question.asks_for is Lean.THING:
        return tuple(found)
    who = question.asks_for is Lean.PERSON
    return tuple(replace(it, is_person=it.is_person and _is_somebody(it.text, answer, language, who)) for it in found)


def _names_nobody(name: str) -> bool:
    return bool(_DIGIT.search(name) or _INITIALS.fullmatch(name)) or tells_time(name)


def _untitled(terms: Sequence[ContentWord], titles: Set[str]) -> Iterator[ContentWord]:
    """Yield the names among terms, but no title before one: "Director" of "Director Rosa Ilbert said"."""
    names = [term for term in terms if term.is_name]
    for before, term, behind in zip([None, *names], names, [*names[1:], None], strict=False):
        leads = behind is not None and behind.start == term.end + 1 and not (before and term.start == before.end + 1)
        if not (leads and term.stem in titles):
            yield term


def _is_somebody(name: str, text: str, language: str, asked: bool) -> bool:
    """Return whether a name in an answer seems to be a person's: it has two words, or is one's by all that shows it.

    English "he" and "she" must mean somebody: there only an article tells otherwise, "the Danish firm".
    """
    if " " in name or of_person(name) or (asked and language != "en"):
        return True
    if language == "en":
        return re.search(rf"(?<!\w)(?:the|an?|no) {re.escape(name)}(?!\w)", text, re.IGNORECASE) is None
    return language in CAPITALISED_NOUNS and re.search(rf"{_GERMAN_ROLE} {re.escape(name)}(?!\w)", text) is not None


def phrases_of(
    text: str, terms: Sequence[ContentWord], language: str, *, among: Sequence[ContentWord] | None = None
) -> tuple[Phrase, ...]:
    """Return the phrases of a text in order, or only those formed by the terms in `among`."""
    runs = _runs(text, terms if among is None else among)
    asked = predicates_of(text, terms, language)
    return tuple(_phrase(text, run, language, asked) for run in runs)


def _runs(text: str, terms: Sequence[ContentWord]) -> list[list[ContentWord]]:
    """Return the terms grouped into adjacent runs; a name is separated from common words after it."""
    runs: list[list[ContentWord]] = []
    ends = [end for _, end in sentences(text)]
    for term in terms:
        last = runs[-1][-1] if runs and bisect(ends, runs[-1][-1].start) == bisect(ends, term.start) else None
        between = text[last.end : term.start] if last else ""
        linked = _LINKING.fullmatch(between) if last and last.is_name and term.is_name else None
        joined = _BETWEEN.fullmatch(between) and not (last and last.is_name and not term.is_name)
        if linked or joined:
            runs[-1].append(term)
        else:
            runs.append([term])
    return runs


def _phrase(text: str, run: Sequence[ContentWord], language: str, asked: Set[ContentWord]) -> Phrase:
    start, end = run[0].start, min(run[-1].end, run[0].start + _MAX_PHRASE_CHARS)
    place = _LAST_BEFORE.search(text[max(0, start - 30) : start])
    before = place.group(1).casefold() if place else ""
    preposition = before if before in GRAMMARS[language].prepositions else None
    names = frozenset(term.stem for term in run if term.is_name)
    is_person = bool(names) and preposition not in _OF_NOBODY and not _DIGIT.search(text[start:end])
    meant = _noun(run, language, asked)
    stems = frozenset(term.stem for term in run)
    phrase = Phrase(text[start:end], stems, language, names, is_person, preposition)
    if len(meant) == len(run):
        return phrase
    noun = text[meant[0].start : min(meant[-1].end, end)] if meant else ""
    return replace(phrase, noun=replace(phrase, text=noun, stems=frozenset(term.stem for term in meant)))


def _noun(run: Sequence[ContentWord], language: str, asked: Set[ContentWord]) -> Sequence[ContentWord]:
    """Return a run without the terms that say what is asked of it; of a name, without the small words before it."""
    named = next((at for at, term in enumerate(run) if term.is_name and not term.text.isdigit()), None)
    if named:
        verb = GRAMMARS[language].verb_ending
        owns = verb is not None and not all(verb.search(term.text) for term in run[:named])
        capital = next(at for at, term in enumerate(run) if term.text[:1].isupper() or at == named)
        return run if owns else run[capital:]
    return [term for term in run if term not in asked]
