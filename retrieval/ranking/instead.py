"""Whether a quote tells something else than a question asks for: another measure, event or year, or no reason.

Knows the features of a passage, nothing of how this is weighted.
"""

import re
from datetime import date

from ..language.sentences import asks
from ..language.text import word_list
from ..language.times import TIME
from ..patterns import by_language, lazy
from ..question.answer_type import AnswerType, asks_whether, plain
from ..question.counted_people import counts_others
from ..question.dimensions import tells_another
from ..question.events import tells_no_event
from ..question.sums import tells_another_sum
from ..question.terms import question_stems
from ..question.years import tells_another_year
from ..types import Quote
from .asked import Asked
from .features import Features
from .lacking import lacked
from .neighbours import points_back
from .polarity import contradicts

_DIED_OF = lazy(
    r"(?<!\w)(?:die (?:of|from)|woran .*(?:gestorben|st[ai]rbt?)|de quoi .*mort\w*|de qu[eé] .*m[uo]r\w+"
    r"|от ?чего .*(?:умер|скончал|погиб)\w*|від чого .*(?:помер|загин)\w*)(?!\w)"
)
"""Asks for the cause of a death."""
WORDS_OF_WHY = 3
"""At most this many words ask for a reason: "y por qué", "aus welchem Grund"."""
MOST_NEW = 4
"""A sentence with all words of a question and so few others says hardly more than what is asked about. Of the quotes
for 912 questions why, nine without a reason were like this and all wrong; with five others, one was right."""
_WITH = by_language(
    r"(?<!\w)(?:FORMS)(?!\w)",
    {
        "en": "with|without|through|over|for|under",
        "de": "mit|ohne|durch|über|für|vor|aus|unter|seit",
        "fr": "avec|sans|par|pour|sous|depuis",
        "es": "con|sin|por|para|bajo|desde",
        "ru": "со?|без|из|от|под|ради",
        "uk": "з|із|зі|без|від|під|заради",
    },
    flags=re.IGNORECASE,
)
"""Prepositions that may lead a reason: "missed the final with a broken ankle"."""
_SINCE_THEN = lazy(r"(?<!\w)(?:since|seit|depuis|desde|со?|зі?|із)(?:\s\w{1,3}){0,2}\s_|_", re.IGNORECASE)
"""A time, for which the mark stands, with what leads it: "seit dem Montag"."""


def told_instead(quote: Quote, asked: Asked, features: Features, day: date | None) -> bool:
    """Return whether a quote contradicts a question or tells another measure, count, year or event, or no reason."""
    question, text, kind = plain(asked.text), quote.text, asked.kind
    held = features.held[quote.sentences].any()
    if kind is AnswerType.NUMBER and not held and (tells_another(text, question) or counts_others(text, question)):
        return True
    if kind is AnswerType.NUMBER and tells_another_sum(text, question):
        return True
    if features.kind is AnswerType.REASON and not held and _gives_no_reason(quote, asked, features):
        return True
    if _held_by_another(quote, asked, features):
        return True
    eventful = kind in {AnswerType.TIME, AnswerType.PLACE, AnswerType.PERSON}
    if eventful and tells_no_event(text, question):
        return True
    return _of_another_year(quote, asked, features, day) or contradicts(asked.text, text, asked.languages)


def _gives_no_reason(quote: Quote, asked: Asked, features: Features) -> bool:
    """Whether a quote without a word for a reason asks for it itself, or only tells what happened."""
    if any(asks(quote.passage.sentence(at)) for at in quote.sentences):
        return True
    if _DIED_OF.search(plain(asked.text)):
        return not lacked(quote, asked, features)
    return any(_only_repeats(at, quote, asked, features) for at in quote.sentences)


def _only_repeats(at: int, quote: Quote, asked: Asked, features: Features) -> bool:
    """Whether a sentence says hardly more than a question, and none beside it goes on about it: "He wants to".

    It need not repeat a name from the title. A time is no reason, nor is what a preposition leads in the question, too:
    "why did he resign from the board"; a reason may follow a colon.
    """
    wanted, language = {it.stem for it in asked.terms}, asked.languages[1]
    sentence = _SINCE_THEN.sub("", TIME.sub("_", quote.passage.sentence(at)))
    needed = {it.stem for it in asked.terms if not (it.name and it.stem in features.heading)}
    leads = {*map(str.lower, _WITH(language).findall(sentence))}.difference(word_list(plain(asked.text))[WORDS_OF_WHY:])
    if leads or ":" in sentence or not needed <= {*features.stems[at]}:
        return False
    goes_on = any(points_back(quote.passage, it) for it in (at, at + 1) if {it - 1, it} <= {*quote.sentences})
    return not goes_on and len(set(question_stems(sentence, language)) - wanted - features.heading) <= MOST_NEW


def _held_by_another(quote: Quote, asked: Asked, features: Features) -> bool:
    """Whether what is asked for is told only before the first name of the question, of somebody else.

    "Aubry took over in 2022. Maret declined to comment." does not tell when Maret did; "It was Maret." would.
    """
    if features.kind not in {AnswerType.TIME, AnswerType.NUMBER}:
        return False
    names = {it.stem for it in asked.terms if it.name} - features.heading
    held = [at for at in quote.sentences if features.held[at]]
    named = [at for at in quote.sentences if not names.isdisjoint(features.stems[at])]
    behind = bool(held and named) and held[-1] < named[0]
    return behind and not any(points_back(quote.passage, at) for at in named)


def _of_another_year(quote: Quote, asked: Asked, features: Features, day: date | None) -> bool:
    """Whether a quote tells of another year than the question names, unless that may answer it."""
    kinds = {asked.kind, features.kind}
    if not kinds.isdisjoint({AnswerType.TIME, AnswerType.AGE, AnswerType.IDENTITY}) or asked.office is not None:
        return False
    own = (it.text for it in lacked(quote, asked, features) if it.stem not in asked.carried)
    return any(tells_another_year(quote.text, it, day) for it in own) and not asks_whether(
        asked.text, asked.languages[0]
    )
