"""Which words of a question to report as missing: informative ones, typed in this turn, that nothing found says.

Knows texts, terms and hits; nothing of confidence. "No article mentions it" must be true wherever it is read.
"""

from collections.abc import Sequence

from ..language.stop_words import SMALL_WORDS
from ..language.text import is_cyrillic, normal_form, stem, word_list, words
from ..language.traits import COMPOUNDING, CYRILLIC
from ..patterns import lazy
from ..question.terms import Term, asks_for_nothing
from ..ranking.asked import Question
from ..types import Hit, Lack, SignalName

_HYPHENATED = lazy(r"\b\w+(?:-\w+)+")
_PARTED = lazy(r"(?<!\w)\w++(?:(?:[-’'ʼ]|\. ?)\w++)+")
"""Written as one word elsewhere: "co-op", "D'Souza", "EE. UU."."""
_NO_WORD = lazy(r"\W+")

NEAR = 0.6
"""From this similarity on, a quote may paraphrase an ordinary word: only names and numbers are reported as missing."""

LEAST_STEM = 4
"""Minimum letters of a stem for longer words to count as its other forms: "treated", "treatment"."""


def missing(question: Question, hits: Sequence[Hit]) -> tuple[Lack, tuple[str, ...]]:
    """Return what the first hit lacks, and the words to report, as they were typed."""
    if asks_for_nothing(question.text, question.language):
        return Lack.CLEARNESS, ()
    first = hits[0]
    language = first.article.language
    if language not in {None, question.language}:  # its words are in another language
        return Lack.CLEARNESS if question.trust == 1 else Lack.LANGUAGE, ()
    terms = {it.text: it for it in question.terms(language)}
    # A question too short to tell its language keeps its "who".
    lacked = [terms[it] for it in first.signal(SignalName.MISSING).about if it in terms and it not in SMALL_WORDS]
    near = first.values.get(SignalName.QUOTE, 0.0) >= NEAR
    typed, searched = _typed(question), (language, *question.languages)
    told = [it for it in lacked if it.text in typed and (it.name or it.number or not near)]
    told = _not_in(hits[:1], told, language, question.text)
    nowhere = [
        it for it in told if not any(question.document_frequencies.get(stem(it.text, code)) for code in searched)
    ]
    unknown = _not_in(hits, nowhere, language, question.text)
    if not unknown:
        return (Lack.TOGETHER, _as_asked(told, question.text)) if told else (Lack.CLEARNESS, ())
    alike = all(_everywhere_alike(it, question) for it in unknown)
    return Lack.MENTION if alike else Lack.MENTION_IN_LANGUAGE, _as_asked(unknown, question.text)


def _typed(question: Question) -> set[str]:
    """Return the words typed in this turn, without single letters and fragments beside digits: "D", "fa" in "2fa"."""
    text, carried = question.text, set(map(normal_form, word_list(question.carried)))
    whole = [
        it.text for it in words(text)
        if not any(map(str.isalnum, text[max(0, it.start - 1) : it.start] + text[it.end : it.end + 1]))
    ]  # fmt: skip
    return {it for it in whole if not (len(it) == 1 and it.isalpha()) and normal_form(it) not in carried}


def _not_in(hits: Sequence[Hit], terms: Sequence[Term], language: str | None, question: str) -> list[Term]:
    """Return the terms that hits, their sources and authors lack, also in other forms and in parts of compounds."""
    if not terms:
        return []
    told = "\n".join(f"{it.headline_and_text}\n{it.article.source or ''}\n{it.article.author or ''}" for it in hits)
    said = {*word_list(told), *_joined(told)}
    # The stem may lack more of a word than of its other forms: Russian "паром" → "пар", "пароме" → "паром".
    said = {stem(it, language) for it in said} | {it.lower() for it in said}
    parted = [it for it in _PARTED.findall(question) if any(stem(one, language) in said for one in _joined(it))]
    said.update(stem(it, language) for it in word_list(" ".join(parted)))

    def held(term: Term) -> bool:
        own = term.stem
        if len(own) < LEAST_STEM or term.number:
            return own in said
        return any(it.startswith(own) or (language in COMPOUNDING and own in it) for it in said)

    return [it for it in terms if not held(it)]


def _joined(text: str) -> list[str]:
    """Return the words of a text that have marks inside, without these: "coop" for "co-op"."""
    return [_NO_WORD.sub("", it) for it in _PARTED.findall(text)]


def _everywhere_alike(term: Term, question: Question) -> bool:
    """Return whether a word is the same in all of the languages: a number, or a name if they share its alphabet."""
    others = [code for code in question.languages if code != question.language]
    alike = is_cyrillic(term.text.lower())
    return not others or term.number or (term.name and all((code in CYRILLIC) is alike for code in others))


def _as_asked(terms: Sequence[Term], question: str) -> tuple[str, ...]:
    """Return words of a question with the parts of a hyphenated one joined again: "усть-ковды"."""
    found = [it.text for it in terms]
    for whole in _HYPHENATED.findall(question):
        made_of = whole.split("-")
        parts = {word for word in made_of if word in found}
        joined = len(parts) > 1 or min(map(len, made_of)) == 1  # S-14
        found = [whole if joined and word in parts else word for word in found]
    return tuple(dict.fromkeys(found))
