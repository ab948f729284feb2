"""Whether a sentence contradicts what a question asks: a negation in only one of them, or an opposite word.

Cues and ranks of English, German, French, Spanish, Russian and Ukrainian; opposites of English. Pure, knows text only.
"""

from collections import Counter
from collections.abc import Callable, Set
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from ..language.stop_words import STOP_WORDS
from ..language.text import normal_form, stem, stems
from ..language.word_chains import others_of
from ..language.word_lists import word_sets
from ..patterns import by_language, lazy
from ..question.amounts import FREE
from ..question.answer_type import AnswerType, answer_type, asks_whether, plain
from ..question.terms import content_words, question_stems

_QUE = r"(?:(?!pas|plus|jamais|rien|point|personne|aucun)\w+\s){1,4}qu[e'’]"
_NOT = {
    "en": r"(?:not(?! (?:only|just|least|(?:less|fewer|more) than)(?!\w))|never|cannot|neither|nor|fail(?:s|ed)? to"
    r"|\w+n['’]t|(?:do|does|did|is|are|was|were|have|has|had|would|could|should|ca|wo)nt)(?: yet)?",
    "de": r"nicht(?! (?:nur|zuletzt|(?:weniger|mehr) als)(?!\w))|nie|niemals",
    "fr": rf"ne(?!\s{_QUE})|n(?=['’](?!{_QUE}))|jamais",
    "es": r"no(?! (?:s[oó]lo|solamente|(?:menos|más) de)(?!\w))|nunca|jamás",
    "ru": r"не(?! (?:только|менее|более|меньше|раз|позднее|позже)(?!\w))|никогда",
    "uk": r"не(?! (?:тільки|лише|менш|менше|більш|раз|пізніше)(?!\w))|ніколи",
}
"""They negate what follows them; "not only", "no less than" and "ne … que" affirm it."""
_NONE = {
    "en": r"no|none|nobody|nothing",
    "de": r"kein\w*|niemand|nichts",
    "fr": r"aucune?",
    "es": r"ningun[oa]?|ningún|nadie",
    "ru": r"нет|ни|никто|ничего",
    "uk": r"ні|немає|ніхто|нічого",
}
NEGATIONS = {code: f"{denying}|{_NONE[code]}" for code, denying in _NOT.items()}
_SO_THAT = r"(?<!for )(?<!pour )(?<!para )(?<!чтобы )(?<!щоб )"
"""Keeps out negations that deny nothing but state a purpose: what somebody does for something not to happen."""
_negation = by_language(r"(?<!\w)(?:FORMS)(?!\w)", NEGATIONS)
_denial = by_language(rf"(?<!\w){_SO_THAT}(?:FORMS)(?!\w)", _NOT)
_WITHOUT = {"en": "without", "de": "ohne", "fr": "sans", "es": "sin", "ru": "без", "uk": "без"}
_clause_denied = by_language(rf"(?<!\w){_SO_THAT}(?:FORMS)(?!\w)([^.,;:!?()«»“”\"]*)", _NOT, _WITHOUT)
"""A denial, with the rest of its clause."""
_LIMIT = lazy(
    r"(?<!\w)(?:only|just|all|until|till|before|nur|erst|alle|bis|(?:be)?vor|seulement|tou(?:te)?s|que|qu['’]\w+|avant"
    r"|s[oó]lo|tod[oa]s|hasta|antes|только|лишь|все|до|раньше|прежде|тільки|лише|[ув]сі|раніше|перш"
    r"|the (?:most|\w{3,}est)|de[rmn] \w{3,}ste[nr]?|das \w{3,}ste|die \w{3,}sten?|l[ea]s? plus|(?:el|l[ao]s?) más"
    r"|сам(?:ый|ая|ое|ые)|най\w+)(?!\w)"
)
"""In a clause that is denied, it says where the denial ends: what did not open before May did open, and what is not
the highest may be higher."""
_NOTHING = lazy(rf"(?<!\w)(?:{'|'.join(_NONE.values())}|rien|nada|ни одно\w+|жодн\w+|{FREE})(?!\w)")
"""Words for none, which is an amount too: "students pay nothing"."""
_THING = {
    "en": r"what|which",
    "de": r"was|welche[mnrs]?",
    "fr": r"qu(?:e|oi|elle?s?)?",
    "es": r"qu[eé]|cu[aá]l(?:es)?",
    "ru": r"что|чего|как(?:ой|ая|ое|ие|ого|ую|их|им|ими)",
    "uk": r"що|чого|як(?:ий|а|е|і|ого|у|их|им|ими)",
}
"""Question words for a thing; people, times and places have kinds."""
_thing = by_language(r"(?:\w+ )?(?:FORMS)(?!\w)", _THING)
_WORDS_BEFORE = 6
"""Maximum words before a question's negation; a later one is a clause's: "what happens when there isn't …"."""

_IF = lazy(r"(?<!\w)(?:if|unless|wenn|falls|sofern|s(?:i|['’]ils?)|если|якщо)(?!\w)")
"""Begins a condition: "what happens if I don't pay"."""
_LIVES = lazy(r"(?<!\w)(?:los[te]\w*|claim\w*|t[ao]k\w+|cost\w*) (?:[\w,.-]+ ){1,3}lives(?!\w)")
"""Who lost them died: no opposite of "die"."""

_PREFIXES = ("un", "in", "im", "ir", "il", "non", "dis", "anti")

_WHOLE = word_sets("opposites")["whole"]


@cache
def _whole_stems() -> frozenset[str]:
    """Return the stems of words that are no opposite of what they are without their first letters."""
    return frozenset(stem(word, "en") for word in _WHOLE)


def contrary(question: str, sentence: str, languages: tuple[str | None, str | None]) -> bool:
    """Return whether only one of question and sentence is negated, or the two have opposite words.

    A negation does not count against a sentence where "no" or "none" may be the answer.

    Args:
        languages: of the question and of the sentence; for an unknown one, negations of all languages count.
    """
    asked, said = normal_form(question), normal_form(sentence)
    none = answer_type(question) is AnswerType.NUMBER and _NOTHING.search(said)
    answers = none or asks_whether(question, languages[0])
    if not answers and _negated(asked, languages[0]) != _negated(said, languages[1]):
        return True
    held = set(stems(_LIVES.sub("", said), "en"))
    # "how old" is asked of what is new, too
    own = [word for first, word in pairwise(["", *stems(asked, "en")]) if first != "how"]
    return any(word not in held and not _opposites(word).isdisjoint(held) for word in own)


def contradicts(question: str, sentence: str, languages: tuple[str | None, str | None]) -> bool:
    """Return whether a sentence says the very contrary of what is asked, so that it is no answer.

    It affirms what the question negates about the thing asked for ("when was the charter not adopted"), or denies what
    the question takes for granted, or has the opposite of a word, or another rank, before the same word ("the least
    abundant cells", "the most abundant cells"; "the second match", "the first match"). Words in brackets, as those
    carried over from earlier turns, are not what is asked.

    Args:
        languages: of the question and of the sentence; for an unknown one, negations of all languages count.
    """
    said = normal_form(sentence)
    if languages[0] == languages[1] and _asks_for_thing(question, languages[0]):
        denied = _denied(question, languages[0])
        if denied is not None and stem(denied, languages[1]) in stems(said, languages[1]):
            return not _negated(said, languages[1])
        if _denies(said, question, languages[0]):
            return True
    own, (asked_in, language) = question.partition(" (")[0], languages
    if asks_whether(own, asked_in):
        return False  # "no" answers it
    if _opposes(own, said, "en", _opposites, before=False):
        return True
    ranks = others_of("ranks", language)
    if language is None or language != asked_in or not ranks:
        return False
    return _opposes(own, said, language, lambda word: ranks.get(word, frozenset()), before=True)


def _opposes(question: str, said: str, language: str, others: Callable[[str], Set[str]], *, before: bool) -> bool:
    """Return whether a sentence lacks a word of a question and has one of its others beside the same word instead.

    Args:
        before: whether a word before it counts as well as one behind it.
    """
    held = stems(said, language)
    there = set(held)
    lacked = [it for it in _besides(question, language) if it.word not in there]
    pairs = {*pairwise(held)} if lacked else set()
    return any(
        (other, it.behind) in pairs or (before and (it.before, other) in pairs)
        for it in lacked
        for other in others(it.word)
    )


class _Beside(NamedTuple):
    """A word of a question and its neighbours, as stems; a neighbour is empty where it is a stop word."""

    before: str
    word: str
    behind: str


@lru_cache(maxsize=256)
def _besides(question: str, language: str) -> list[_Beside]:
    """Return the words of a question that have a telling neighbour."""
    words = ["", *stems(normal_form(question), language), ""]
    telling = ["" if it in STOP_WORDS[language] else it for it in words]
    beside = [
        _Beside(before, word, behind)
        for before, word, behind, first in zip(telling, words[1:], telling[2:], words, strict=False)
        if first != "how"  # "how many buses": "fewer buses, 38"
    ]
    return [it for it in beside if it.before or it.behind]


@lru_cache(maxsize=256)
def _asks_for_thing(question: str, language: str | None) -> bool:
    """Return whether a question asks for a person, thing, time or place.

    Where it asks for a reason or a number, a denial proves nothing: "it was adopted, but ten years late".
    """
    kind = answer_type(question)
    thing = kind is None and _thing(language).match(plain(question))
    return bool(thing) or kind in {AnswerType.PERSON, AnswerType.TIME, AnswerType.PLACE}


@lru_cache(maxsize=256)
def _denied(question: str, language: str | None) -> str | None:
    """Return the first content word that a question negates about the thing that it asks for."""
    asked = plain(question)
    denial = _denial(language).search(asked)
    if denial is None or asked.count(" ", 0, denial.start()) > _WORDS_BEFORE:
        return None
    if _IF.search(asked, 0, denial.start()):
        return None
    return next(iter(content_words(asked[denial.end() :], language)), None)


def _denies(said: str, question: str, language: str | None) -> bool:
    """Return whether a sentence has a word of a question that denies nothing, and only right behind a denial."""
    clauses, asked = _clause_denied(language).findall(said), plain(question)
    if not clauses or _negated(asked, language) or _clause_denied(language).search(asked):
        return False
    # of "n'a jamais ouvert", too, the verb
    behind = [content_words(_negation(language).sub(" ", it), language)[:1] for it in clauses if not _LIMIT.search(it)]
    denied = Counter(stem(word, language) for words in behind for word in words)
    held = Counter(stems(said, language))
    return any(it in denied and held[it] == denied[it] for it in question_stems(question, language))


def _negated(text: str, language: str | None) -> bool:
    return _negation(language).search(text) is not None


def negations(text: str) -> list[str]:
    """Return the negations of a text in normal form, of all languages."""
    return _negation(None).findall(text)


@lru_cache(maxsize=1024)
def _opposites(word: str) -> frozenset[str]:
    bare = {word[len(prefix) :] for prefix in _PREFIXES if word.startswith(prefix) and len(word) > len(prefix) + 3}
    longer = {prefix + word for prefix in _PREFIXES if len(word) > 3}  # "into" is no opposite of "to"
    listed, whole = others_of("opposites", "en").get(word, frozenset()), _whole_stems()
    return listed | (bare if word not in whole else set()) | (longer - whole)
