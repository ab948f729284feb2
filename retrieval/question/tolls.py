"""Whether a question asks for the number of the dead, injured or missing, and in what words a text may give it.

Often in others ("погибли шесть человек", "число жертв") than the question ("погибших"). English, German, French,
Spanish, Russian, Ukrainian, all at once. Pure; knows text only.
"""

import re
from functools import lru_cache
from itertools import dropwhile

from ..patterns import lazy
from .amounts import counted

_HEAD_WORDS = 6
"""Words after "how many" that may name them: "people have so far been killed"."""
_AUXILIARIES = frozenset(
    "were was are have had has been got sind wurden waren haben worden sont ont été étaient furent avaient han son"
    " fueron sido resultaron quedaron habían hubo было были було були".split()
)
"""Between "how many" and "killed"."""
_PEOPLE = lazy(
    r"people|persons?|menschen|personen?|leuten?|personnes?|gens|personas?|gente|человека?|людей|людям?и?|осіб|особи|людини?",
    re.IGNORECASE,
)
KILLED = lazy(
    r"(?<!\w)(?:dead|deaths?|died|dies|kill(?:s|ed|ing)|fatalit(?:y|ies)|toll|victims?|tote[nrs]?|todesopfern?|starben|starb|gestorben"
    r"|getötet|opfern?|morte?s?|décès|tuée?s?|décédée?s?|victimes?|muert[oa]s?|murieron|murió|fallecid[oa]s?|fallecieron"
    r"|falleció|víctimas?|погиб\w*|жертв\w*|сконча\w+|умер\w*|убит\w*|загибл\w*|загину\w+|помер\w*"
    r"|lost their li(?:ves|fe)|ums(?: leben)?|perdu la vie|perd(?:ió|ieron) la vida|лишились жизни"
    r"|втратили життя)(?!\w)",
    re.IGNORECASE,
)
HURT = lazy(
    r"(?<!\w)(?:injur(?:ed|ing|ies|y)|hurt|wounded|verletzte?[nr]?|blessée?s?|herid[oa]s?|lesionad[oa]s?|пострада\w+|ранен\w+"
    r"|постражда\w+|поранен\w+)(?!\w)",
    re.IGNORECASE,
)
MISSING = lazy(
    r"(?<!\w)(?:missing|unaccounted|vermisste?[nr]?|disparue?s?|desaparecid[oa]s?|пропа(?:вш\w+|л[аи]?)|зникл\w+)(?!\w)",
    re.IGNORECASE,
)
_DEAD_TOO = lazy(
    r"(?<!\w)(?:bodies|perish\w+|drown\w+|lives|leichen?|leben|umgekommen|ertrunken|corps|vies|péri\w*|noyée?s?|cadáver\w*|cuerpos"
    r"|vidas|perec\w+|ahogad[oa]s?|тела?|жизн\w+|утону\w+|тіла?|життя|потону\w+|slain|murdered|umk(?:am(?:en)?|ommen)|ermordet"
    r"|tua(?:it)?|tuant|mat(?:ó|aron|ado|ando)|asesin(?:ó|aron|ad\w+)|[ув]би(?:[влт]\w*))(?!\w)",
    re.IGNORECASE,
)
_UNHURT = (
    r"surviv\w+|rescued|evacuated|passengers?|(?:a|on )board|arrest\w+|detained|homeless"
    r"|überleb\w+|gerettet\w*|evakuiert\w*|passagiere?n?|fahrgäste?n?|an bord|festgenommen|verhaftet"
    r"|rescap\w+|sauvée?s?|évacu\w+|passagers?|à bord|arrêtée?s?|interpell\w+"
    r"|supervivient\w+|rescatad\w+|evacuad\w+|pasajer\w+|a bordo|detenid\w+"
    r"|выжи\w+|спас\w+|эвакуир\w+|пассажир\w+|на борту|задерж\w+|арестова\w+"
    r"|вижи\w+|врятова\w+|евакую\w+|евакуйова\w+|пасажир\w+|затрима\w+|заарешт\w+"
)
_RESCUERS = (
    r"firefighters?|firemen|rescuers|rescue workers|feuerwehr(?:leuten?|männern?|kräften?)|einsatzkräften?"
    r"|rettungskräften?|helfern?|pompiers|secouristes|bomberos|rescatistas|socorristas|пожарны(?:х|ми?)"
    r"|пожежник\w*|рятувальник\w*"
)
_IN_HOSPITAL = r"hospitals?|krankenh[aä]us\w*|klinik\w*|h[ôo]pita\w+|hospitalis\w+|больниц\w+|лікарн\w+"
_SAFE = lazy(rf"(?<!\w)(?:{_UNHURT})(?!\w)", re.IGNORECASE)
_NOT_DEAD = lazy(rf"(?<!\w)(?:{_UNHURT}|{_RESCUERS}|{_IN_HOSPITAL})(?!\w)", re.IGNORECASE)
_OTHERS = {KILLED: (HURT, MISSING, _NOT_DEAD), HURT: (KILLED, MISSING, _SAFE), MISSING: (KILLED, HURT, _NOT_DEAD)}
"""Words for people of whom something else is told than what a question asks for."""


@lru_cache(maxsize=256)
def how_named(question: str) -> "re.Pattern[str] | None":
    """Return the pattern of words for the dead, the injured or the missing, if a question asks for their number."""
    words = [*dropwhile(_AUXILIARIES.__contains__, counted(question, _HEAD_WORDS))]
    named = [pattern for pattern in (KILLED, HURT, MISSING) if pattern.search(" ".join(words))]
    if len(named) != 1 or not any(kind.fullmatch(word) for word in words[:1] for kind in (_PEOPLE, *named)):
        return None
    return named[0]


@lru_cache(maxsize=256)
def _done_to(question: str) -> "re.Pattern[str] | None":
    """Return the pattern of words for what befell those counted, whoever they are: "how many children were killed"."""
    words = [it for it in counted(question, _HEAD_WORDS) if it not in _AUXILIARIES]
    return next((it for it in (KILLED, HURT, MISSING) if it.fullmatch(" ".join(words[1:2]))), None)


def counts_dead(question: str) -> bool:
    """Return whether a question asks how many died, whoever they are: "how many sailors were killed"."""
    return (how_named(question) or _done_to(question)) is KILLED


def may_tell_toll(sentence: str, question: str) -> bool:
    """Return whether the numbers of a sentence may be those of the dead, injured or missing that a question asks for.

    Not if it only speaks of others: "eighteen people remain in hospital" does not tell how many died.
    """
    named = how_named(question) or _done_to(question)
    if named is None or (tells_of_dead(sentence) if named is KILLED else named.search(sentence)):
        return True
    return not any(other.search(sentence) for other in _OTHERS[named])


def tells_of_dead(text: str) -> bool:
    """Return whether a text has a word for people who died, in whatever words."""
    return KILLED.search(text) is not None or _DEAD_TOO.search(text) is not None


def is_person(word: str) -> bool:
    """Return whether a word means people in general."""
    return _PEOPLE.fullmatch(word) is not None
