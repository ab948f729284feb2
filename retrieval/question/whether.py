"""Whether a question wants a yes or a no: "can I park there?", "stimmt es, dass …", "правда ли, что …".

Cues of English, German, French, Spanish, Russian and Ukrainian, at the start of a question or of one of its clauses, as
a story may come first: "my train was late, can I still go in?". Pure, knows text only.
"""

from ..patterns import by_language
from .answer_type import answer_type, plain

_CUES = {
    "en": r"(?:can|could|may|might|must|shall|should|do|does|did|is|are|was(?! (?!th)\w{4,}t )|were|will|would|has|have"
    r"|had|am)(?:n['’]?t)?(?= \D)|can['’]?t|won['’]?t|ok(?:ay)? to",
    # "bekomme ich": any verb before its subject, but no question word
    "de": r"(?!w(?:ie|o|as|er|en|em|ann|arum|ieso)\b)\w{2,}(?:e|t|st|en) (?:ich|du|er|sie|es|wir|ihr|man)"
    r"|darf|dürfen|kann|können|muss|müssen|soll|sollte|ist|sind|war|hat|haben|gibt|gilt|wird|werden|stimmt|ob",
    "fr": r"est-ce qu\w*|\w{2,}(?:-t)?-(?:on|ils?|elles?|je|tu|vous|nous|ce)|c['’]est|(?:on|je) (?:peu[tx]|doi[ts])",
    "es": r"(?:se )?(?:puedo|puedes?|pueden|podemos|debo|debe|deben|deberías?)|es|son|está|están|hay|tienen?|existen?"
    r"|hace falta|sirven?|funciona",
    "ru": r"можно|нельзя|нужно|надо|обязательно|разрешено|правда|верно|\w+ ли",
    "uk": r"чи|можна|треба|потрібно|правда",
}
_LEADING = "and|but|so|ok|und|aber|et|mais|y|pero|а|и|но|і|та|але"
_asking = by_language(rf"(?:^|[,.;:?!–—] | - )(?:(?:{_LEADING}) )*(?:FORMS)(?!\w)", _CUES)


def asks_whether(question: str, language: str | None) -> bool:
    """Return whether "no" may answer a question: a yes-no question that asks for no name, day or number."""
    return answer_type(question) is None and _asking(language).search(plain(question)) is not None
