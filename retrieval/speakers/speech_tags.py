"""Verbs that mean speech because of where they stand: right behind a quotation and before who says it. Pure.

"« C'est trop tard », s'est indignée Anne Petit": papers have hundreds of them, and no list has all.
"""

import re

from ..language.stop_words import SMALL_WORDS
from ..language.traits import EAST_SLAVIC
from ..patterns import CAPITAL, lazy
from .offices import ROLE, SMALL

_OTHERS = {
    "en": "publish|releas|issu|direct|perform|compos|print|titl|sign|read",
    "de": "lautet|hei(?:ß|ss)|hie(?:ß|ss)|steh|stand|prang|zitier|hör|erf[uä]hr|las |lie(?:s|ß)t|bek[ao]m|damals",
    "fr": "cit|entend|lu? |lit |sign|proclam",
    "es": "cit|rez|ley|lee |escuch|oy|titul|dirig|protagoniz",
    "ru": "цитир|слыш|услыш|чита|прочита|гласи|сериал|журнал",
    "uk": "циту|чу|почу|чита|прочита|йд|серіал|журнал",
}
"""Beginnings of words that may stand there without meaning that somebody says what is quoted."""
_ALSO = r"(?:encore|aussi|ensuite|alors|toutefois|enfin|d['’]abord|pour sa part|de son côté|tenu à|\w+ment)"
_AUXILIARY = {
    "fr": rf"(?:(?:s['’]|se\s)(?:(?:est|était)\s)?|(?:a|avait)\s(?:{_ALSO}\s)?)?",
    "es": r"(?:se\s)?(?:(?:ha|había)\s)?",
}
_VERB = {
    "en": r"[a-z]{3,}(?:ed|s)(?:\s(?:out|in|back|on))?",
    "de": r"[a-zß-ü]{3,}(?<!en)",
    "fr": r"[a-zß-ÿœ]{2,}(?:[éiut]e?|[aeidt]t|[ed]|er)",
    "es": r"[a-zß-ÿ]{2,}(?:[aeoóé]|cho|to)",
    "ru": r"[а-яё]{2,}(?:л(?:[аи]?|с[яь]|ась|ись)|[аеёиуюя]т(?:ся)?)",
    "uk": r"[а-яіїєґ'’ʼ]{2,}(?:[вє]|л[аио]|вся|лася|лися|ться|[уюаяи]ть)",
}
"""Words with the endings of verbs in the third person."""
_BEHIND = {"en": r"(?<=[,!?…—][”\"])", **dict.fromkeys(EAST_SLAVIC, r"(?<=[,!?…])\W{0,2}[—–]")}
"""Between quotation and verb; elsewhere a comma."""
_SUBJECT = {
    "en": rf"\s(?:{ROLE}\s){{0,2}}{CAPITAL}(?!.*\x01)",  # "“Yes,” residents Ann Lee and Bob Cole said"
    "de": rf"(?:\ssich)?\s(?!Ende|Anfang|Mitte)(?:d(?:ie|er)\s|(?:ein|sein|ihr)e?\s|{CAPITAL})",
    **dict.fromkeys(("es", "fr"), rf"\s(?:(?:l[ea]|el|son|sa|leur|su|une?|una)\s|l['’]|{CAPITAL})"),
    **dict.fromkeys(EAST_SLAVIC, rf"\s(?:{SMALL}\s){{0,4}}{CAPITAL}"),
}
_TAGS = {
    language: lazy(
        rf"^\W{{20,}}{_BEHIND.get(language, ',')}\s({_AUXILIARY.get(language, '')}(?!{_OTHERS[language]}){verb})"
        rf"(?={_SUBJECT[language]})"
    )
    for language, verb in _VERB.items()
}
"""Titles of books and films have fewer than twenty letters, and no comma behind them."""


def speech_tag(signs: str, language: str | None) -> re.Match[str] | None:
    """Return where a sentence, its quotations blanked out, has such a verb, which is the group."""
    found = _TAGS[language].match(signs) if language in _TAGS else None
    return found if found and found[1].split()[-1] not in SMALL_WORDS else None
