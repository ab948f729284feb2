"""Papers and bodies named between quotation marks: "пишет «Вёрстка»", "laut „Zeit“". Pure; verbatim.

All other speakers are looked for in sentences with their quotations blanked out.
"""

import re
from functools import lru_cache

from ..patterns import CAPITAL, lazy
from .media import MEDIA
from .saying_verbs import ACCORDING, VERBS

_QUOTED = rf"[«„“\"](?P<name>{CAPITAL}[^«»„“”\"\n]{{1,50}})[»“”\"]"
_BODIES = {
    "ru": "фонд|организация|центр|сервис|движение|компания|комбинат|завод",
    "uk": "фонд|організація|центр|сервіс|рух|компанія|комбінат|завод",
}
_CITING = "со ссылкой на|ссылаясь на|з посиланням на|посилаючись на"
_BEHIND = rf"(?=\s?[,.;]|\s?$|\s(?:{_CITING}|unter Berufung))"
_SMALL = r"[а-яѐ-џґ][\w’'-]{1,30}"
_DATIVE = {
    "ru": r"(?:\w+[оеё]м?[йу]\s)?\w+(?:[уюе]|[ая]м)(?!\w)",
    "uk": r"(?:\w+(?:[оь]му|ій)\s)?\w+(?:[уюії]|[оеє]ві|[ая]м)(?!\w)",
}

_NO_PREPOSITION = r"(?!(?:в|во|на|о|об|с|со|у|из|для|от|про|к|з|із|до|від|за|при|після|после)\s)"
_CITES = rf"(?<!\w)(?:{_CITING})\s(?:{_SMALL}\s){{0,2}}?{_QUOTED}"
TOLD_QUOTED = {
    # рассказала она «Северной газете»; a Ukrainian genitive looks the same: "речник «Нафтогазу»"
    "ru": (
        rf"(?<!\w)(?:{VERBS['ru']})\s(?:{_NO_PREPOSITION}[\w’'-]{{1,30}}\s){{0,3}}?"
        rf"[«„](?P<name>{_DATIVE['ru']}(?:\s\w+){{0,2}})[»“]",
        _CITES,
    ),
    "uk": (
        rf"(?<!\w)(?:{VERBS['uk']})\s(?:(?:він|вона|вони|{CAPITAL}[\w’'-]{{1,30}})\s){{0,3}}"
        rf"[«„](?P<name>{_DATIVE['uk']}(?:\s\w+){{0,2}})[»“]",
        _CITES,
    ),
}
"""Patterns of a paper to which something was told, or that another one cites."""


@lru_cache(maxsize=16)
def _speaking(language: str) -> tuple["re.Pattern[str]", ...]:
    kind, verbs, according = MEDIA[language], VERBS[language], ACCORDING[language]
    if language == "de":
        return (
            lazy(rf"(?<!\w)(?i:{according})\s(?:(?:der|dem|des)\s)?(?:(?:{kind})s?\s)?{_QUOTED}(?!\w)"),
            lazy(rf"(?<!\w)(?:{verbs})\s(?:die|der|das)\s(?:(?:{kind})\s)?{_QUOTED}{_BEHIND}"),
        )
    kind = rf"{kind}|{_BODIES[language]}"
    verbs = rf"(?:{verbs}|подсчитал[аио]?|підрахува(?:в|ла|ло))"
    return (
        # по подсчётам проекта «Сетевые свободы»
        lazy(rf"(?<!\w)(?i:{according})\s(?:{_SMALL}\s){{1,3}}?{_QUOTED}(?!\s{CAPITAL})"),
        # пишет «Вёрстка», передаёт агентство «Север»
        lazy(rf"(?<!\w){verbs}\s(?:{kind})\s{_QUOTED}"),
        lazy(rf"(?:[,—–]|Об этом|Про це)\s{verbs}\s(?![«„“\"]{_DATIVE[language]}){_QUOTED}{_BEHIND}"),
        # агентство «Север» сообщает; «Вёрстка» пишет, что
        lazy(rf"(?i:(?<!\w)(?:{kind})(?:\s{_SMALL}){{0,2}}\s){_QUOTED}\s(?:{_SMALL}\s)?{verbs}(?!\w)"),
        lazy(rf"^{_QUOTED}\s(?:{_SMALL}\s)?{verbs}(?=[,:])"),
    )


def speaking(written: str, language: str | None) -> str | None:
    """Return the paper or body that is the speaker of a sentence, which is given as written."""
    if language not in {"de", "ru", "uk"}:
        return None
    return next((found["name"] for it in _speaking(language) if (found := it.search(written))), None)
