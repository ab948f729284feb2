"""Whether a sum in a text is another than a question asks for: what a firm turns over says not what it earns.

English, German, French, Spanish, Russian, Ukrainian, all at once. Pure; knows text only.
"""

import re
from functools import lru_cache

from ..patterns import lazy

_SUMS = tuple(
    (lazy(rf"(?<!\w)(?:{named})(?!\w)", re.IGNORECASE), lazy(rf"(?<!\w)(?:{named}|{also})(?!\w)", re.IGNORECASE))
    for named, also in (
        (
            r"profits?|\w*gewinn|bénéfices?|beneficios?|прибыл[иью]\w*|прибут(?:ок|к)\w*",
            r"earn\w*|surplus|net(?:to|te)?|bottom|strich|steuern|чист\w+|results?|\w*gewinn\w*|\w*überschuss\w*"
            r"|ergebnis\w*|bénéficiaire|résultats?|ganancias?|ganó|resultados?|заработа\w+|заробі\w+|заробила?"
            r"|доход\w*|дохід",
        ),
        (
            r"revenues?|turnover|\w*ums[aä]tze?s?|chiffre d['’]affaires|facturación|facturó|ingresos|выручк\w+"
            r"|оборот\w*|виручк\w+",
            r"sales|takings|\w*erlös\w*|\w*einnahmen|recettes|ventes|factur\w+|ventas|доход\w*|дохід|обіг\w*",
        ),
        (
            r"salary|wages?|\w*gehalt|\w*lohn|verdien(?:t|en)|salaires?|gagn(?:e|ent)|sueldos?|salarios?|ganan?"
            r"|зарплат\w*|зарабатыва\w+|заробля\w+",
            r"salaries|salariée?s?|net(?:to)?|pa(?:y|id)|earn\w*|\w*gehälter\w*|\w*l[oö]hn\w*|verdien\w+|gagn\w+"
            r"|touch\w+|brut|cobran?|оклад\w*|заработ\w+|получа\w+|заробіт\w+|отриму\w+",
        ),
    )
)
"""For profit, revenue and wages, how a question names them, and how a text may."""


def tells_another_sum(text: str, question: str) -> bool:
    """Return whether a question asks for one of these sums, and a text names another, but not that one."""
    asked = _asked(question)
    if len(asked) != 1 or _SUMS[asked[0]][1].search(text):
        return False
    return any(named.search(text) for at, (named, _) in enumerate(_SUMS) if at != asked[0])


@lru_cache(maxsize=256)
def _asked(question: str) -> list[int]:
    return [at for at, (named, _) in enumerate(_SUMS) if named.search(question)]
