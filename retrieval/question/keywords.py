"""Keywords, as typed into a search box, read as a question: "weir bridge opening date" asks for the date of it.

English, German, French, Spanish, Russian, Ukrainian, all at once. Pure; knows text only.
"""

from functools import lru_cache
from typing import NamedTuple

from ..language.stop_words import stop_words_as_typed
from ..language.text import word_list
from ..language.word_lists import word_lists
from ..patterns import lazy, not_behind

MAX_WORDS = 8
"""More words are a sentence."""

_LINKING = frozenset(
    """a al an and at au aux beim by con d das de del dem den der des die du el en et for from fuer fur für im in l la
    las le les los of on par para pour por the to und vom von y zu zum zur
    а в во для до з за и из на от по с со у від й на та і""".split()
)
"""Small words that may stand among keywords."""
_OF_SENTENCES = frozenset[str]().union(*map(stop_words_as_typed, ("en", "de", "fr", "es", "ru", "uk"))) - _LINKING
"""All others: with one of them, the words are a question or a sentence."""
_BEFORE = not_behind("bronze cell digital golden grand ice iron mail middle mobile stone")
_BEHIND = (
    r"(?!\s(?:ban|book|calling|camera|cap|change|comparison|cut|cutting|day|decline|discrimination|drop|freeze|gain|gap|group"
    r"|growth|hike|increase|limit|list|loss|night|overrun|plate|restriction|rise|tag|training|war)s?(?!\w))"
)
"""In "price cap" and "mobile phone" the word asks for nothing."""
_ATTACHED = lazy(r"(?<!\w)(?:[cdjlmnst]|qu)['’](?=\w)|(?<=\w)['’]s(?!\w)")
"""An elided French word, and the English genitive."""
_KEPT = " (kept)"
_SOUGHT = tuple(
    (
        title.removesuffix(_KEPT),
        title.endswith(_KEPT),
        lazy(rf"(?<![\w-]){_BEFORE}(?:{'|'.join(forms.split())})(?![\w-]){_BEHIND}"),
    )
    for title, forms in word_lists("sought").items()
)


class Keywords(NamedTuple):
    """What keywords ask."""

    question: str
    """In normal form. It begins in English whatever their language, as cues of all languages are known together."""
    asking: frozenset[str]
    """Those of the keywords that an answer need not have."""
    alone: bool
    """Whether they do not say of what: "opening hours"."""


@lru_cache(maxsize=256)
def keywords(asked: str) -> Keywords | None:
    """Return what keywords in normal form ask, with the words carried over to them; None of any other question."""
    own, bracket, carried = asked.partition(" (")
    own = " ".join(_ATTACHED.sub(" ", own).split())
    found = word_list(own)
    if len(found) > MAX_WORDS or not _OF_SENTENCES.isdisjoint(found):
        return None
    sought = next(((begins, kept, head) for begins, kept, forms in _SOUGHT if (head := forms.search(own))), None)
    if sought is None:
        return None
    begins, kept, head = sought
    words = f"{own[: head.start()]} {own[head.end() :]}".strip(" ?!.,").split()
    while words and words[0] in _LINKING:
        del words[0]
    asking = frozenset([*head[0].split(), *word_list(head[0]), *_LINKING.intersection(found)])
    return Keywords(
        question=" ".join([begins, *words]) + bracket + carried,
        asking=frozenset() if kept and words else asking,
        alone=not words,
    )
