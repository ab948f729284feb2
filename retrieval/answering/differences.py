"""Where articles differ in what a question asks: how many hits to compare, and what each of them says.

Pure; knows hits.
"""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from ..alternatives import Alternatives
from ..types import Hit, Reported
from .disagreement import asks_for_a_figure, disagreeing
from .newer import asks_for_what_changes, superseding
from .replaced import replaced

COMPARED = 10
"""Hits that are compared where articles can give different answers, even if fewer are wanted."""

_NOW = Alternatives(
    r"now|nowadays|(?:at|by) present|at the moment|these days|today|so far|to date|currently|still|yet"
    r"|any ?more|latest|newest|in the end(?! of)|finally|eventually|end(?:ed)? up"
    r"|final (?:bill|toll|co(?:st|unt)|figure|result|score|price)"
    r"|jetzt|nun|heute|derzeit|zur ?zeit|momentan|aktuell\w*|inzwischen|mittlerweile|bisher|bislang|noch|zuletzt"
    r"|am ende(?! de[rs])|schließlich|letztlich|letztendlich|endgültig\w*|neueste\w*"
    r"|maintenant|actuellement|aujourd['’]hui|désormais|en ce moment|à ce jour|finalement|au final|en fin de compte"
    r"|ahora|actualmente|hoy|todavía|aún|hasta la fecha|al final(?! del?)|finalmente|por fin"
    r"|сейчас|теперь|сегодня|пока|вс[её] ещ[её]|на данный момент|нынешн\w+|в итоге|в конце концов|наконец"
    r"|окончательн\w+|зараз|тепер|нині|нинішн\w+|наразі|досі|сьогодні|врешті|зрештою|нарешті|остаточн\w+",
    r"(?!\w)",
    re.IGNORECASE,
)


def wanted(question: str, shown: int) -> tuple[int, int, bool]:
    """Return how many hits a question needs, how many more if enough passages are read, and whether all are compared.

    Args:
        shown: the number of hits shown.
    """
    figure = asks_for_a_figure(question)
    further = COMPARED if asks_for_what_changes(question) else 0
    return max(shown, COMPARED) if figure else shown, further, figure or asks_for_now(question)


def asks_for_now(question: str) -> bool:
    """Return whether a question asks how things stand now, or ended: "is it still shut", "who won in the end"."""
    return _NOW.search(question) is not None


def differing(question: str, hits: Sequence[Hit]) -> tuple[Reported, ...]:
    """Return what each article says, newest first, where others differ from the first hit's quote; else nothing."""
    return disagreeing(question, hits) or superseding(question, hits) or replaced(question, hits)


def standing_first(question: str, hits: Sequence[Hit], reported: Sequence[Reported]) -> Sequence[Hit]:
    """Return the hits, those of the newest statement first where a question asks how things stand now."""
    if not reported or not asks_for_now(question):
        return hits
    newest = reported[0].quote
    rest = [it for it in hits if it.passage != newest.passage]
    return [*(replace(it, quote=newest) for it in hits if it.passage == newest.passage), *rest]
