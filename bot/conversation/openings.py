"""What a user says before a question without asking anything by it: "by the way", "new topic". Small closed tables."""

import re

from retrieval.patterns import lazy

_NEW = lazy(
    r"(?:(?:and )?now (?:for )?)?(?:a |an )?(?:(?:(?:new|different|another) (?:topic|subject|question)|other question)"
    r"|change of (?:topic|subject)|something else)"
    r"|(?:(?:eine? )?(?:andere|neue) frage|(?:ein )?(?:anderes|neues) thema|themenwechsel|etwas anderes)"
    r"|(?:(?:una? )?(?:otra|nueva) pregunta|(?:un )?(?:otro|nuevo) tema|cambiando de tema|cambio de tema)"
    r"|(?:une )?(?:autre|nouvelle) question|(?:un )?(?:autre|nouveau) sujet|changement de sujet"
    r"|(?:другой|новый|ещё один|еще один) вопрос|(?:другая|новая) тема|сменим тему"
    r"|(?:інше|нове|ще одне) (?:питання|запитання)|(?:інша|нова) тема|змінимо тему",
    re.IGNORECASE,
)
_ASIDE = lazy(
    r"by the way|btw|incidentally|übrigens|nebenbei|por cierto|au fait|d['’]ailleurs"
    r"|кстати(?: говоря)?|между прочим|до речі|між іншим"
    r"|(?:apropos|a propósito|à propos)(?=\s*[,:;.!…–—-])",
    re.IGNORECASE,
)
_MARKS = lazy(r"[\s,:;.!…–—-]+")
_LEAD = lazy(r"[\s¡¿]*")
_MOST = 3
"""So many openings are looked for behind each other: "by the way, another question: …"."""


def opens_anew(question: str) -> bool:
    """Say whether a question says of itself that it leaves what was spoken of."""
    return any(anew for _, anew in _openings(question))


def without_opening(question: str) -> str:
    """Return a question without what only opens it; itself, where nothing else is left."""
    ends = [end for end, _ in _openings(question)]
    return question[ends[-1] :] if ends else question


def _openings(question: str) -> list[tuple[int, bool]]:
    """Return where each opening ends, and whether it leaves the topic."""
    found: list[tuple[int, bool]] = []
    at = 0
    while len(found) < _MOST:
        lead = _LEAD.match(question, at)
        start = lead.end() if lead else at
        new, aside = _NEW.match(question, start), _ASIDE.match(question, start)
        opening = new or aside
        marks = _MARKS.match(question, opening.end()) if opening else None
        # "another question of law", "a different subject was taught": without a mark it is what is asked
        if opening is None or marks is None or (new and not marks.group().strip()) or marks.end() == len(question):
            break
        at = marks.end()
        found.append((at, new is not None))
    return found
