"""Speaker attribution: whose words a question asks for, and which sentences of a passage are theirs.

Cues of English, German, French, Spanish, Russian and Ukrainian; pure, knows text only.
"""

import re
from collections.abc import Set
from functools import cache, lru_cache

import numpy as np

from ..alternatives import Alternatives, as_typed
from ..language.text import stems
from ..patterns import CAPITAL, lazy, standing
from ..question.answer_type import plain
from ..question.saying import OF_ONE, OF_SEVERAL, WANTED
from ..question.terms import question_stems
from ..speakers.attribution import speaker_of
from ..speakers.names import surname
from ..speakers.saying_verbs import ACCORDING, BESIDE, HIS_WORDS
from ..types import Article, Passage
from .following import antecedent
from .fusion import Floats
from .holding import tells_speech

_BEFORE = lazy(r"(?:(?:[^\s.;:—–«»“”„\"]{1,30}|[«“„\"][^.;:—–«»“”„\"]{1,30}[»“”\"])\s){1,4}$")
"""The words right before a name say who that is: "Judge Okonjo", "тренер «Металлурга» Зимин"."""
_BEHIND = lazy(r",\s[^.,;:—–«»“”„\"]{1,80}")
"""So do the words behind it and a comma: "Ana Okonjo, a judge at the court", unless a comma is before it, too: "The
barrister, Peter Sayle, told the judge"."""
_COMMA_BEFORE = lazy(rf",\s(?:{CAPITAL}\S*\s)*$")
NEAR_CHARS = 130
"""Characters read before a name: room for the four words of thirty letters that `_BEFORE` takes at most."""

_THE = r"(?:the |de[rn] |die |l['’]|le |la |el )"
_AUTHOR = lazy(rf"{_THE}?(?:author|blogger|columnist|reviewer|autor(?:in|a)?|auteure?|autrice|автор\w{{0,3}})")
_NO_NAME = lazy(_THE)
"""Opens a description: "the baker" is nobody called Baker."""
TOPIC_WORDS = 3
"""So few words name what the author goes on to tell: "Also the mother."."""

_ACCORDING_TO = lazy(rf"(?<!\w)(?:{'|'.join(ACCORDING.values())}) (?P<who>[^,;:]{{1,60}})(?:$|,)")


@lru_cache(maxsize=256)
def whose_account(question: str) -> str | None:
    """Return whose account of something a question asks for, in normal form: "why did they leave according to Hove"."""
    found = _ACCORDING_TO.search(plain(question))
    return found["who"] if found else None


_DEMAND = Alternatives(WANTED)
_WRITING = lazy(
    r"(?<!\w)(?:bibles?|quran|koran|torah|laws?|acts?|constitution|treaty|contract|report|study|survey|rules?"
    r"|polic(?:y|ies)|statute|letter|\w*gesetz\w*|bibel|verfassung|\w*vertrag|\w*bericht|\w*studie|umfrage"
    r"|\w*regeln?|\w*ordnung|satzung|\w*brief|testament|coran|loi|traité|contrat|rapport|étude|sondage|règle(?:s|ment)?"
    r"|statuts|lettre|biblia|corán|ley(?:es)?|constitución|tratado|contrato|informe|estudio|encuesta|normas?|reglamento"
    r"|estatutos|carta|библи[яи]|коран|закон\w*|конституци[яи]|договор|отч[её]т|доклад|исследование|опрос|правил[ао]|устав"
    r"|письмо|завещание|кодекс|біблія|конституція|договір|звіт|доповідь|дослідження|опитування|статут|лист|заповіт)(?!\w)"
)
"""What a text says is told without a verb of saying: "under the act dogs are kept on a lead"."""
_MAY_SAY = lazy(rf"(?<!\w)(?:{'|'.join((*BESIDE.values(), HIS_WORDS))})(?!\w)", re.IGNORECASE)
"""Of the verbs that mean speech only beside quoted words, and phrases for a view."""


@lru_cache(maxsize=256)
def asks_for_demand(question: str) -> bool:
    """Return whether a question asks what somebody recommends or demands."""
    return _DEMAND.match(plain(question)) is not None


@lru_cache(maxsize=256)
def asks_for_words_of(question: str, carried: str = "") -> tuple[str | None, frozenset[str]] | None:
    """Return the person whose words a question asks for, and the words that only ask; in normal form.

    "What did she say" names nobody: then it is whom the words carried over from earlier turns name, or None.
    """
    found = next(filter(None, (pattern.search(plain(question)) for pattern in _asked_with())), None)
    if found is None:
        return None
    who = antecedent(found["who"], carried) if "who" in found.re.groupindex else None
    return who or None, frozenset(f"{found['before']} {found['behind']}".split())


@cache
def _asked_with() -> tuple[re.Pattern[str], ...]:
    return tuple(lazy(as_typed(rf"(?<!\w){pattern}(?!\w)")) for pattern in (*OF_ONE, *OF_SEVERAL))


def leaves_unsaid(text: str, who: str) -> bool:
    """Return whether a text has nothing that might be the words or the view of somebody, who is no book or law."""
    return not (_WRITING.search(who) or tells_speech(text) or _MAY_SAY.search(text))


def said_by(who: str, passage: Passage, article: Article) -> Floats:
    """Return 1 for each sentence spoken by somebody of this name or office, 0 for the others.

    The author says whatever is told without a speaker.
    """
    wanted = set(question_stems(who.title(), article.language))  # of a name, "Петров" has another stem
    author = set[str]() if _NO_NAME.match(who) else set(stems(article.author or "", article.language))
    by_author = wanted <= author or _AUTHOR.fullmatch(who) is not None
    said = np.zeros(len(passage.sentences))
    for at, (start, end) in enumerate(passage.sentences):
        if tells_speech(passage.text[start:end]):
            speaker = speaker_of(passage.start + start, passage.start + end, article)
            said[at] = speaker is not None and _is(wanted, speaker, article)
        elif by_author:
            said[at] = len(passage.text[start:end].split()) > TOPIC_WORDS
    return said


def _is(wanted: Set[str], speaker: str, article: Article) -> bool:
    """Return whether a speaker has this name or office, as far as the article tells."""
    named = set(stems(speaker, article.language))
    if wanted <= named or named <= wanted:
        return True
    return any(wanted <= it for it in _introductions(surname(speaker), article.text, article.language))


@lru_cache(maxsize=64)
def _introductions(name: str, text: str, language: str | None) -> frozenset[frozenset[str]]:
    """Return the stems of a name and the words beside it, wherever a text has it; cached, as every sentence asks."""
    found = set[str]()
    for place in re.finditer(standing(name), text):
        before = _BEFORE.search(text[max(0, place.start() - NEAR_CHARS) : place.start()])
        role = before[0] if before else ""
        behind = None if _COMMA_BEFORE.search(role) else _BEHIND.match(text, place.end())
        found.add(f"{role}{name}{behind[0] if behind else ''}")
    return frozenset(frozenset(stems(it, language)) for it in found)
