"""Cues of a change: something was postponed or called off, or somebody was succeeded by somebody else.

English, German, French, Spanish, Russian, Ukrainian, all at once except for the words that leave a change open. Pure;
knows text only.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import TypeVar

from ..language.bounds import CHANGED
from ..language.figures import Figure
from ..patterns import by_language, lazy
from ..ranking.polarity import NEGATIONS
from .moments import Moment

NEAR = 80
"""Maximum characters between a new item and the old one that a sentence names with it."""


_Placed = TypeVar("_Placed", Figure, Moment)

_REPLACED = (
    r"instead of|rather than|(?:up|down|moved|changed) from|originally|initially|previously|formerly"
    r"|statt|anstatt|anstelle|ursprünglich|zuvor|au lieu d[eu]|initialement|auparavant"
    r"|en lugar del?|en vez del?|inicialmente|originalmente|вместо|изначально|первоначально|замість|спочатку|первісно"
)
_PARTICLE = r"(?:not|nicht|non|pas|no|не)"
_DENIED = rf"{_PARTICLE}(?:\s(?:on|at|am|um|le|à|el|a las|в|о))?"
_OLD = lazy(rf"(?<!\w)(?:(?:{_REPLACED})(?:\s[^\W\d][\w’']*\.?){{0,4}}|{_DENIED})\s\(?[$€£]?$", re.IGNORECASE)
_FROM = lazy(r"(?<!\w)(?:from|vom|von|du|de|del|с|со|з|із|зі)(?:\s(?:le|el|the|las))?\s[$€£]?$", re.IGNORECASE)
_TO = lazy(
    r"\W?\s(?:[^\W\d][\w’']*\s){0,2}(?:to|auf|à|au|al?|до|на)(?:\s(?:den|le|el|the|las))?\s[$€£]?", re.IGNORECASE
)
_UP_TO = lazy(r"(?<!\w)(?:to|auf|à|al?|до)\s[$€£]?$", re.IGNORECASE)

_PLANNED = lazy(
    r"(?<!\w)(?:planned|scheduled|due|set|geplant|vorgesehen|angesetzt|prévue?s?|fixée?s?|previst[oa]s?|fijad[oa]s?"
    r"|(?:за)?планирова\w+|назначен\w*|запланован\w*|призначен\w*)(?: [^\W\d]\w*\.?){0,2} $",
    re.IGNORECASE,
)
_BUT = lazy(r",? (?:but|sino|sondern|mais|а|але)(?: [^\W\d]\w*){0,3} ", re.IGNORECASE)
_NOT = lazy(rf"(?<!\w){_PARTICLE}(?: [^\W\d]\w*){{0,4}} $", re.IGNORECASE)

MOVED = lazy(
    r"(?<!\w)(?:(?:put|pushed|moved|set) (?:back|off|forward)|brought forward|postpon\w+|delay\w+|reschedul\w+"
    r"|(?:moved?|pushed) to|new (?:date|time|hours)|later than (?:planned|announced)"
    r"|now (?:opens?|closes?|starts?|begins?)"
    r"|verschieb\w+|verschob\w+|(?:vor)?verleg\w+|vorgezogen|verzöger\w+|vertagt"
    r"|neue[rsn]? (?:termin|öffnungszeit\w*|zeit\w*)"
    r"|report[ée]e?s?|repouss[ée]e?s?|décal[ée]e?s?|avancée?s?|retardée?s?|ajournée?s?|nouve(?:lle date|aux horaires)"
    r"|aplaz\w+|pospon\w+|pospuest[oa]s?|retras\w+|adelant\w+|reprogram\w+|nueva fecha|nuevos? horarios?"
    r"|перен[оеё]с\w+|отлож\w+|откладыва\w+|отсроч\w+|сдвину\w+|відкла\w+|відтермін\w+|зсуну\w+|зміщен\w+"
    r"|нов\w{1,2} (?:дат|врем|час|график|графік)\w*)(?!\w)",
    re.IGNORECASE,
)
"""Says that another day or hour was set."""

CALLED_OFF = lazy(
    r"(?<!\w)(?:called off|cancell?ed|scrapped|annulled|overturned|declared (?:null and )?void"
    r"|w(?:ill not|on['’]t) (?:take place|go ahead)"
    r"|abgesagt|annulliert|für ungültig erklärt|ausgefallen|(?:findet|finden|fand) (?:[^.,;]{1,40} )?nicht statt"
    # not "fällt kleiner aus"
    r"|f(?:ällt|iel|allen|ielen) (?:(?:am|im|in|heute|heuer|dieses|wegen)(?!\w)[^.,;]{0,40} )?(?<!er )(?<!gut )aus"
    r"|annulée?s?|invalidée?s?|supprimée?s?|n['’]aur(?:a|ont) pas lieu"
    r"|(?:cancel|anul)ad[oa]s?|suspendid[oa]s?|se (?:cancel|suspend)\w+|no se celebrar\w+"
    r"|отмен(?:ён|ен[аоы]?|или)|аннулирован[аоы]?|не состо(?:ится|ятся|ял[аио]?с[ья])"
    r"|(?:скасова|анульова)(?:н(?:[аоі]|ий)|ли)|не відбу(?:деться|дуться|вся|л[аио]ся))(?!\w)",
    re.IGNORECASE,
)
RESULT = lazy(
    r"results?|victory|win|vote|elections?|ergebnis|sieg|wahl|résultats?|victoire|élections?|resultados?|victoria"
    r"|elecci(?:ón|ones)|результат\w*|побед\w*|выбор\w*|перемог\w*|вибор\w*",
    re.IGNORECASE,
)
"""Nouns for what was won."""

FOLLOWS = lazy(
    r"(?<!\w)(?:(?:(?:succeed|replac|remplac|remplaz|suced|sustitu|relev)\w+|abgelöst|ersetzt)"
    r" (?P<by>by|von|durch|par|por)"
    r"|succeed(?:s|ed|ing)?|replac(?:es?|ed|ing)|t(?:akes?|ook|aking) over (?:\w+ ){0,3}from"
    r"|nachfolge(?:r(?:in)?)?(?: von)?|löst|löste|folgte? auf|ersetzt"
    r"|remplace|remplacera|a remplacé|succède|succédera|a succédé|sustitu(?:ye|yó|irá)|reempla(?:za|zó|zará)"
    r"|relev(?:a|ó|ará)|suced(?:e|ió|erá)|ha (?:sustituido|reemplazado|relevado|sucedido)"
    r"|смени[лт]а?|сменяет|замени[лт]а?|(?:зм|зам)іни(?:в|ла|ть)|(?:зм|зам)інює)(?!\w)",
    re.IGNORECASE,
)
"""Stands between the new holder of an office and the old one; with "by", the other way round."""


_OPEN = {
    "en": r"could|may|might|would|should|if|unless|whether|threat\w+|wants?|asks?|asked|demand\w*|calls",
    "de": r"könnten?|würden?|sollten?|ob|wenn|falls|droht|drohen|fordert",
    "fr": r"pas|pourrai\w+|si|demand\w+|risqu\w+",
    "es": r"podrían?|quizás?|si",
    "ru": r"может|могут|бы|ли|если|требу\w+",
    "uk": r"може|можуть|би|б|чи|якщо|вимага\w+",
}
"""Words that leave open what follows; French "pas" denies it even without "ne"."""
_unsure = by_language(r"(?<!\w)(?:FORMS)(?!\w)", NEGATIONS, _OPEN, flags=re.IGNORECASE)


def is_sure(text: str, verb: int, language: str | None) -> bool:
    """Return whether nothing before a verb denies it or leaves it open: "has not been called off", "could be moved"."""
    return _unsure(language).search(text, 0, verb) is None


def is_old(text: str, start: int) -> bool:
    """Return whether the item at a position was replaced: "11 January" in "8 February instead of 11 January"."""
    return _OLD.search(text[max(0, start - 60) : start]) is not None


def given_up(text: str, found: Sequence[_Placed], *, needs_verb: bool = True) -> tuple[list[_Placed], list[_Placed]]:
    """Return those items of a text, given in order, that others have replaced, and those that stand.

    "Eight, not nine", "from nine to eight".

    Args:
        needs_verb: without a word of change they are the ends of a period or of a price range; counts need none.
    """
    changed = bool(not needs_verb or MOVED.search(text) or CHANGED.search(text))
    old, standing = list[_Placed](), list[_Placed]()
    for it, then in zip_longest(found, found[1:]):
        gone = is_old(text, it.start) or (then is not None and _gives_way(text, it, then, changed=changed))
        (old if gone else standing).append(it)
    return old, standing


def reached(text: str, start: int) -> bool:
    """Return whether a text says that something rose or fell to the item at a position: "goes up to £2"."""
    return CHANGED.search(text) is not None and _UP_TO.search(text[max(0, start - 20) : start]) is not None


def nearest(place: _Placed, others: Sequence[_Placed]) -> _Placed | None:
    """Return the item nearest to a place; None where nothing is near."""
    found = min(others, key=lambda it: abs(it.start - place.start), default=None)
    return found if found is not None and abs(found.start - place.start) <= NEAR else None


def replacements(text: str, found: Sequence[_Placed]) -> Iterator[tuple[_Placed, _Placed]]:
    """Yield each item of a text that no longer holds, with the one that stands in its place."""
    old, standing = given_up(text, found)
    for it in old:
        if instead := nearest(it, standing):
            yield it, instead


def _gives_way(text: str, it: _Placed, then: _Placed, *, changed: bool) -> bool:
    """Return whether an item of a text was replaced by the one after it: "from 11 January to 8 February".

    Args:
        changed: whether the text tells of a change, or need not.
    """
    before, between = text[max(0, it.start - 60) : it.start], text[it.end : then.start]
    if _NOT.search(before) and _BUT.fullmatch(between):
        return True
    if _PLANNED.search(before) and MOVED.search(between):
        return True
    return changed and bool(_FROM.search(before) and _TO.fullmatch(between))
