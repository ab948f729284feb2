"""Whether a text says that something was done but not by whom: "The lighthouse was built in 1847".

Cues of English, German, French, Spanish, Russian and Ukrainian; pure, knows text only.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ..language.text import stem, words
from ..language.traits import EAST_SLAVIC
from ..patterns import lazy

LIKE_CHARS = 5
"""Letters that forms of a verb have in common where their stems differ: "построил" and "построено"."""

REACH_CHARS = 200
"""Maximum length of a clause on either side of its verb."""

_CLAUSE_ENDS = lazy(r"[.;:!?()«»“”„\"]|\s[—–]\s")


class _Passive(NamedTuple):
    """Patterns of a passive: its verb form, its clause with `_` for the verb, and what names the agent there."""

    form: re.Pattern[str]
    clause: re.Pattern[str]
    agent: re.Pattern[str]


_SLAVIC_AGENT = lazy(r"(?<!\w)\w{2,}(?:[оеыиє]м|[оеєё][йю]|[ая]ми)(?!\w)")
_PASSIVES: Mapping[str, _Passive] = {
    "en": _Passive(
        lazy(r"\w+(?:[dnt]|ung|made)|made"),
        lazy(
            r"(?<!\w)(?:was|were|been|being)\s(?:(?:\w+ly\s|first\s|also\s)?_"
            # not "was born in Carrow and built the harbour"
            r"|(?!.*\s(?:that|who|he|she|they|it|I|we)\s.*_).*(?:,|and)\s_(?!\s(?:the|an?|his|her|its|their|it)(?!\w)))"
        ),
        lazy(r"(?<!\w)by\s"),
    ),
    "de": _Passive(lazy(r"\w+(?:t|en)"), lazy(r"(?<!\w)(?:wurden?|worden)(?!\w)"), lazy(r"(?<!\w)(?:vo[nm]|durch)\s")),
    "fr": _Passive(lazy(r"\w+"), lazy(r"(?<!\w)(?:été|fut|furent)\s(?:\w+\s){0,2}_"), lazy(r"(?<!\w)par\s")),
    "es": _Passive(lazy(r"\w+[dtsh][oa]s?"), lazy(r"(?<!\w)(?:fue|fueron|sido)\s(?:\w+\s)?_"), lazy(r"(?<!\w)por\s")),
    "ru": _Passive(lazy(r"\w+(?:[еёая]н[аоы]?|[еёая]нн\w{2}|ыт|[аяыи]т[аоы])"), lazy("_"), _SLAVIC_AGENT),
    "uk": _Passive(lazy(r"\w+[нт](?:о|ий|а|е|і)"), lazy("_"), _SLAVIC_AGENT),
}


def omits_agent(text: str, verb: str, language: str | None) -> bool:
    """Return whether a text has a verb in the passive only, without naming the agent.

    Args:
        verb: as in the question: "built" in "who built the lighthouse".
    """
    passive = _PASSIVES.get(language or "")
    if passive is None:
        return False
    found = [
        passive.form.fullmatch(form) and passive.clause.search(clause) and not passive.agent.search(clause)
        for form, clause in _clauses(text, _root(verb, language), language)
    ]
    return bool(found) and all(found)


def _clauses(text: str, root: str, language: str | None) -> Iterator[tuple[str, str]]:
    """Yield each form of a verb in a text, with its clause."""
    ends = [0, *(match.end() for match in _CLAUSE_ENDS.finditer(text)), len(text)]
    for word in words(text):
        if _root(word.text, language) == root:
            start = max(word.start - REACH_CHARS, *(end for end in ends if end <= word.start))
            end = min(word.end + REACH_CHARS, *(end for end in ends if end >= word.end))
            yield word.text, f"{text[start : word.start]}_{text[word.end : end]}"


def _root(word: str, language: str | None) -> str:
    found = stem(word.lower(), language)
    if language == "de":  # after the stem, which is that of "finden" for "gefunden"
        found = found.removeprefix("ge")
    return found[:LIKE_CHARS] if language == "de" or language in EAST_SLAVIC else found
