"""Whether a question asks how many women, children, brothers … there are, and whether a sentence speaks of such people.

English, German, French, Spanish, Russian, Ukrainian, all at once. Pure; knows text only.
"""

import re
from functools import lru_cache

from ..patterns import lazy
from .amounts import counted

_SONS = (
    r"sons?|boys?|söhne?n?|jungen?s?|fils|garçons?|hijos?|(?:mucha)?chicos|сын\w*|мальчи\w+|син(?:а|и|ів|ам|ами)?"
    r"|хлоп\w+"
)
_DAUGHTERS = r"daughters?|girls?|t[oö]chtern?|mädchen|filles?|hijas?|(?:mucha)?chicas|доч\w+|девоч\w+|дівч\w+"
_SIBLINGS = r"siblings?|geschwistern?"
_PARENT_OF = (
    r"(?:mother|father|parents?) (?:of|to)|(?:mutter|vater|eltern) von|(?:mère|père|parents) de|(?:madre|padres?) de"
    r"|мать\w*|отец|отц\w+|родител\w+|мати|батьк\w+|матір"
)
_KINDS = tuple(
    (lazy(rf"(?:{asked})", re.IGNORECASE), lazy(rf"(?<!\w)(?:{told})(?!\w)", re.IGNORECASE))
    for asked, told in (
        (
            r"women|frauen|femmes|mujeres|женщин|жінок",
            r"wom[ae]n|females?|frau(?:en)?|\w+innen|weiblich\w*|femmes?|mujer(?:es)?|женщин\w*|женск\w+|жін\w+",
        ),
        (
            r"children|kids|kinder|enfants|niñ[oa]s|hijos|детей|дітей",
            r"child(?:ren)?|childless|kids?|bab(?:y|ies)|infants?|twins|pupils|school\w+|\w*kind(?:er\w*|es)?|babys"
            r"|zwillinge\w*|schülern?|enfants?|bébés?|jumeaux|élèves|niñ[oa]s?|bebés?|gemelos|alumnos|дет(?:и|ей|ям|ьми|ях|ск\w+)"
            r"|реб[её]н\w*|ребят\w*|младен\w+|близнец\w*|школьник\w*|діт(?:и|ей|ям|ьми)|дит(?:ин|яч)\w*|немовля\w*|близнюк\w*|школяр\w*"
            rf"|{_SONS}|{_DAUGHTERS}|{_PARENT_OF}",
        ),
        (r"sons|boys|söhne|jungen?|fils|garçons|сыновей|мальчиков|синів|хлопц\w+", f"{_SONS}|twins"),
        (r"daughters|girls|töchter|mädchen|filles|hijas|дочерей|девочек|доч\w+|дівчат\w*", f"{_DAUGHTERS}|twins"),
        (
            r"brothers|brüder|frères|hermanos|братьев|братів",
            rf"brothers?|br[uü]dern?|frères?|hermanos?|брат\w*|{_SIBLINGS}",
        ),
        (
            r"sisters|schwestern|s(?:œ|oe)urs|hermanas|сест[её]р|сестер",
            rf"sisters?|schwestern?|sœurs?|hermanas?|сест\w+|{_SIBLINGS}",
        ),
    )
)
"""For some people, how a question counts them, and the words of a sentence that counts them, too: "a mother of three".

Men are left out, as those of an army or a crew are told in many other words."""


def counts_others(sentence: str, question: str) -> bool:
    """Return whether a question counts people of one sex, age or kinship, and a sentence does not speak of them."""
    told = _told(question)
    return told is not None and told.search(sentence) is None


@lru_cache(maxsize=256)
def _told(question: str) -> "re.Pattern[str] | None":
    word = next(iter(counted(question, 1)), "")
    return next((told for asked, told in _KINDS if asked.fullmatch(word)), None)
