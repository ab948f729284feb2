"""Whether a text says that something was done but not by whom: "The lighthouse was built in 1847".

Cues of English, German, French, Spanish, Russian and Ukrainian; pure, knows text only.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ..language.text import stem, words
from ..language.traits import EAST_SLAVIC
from ..patterns import CAPITAL, lazy

LIKE_CHARS = 5
"""Letters that forms of a verb have in common where their stems differ: "построил" and "построено"."""

REACH_CHARS = 200
"""Maximum length of a clause on either side of its verb."""

_CLAUSE_ENDS = lazy(r"[.:](?!\d)|[;!?()«»“”„\"]|\s[—–]\s")

_OBJECT = lazy(r"^\s[«“„\"]((?:[^\s.,;:!?«»“”„\"]+\s?){1,4})[»”“\"]")
"""Behind a verb, quotation marks around it end no clause: "Заснували «Зерно» Остап і Христина"."""


class _Passive(NamedTuple):
    """Patterns of a passive: its verb form, its clause with `_` for the verb, and what names the agent there."""

    form: re.Pattern[str]
    clause: re.Pattern[str]
    agent: re.Pattern[str]


_SLAVIC_AGENT = lazy(r"(?<!\w)\w{2,}(?:[оеыиє]м|[оеєё][йю]|[ая]ми)(?!\w)")
_PREPOSITION = r"(?:во?|[ун]а|об?|при|по|ко?|[узі]|со?|из|із|від|от|до|дл?я|за|под|над|через|после|після)(?!\w)"
_NO_PEOPLE = (
    r"(?:е?го|е[её]|их|їх|уже|вже|также|також|ещ[её]|где|де|век\w*|год[ыау]\w?|рок[иу]|році|столітті|столетии)(?!\w)"
)
_SLAVIC_PEOPLE = lazy(
    rf"(?i:(?:^|(?<!\w)(?!{_PREPOSITION})[\w-]+\s)(?!{_PREPOSITION}|{_NO_PEOPLE})\w+[ыиіїяе](?!\w))"
    rf"|(?<!\w)[иійт]а?\s{CAPITAL}|(?<!\w)(?:дво[еє]|тро[еє]|\w+еро)(?!\w)|\d\s\w+(?:[оеії][вй]|ей)(?!\w)"
    r"|(?:про[еє]кт|чертеж|креслен|[еэ]ск[иі]з)\w*"
)
"""What may be a plural, but for places, or whose plan it was."""
_NOBODY = lazy(r"(?!)")
_PASSIVES: Mapping[str, tuple[_Passive, ...]] = {
    "en": (
        _Passive(
            lazy(r"\w+(?:[dnt]|ung|made)|made"),
            lazy(
                r"(?<!\w)(?:was|were|been|being)\s(?:(?:\w+ly\s|first\s|also\s)?_"
                # not "was born in Carrow and built the harbour"
                r"|(?!.*\s(?:that|who|he|she|they|it|I|we)\s.*_).*(?:,|and)\s_(?!\s(?:the|an?|his|her|its|their|it)(?!\w)))"
            ),
            lazy(r"(?<!\w)by\s"),
        ),
    ),
    "de": (
        _Passive(lazy(r"\w+(?:t|en)"), lazy(r"(?<!\w)(?:wurden?|worden)(?!\w)"), lazy(r"(?<!\w)(?:vo[nm]|durch)\s")),
        _Passive(lazy(r"\w+"), lazy(r"(?<!\w)man(?!\w)", re.IGNORECASE), _NOBODY),
    ),
    "fr": (
        _Passive(lazy(r"\w+"), lazy(r"(?<!\w)(?:été|fut|furent)\s(?:\w+\s){0,2}_"), lazy(r"(?<!\w)par\s")),
        _Passive(lazy(r"\w+"), lazy(r"(?<!\w)on\s(?:\w+['’\s]){0,3}_", re.IGNORECASE), _NOBODY),
    ),
    "es": (
        _Passive(lazy(r"\w+[dtsh][oa]s?"), lazy(r"(?<!\w)(?:fue|fueron|sido)\s(?:\w+\s)?_"), lazy(r"(?<!\w)por\s")),
        _Passive(
            lazy(r"\w+(?:aron|eron)"),
            lazy("_"),
            lazy(r"(?<!\w)(?i:l[oa]s|dos|tres|ell[oa]s|[uv]\w*[oa]s)\s|\w+s\s_|_\s\w+s(?!\w)|\sy\s|\d\s\w+s(?!\w)"),
        ),
    ),
    "ru": (
        _Passive(lazy(r"\w+(?:[еёая]н[аоы]?|[еёая]нн\w{2}|ыт|[аяыи]т[аоы])"), lazy("_"), _SLAVIC_AGENT),
        _Passive(lazy(r"\w+(?:ли|[аяую]т)"), lazy("_"), _SLAVIC_PEOPLE),
    ),
    "uk": (
        _Passive(lazy(r"\w+[нт](?:о|ий|а|е|і)"), lazy("_"), _SLAVIC_AGENT),
        _Passive(lazy(r"\w+(?:ли|[аяую]ть)"), lazy("_"), _SLAVIC_PEOPLE),
    ),
}
"""For each language, its passive, and how it says that some people did something: "man baute", "построили"."""


def omits_agent(text: str, verb: str, language: str | None) -> bool:
    """Return whether a text says only that something was done, not by whom.

    Args:
        verb: as in the question: "built" in "who built the lighthouse".
    """
    passives = _PASSIVES.get(language or "", ())
    found = [
        any(it.form.fullmatch(form) and it.clause.search(clause) and not it.agent.search(clause) for it in passives)
        for form, clause in (_clauses(text, _root(verb, language), language) if passives else ())
    ]
    return bool(found) and all(found)


def _clauses(text: str, root: str, language: str | None) -> Iterator[tuple[str, str]]:
    """Yield each form of a verb in a text, with its clause."""
    for word in words(text):
        if _root(word.text, language) == root:
            before = text[max(0, word.start - REACH_CHARS) : word.start]
            behind = _OBJECT.sub(r" \1", text[word.end : word.end + REACH_CHARS])
            yield word.text, f"{_CLAUSE_ENDS.split(before)[-1]}_{_CLAUSE_ENDS.split(behind, maxsplit=1)[0]}"


def _root(word: str, language: str | None) -> str:
    found = stem(word.lower(), language)
    if language == "de":  # after the stem, which is that of "finden" for "gefunden"
        found = found.removeprefix("ge")
    return found[:LIKE_CHARS] if language == "de" or language in EAST_SLAVIC else found
