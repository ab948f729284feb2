"""Marks the verbs of saying in a sentence, so that patterns of who speaks need not know them. Pure."""

import re
from functools import lru_cache

from ..language.traits import EAST_SLAVIC
from ..patterns import CAPITAL, PROPER, lazy, not_behind, of_language
from .names import CAPITALISED
from .offices import SMALL
from .saying_verbs import ACCORDING, BESIDE, DEEDS, OBJECTS, SURE
from .speech_tags import speech_tag

SAID = r"\x01+(?!\x01)"
"""A verb of saying in a sentence returned by `marked`."""
CITED = r"(?<!\x02)\x02+"
"""An "according to" in such a sentence."""

NOT_PASSIVE = not_behind("is are was were be been")
_NOT_SO = not_behind("so such now pour alors parce afin avant après plus moins para más menos так тому потому")
_CLAUSE = rf"(?=[^.;:]{{0,80}}?(?<!\w){_NOT_SO}(?:that|dass|daß|que|qu['’]\w+|что|що)(?!\w)|:\s)"

_WORDS_TOLD = lazy(r"^\W{0,3}[—–]|[«“\"„»”]\s{12}|[,.!?…][\"“”»«]|[\"“”»«],|^[^«„“]{0,2000}[»”]|[«„“][^«„“»”]{0,2000}$")
"""A dash that opens a line, a longer quotation (blanked by now), or one that extends beyond the sentence."""

_SUBJECT = {
    **dict.fromkeys(("es", "fr"), rf"\s(?:le|la|el|l['’]|{CAPITAL})"),
    **dict.fromkeys(EAST_SLAVIC, rf"\s(?:{SMALL}\s){{0,4}}{CAPITAL}"),
    "de": rf"\s(?:die|der|das|{CAPITAL})",
}
"""Follows a verb that opens a clause and means speech there: "Sie ist zu, bestätigte die Polizei"."""
_NO_OPENING = r"(?!dit\s|увер|убежд|впевн|перекон)"
"""Nobody speaks where these open a sentence, or it may be the author: "Dit autrement", "Уверен, что"."""
_BY_PLACE = {
    "en": lazy(  # It is closed, state media reported.
        r",\s(?!(?:wh\w+|one|than|because|although|if|after|before|until)\s)[^,.;:“”\"«»\n\x01\x02]{2,60}\s"
        rf"({NOT_PASSIVE}(?:{DEEDS['en']})(?!\w))(?=\W*$)"
    ),
    "de": lazy(  # Kritiker sagen, sie sei zu; sie ist zu, wie Reuters berichtet
        rf"^\W{{0,3}}(?:{CAPITALISED}\s){{1,2}}((?:sagen|warnen|berichten|erklären|(?:be)?fürchten|betonen|fordern"
        r"|kritisieren|meinen|glauben|vermuten|hoffen|behaupten)(?=[,:]))"
        rf"|(?<!\w)[Ww]ie\s[^,.;:]{{2,80}}?\s((?:{DEEDS['de']}|berichten)(?=[,.;]|$))"
    ),
    **{  # Explicó Ana Gil que está cerrado; añadió que llueve
        language: lazy(rf"^\W{{0,3}}((?i:{_NO_OPENING}(?:{SURE[language]}))(?!\w))")
        for language in ("es", "fr", *EAST_SLAVIC)
    },
}
"""Verbs that mean speech behind certain words, or at the beginning of a sentence; the verb is the group."""


@lru_cache(maxsize=32)
def _verbs(language: str | None, beside_words: bool) -> re.Pattern[str]:
    """Return the pattern of the verbs of saying, and of "according to".

    Args:
        beside_words: whether verbs count that need quoted words; otherwise "that" must follow them.
    """
    sure, deeds = of_language(SURE, language), of_language(DEEDS, language)
    loose = rf"(?!asked\sto\s)(?:{of_language(BESIDE, language)}|{deeds})"
    if beside_words:
        verbs = rf"{sure}|{loose}"
    else:
        paper = rf"(?:[Tt]he\s)?{PROPER}(?:\s{PROPER}){{0,3}}|reporters|journalists"
        told = rf"(?:told|tells)(?!\s(?:{paper})\.?$)(?:\s[\w’'-]+){{1,4}}[,.;]"
        verbs = rf"(?!{told}|{of_language(OBJECTS, language)})(?:{sure})|(?:{loose}){_CLAUSE}"
    if language in _SUBJECT:
        verbs += rf"|(?<=,\s)(?:{loose if language in {'fr', 'es'} else deeds})(?={_SUBJECT[language]})"
    return lazy(rf"(?<!\w)(?:(?P<other>(?i:{of_language(ACCORDING, language)}))|{verbs})(?!\w|\snicht,)")


def marked(sentence: str, language: str | None) -> str:
    """Return a sentence with its verbs of saying, and "according to", replaced by the marks that patterns look for."""
    verbs = _verbs(language, _WORDS_TOLD.search(sentence) is not None)
    signs = verbs.sub(lambda it: ("\x01" if it["other"] is None else "\x02") * len(it.group()), sentence)
    if tag := speech_tag(signs, language):
        signs = _with_verb_marked(tag) + signs[tag.end() :]
    if language in _BY_PLACE:
        signs = _BY_PLACE[language].sub(_with_verb_marked, signs)
    return signs


def _with_verb_marked(found: re.Match[str]) -> str:
    verb = found[found.lastindex or 0]
    return found[0][: -len(verb)] + "\x01" * len(verb)
