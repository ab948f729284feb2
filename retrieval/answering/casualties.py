"""The dead, injured and missing: which figure of a sentence gives their number, and what happened to them.

English, German, French, Spanish, Russian, Ukrainian, all at once. Pure; knows text only.
"""

import re
from collections.abc import Iterator, Sequence

from ..language.figures import Figure
from ..language.text import words
from ..patterns import lazy
from ..question.tolls import HURT, KILLED, MISSING, is_person

_EVENTS = {
    kind: lazy(rf"(?<!\w)(?:{forms})", re.IGNORECASE)
    for kind, forms in {
        "crash": r"crash|collision|collid|accident\w*|derail|\w*unfall|\w*unglück|zusammensto|kollision|collision"
        r"|accidente|choque|авар[иі]|дтп|столкн|зіткн|зіштовх",
        "fire": r"fires?\b|blaze|wildfire|brand\b|feuer|\w+brand|incendi|пожар|пожеж",
        "flood": r"flood|dam\b|hochwasser|flut|überschwemm|inondation|crue|inundaci|riada|наводн|паводк|затоп|повін",
        "blast": r"explo|blast|взрыв|вибух",
        "quake": r"earthquake|quake|erdbeben|séisme|terremoto|sismo|землетр",
        "attack": r"shooting|gunm[ae]n|attack|stabb|shelling|air ?strike|missile|drone|schüsse|angriff|anschlag|amok"
        r"|fusillade|attentat|attaque|tiroteo|atentado|ataque|стрельб|стрілян|обстрел|атак|ракет|дрон|беспилотник|обстріл|безпілотник",
        "storm": r"storm|hurricane|tornado|orkan|sturm|tempête|ouragan|tormenta|huracán|шторм|ураган",
        "wreck": r"sank|sinking|capsiz|shipwreck|gesunken|kenter|naufrag|затону",
        "collapse": r"collapse|einsturz|eingestürzt|effondre|derrumbe|обруш|обвал",
        "fall": r"landslide|avalanche|mudslide|erdrutsch|lawine|avalancha|alud|оползень|лавин|зсув",
        "leak": r"gas leak|gasaustritt|gasleck|fuite de gaz|fuga de gas|утечк\w+ газа|витік газу",
        "outbreak": r"outbreak|epidemic|poisoning|ausbruch|vergift|épidémie|intoxica|brote|эпидеми|епідемі"
        r"|отравлен|отруєн",
    }.items()
}
"""What kills and injures people, as beginnings of words."""
_CLAUSE_END = lazy(r"[,.;:()—–]\s|\s(?P<and>and|but|while|und|aber|et|mais|y|e|pero|и|а|но|та|і|й|але)\s")
_OTHERS = lazy(r"others?|more|weitere[nr]?|autres|otr[oa]s|resultaron", re.IGNORECASE)
"""Words after a number that leave out whom it counts: "22 others were injured", "otras 22 resultaron heridas"."""
_LATER = lazy(
    r"\b(?:in|at) (?:the )?hospital|krankenhaus|klinik|à l['’]hôpital|en (?:el|un) hospital|в больнице|у лікарні",
    re.IGNORECASE,
)
"""Those who died there later are only some of the dead."""


def toll(text: str, before: str, found: Sequence[Figure], named: "re.Pattern[str]") -> tuple[list[Figure], bool]:
    """Return the figure of a sentence that counts the people whom a pattern names, if there is one.

    And whether it depends on the sentence before: "Six were killed. Twenty-two others were hurt".
    """
    for start, end in _clauses(text, found):
        inside = [it for it in found if start <= it.start < end]
        first = next((it for it in inside if _counts_people(text, it, named)), None)
        if first is None or not named.search(text, start, end):
            continue
        until = next((it.start for it in inside if it.start > first.start), end)
        if not _LATER.search(text, start, until):  # "has risen to eight after two died in hospital"
            others = first.partial and named is HURT
            leans = others and KILLED.search(before) is not None
            total = named is MISSING or leans or (others and KILLED.search(text, 0, first.start))
            return [first._replace(partial=first.partial and not total)], leans  # "nine are still missing"
    return [], False


def clause_end(text: str, chosen: Sequence[Figure]) -> int:
    """Return the end of the clause that holds the first of some figures."""
    return next((end for _, end in _clauses(text, chosen) if chosen[0].start < end), len(text))


def events(text: str) -> frozenset[str]:
    """Return the kinds of events that a text mentions."""
    return frozenset(kind for kind, pattern in _EVENTS.items() if pattern.search(text))


def _clauses(text: str, found: Sequence[Figure]) -> Iterator[tuple[int, int]]:
    """Yield the spans of a sentence's clauses; "and" ends a clause only if that holds a figure."""
    start = 0
    for match in _CLAUSE_END.finditer(text):
        if not match["and"] or any(start <= it.start < match.start() for it in found):
            yield start, match.start()
            start = match.end()
    yield start, len(text)


def _counts_people(text: str, figure: Figure, named: "re.Pattern[str]") -> bool:
    """Return whether people, those named, or nothing follows a figure: "nine people", "nine dead", "to nine"."""
    if not figure.units:
        return True
    first = next((word.text for word in words(text[figure.end :])), "")
    return is_person(first) or any(pattern.fullmatch(first) for pattern in (named, _OTHERS))
