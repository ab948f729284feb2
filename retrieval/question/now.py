"""Whether a question asks how things stand now or ended: "is it still shut", "who won in the end", "сколько сейчас".

Cues of English, German, French, Spanish, Russian and Ukrainian, all at once. Pure, knows text only.
"""

import re

from ..patterns import lazy

_CUES = lazy(
    r"(?<!\w)(?:now|nowadays|(?:at|by) present|at the moment|these days|today|so far|to date|currently|still|yet"
    r"|any ?more|latest|newest|in the end(?! of)|finally|eventually|end(?:ed)? up"
    r"|final (?:bill|toll|co(?:st|unt)|figure|result|score|price)"
    r"|jetzt|nun|heute|derzeit|zur ?zeit|momentan|aktuell\w*|inzwischen|mittlerweile|bisher|bislang|noch|zuletzt"
    r"|am ende(?! de[rs])|schließlich|letztlich|letztendlich|endgültig\w*|neueste\w*"
    r"|maintenant|actuellement|aujourd['’]hui|désormais|en ce moment|à ce jour|finalement|au final|en fin de compte"
    r"|ahora|actualmente|hoy|todavía|aún|hasta la fecha|al final(?! del?)|finalmente|por fin"
    r"|сейчас|теперь|сегодня|пока|вс[её] ещ[её]|на данный момент|нынешн\w+|в итоге|в конце концов|наконец"
    r"|окончательн\w+|зараз|тепер|нині|нинішн\w+|наразі|досі|сьогодні|врешті|зрештою|нарешті|остаточн\w+)(?!\w)",
    re.IGNORECASE,
)


def asks_for_now(question: str) -> bool:
    """Return whether a question asks for the latest state of something, of which older articles tell an earlier one."""
    return _CUES.search(question) is not None
