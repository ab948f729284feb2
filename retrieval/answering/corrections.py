"""What an article takes back: "we said that it was 71. The figure is 79."

English, German, French, Spanish, Russian, Ukrainian, all at once. Pure; knows text only.
"""

import re

from ..figures import Figure
from ..patterns import lazy
from ..ranking.corrections import SAID_WRONGLY

_PUT_RIGHT = lazy(
    r"\W*(?:the (?:\w+ ){1,2}(?:is|was|should)|it (?:is|was|should)|(?:the )?correct|richtig|korrekt|tatsächlich"
    r"|die (?:richtige|korrekte)|(?:le|la) \w+ (?:exacte?|correcte?|est|était)|en réalité|en realidad"
    r"|(?:el|la) \w+ (?:correct[ao]|es|era|fue)|верн|правильн|на самом деле|насправді)",
    re.IGNORECASE,
)


def takes_back(sentence: str, following: str) -> bool:
    """Say whether a sentence tells what was said before and the following one what is right."""
    return SAID_WRONGLY.search(sentence) is not None and _PUT_RIGHT.match(following) is not None


def put_right(said: list[Figure], now: list[Figure], most: float) -> tuple[list[Figure], list[Figure]]:
    """Return the figures that are taken back and those that stand for them: in one unit, or told without any.

    Args:
        most: by which factor two counts of one thing differ.
    """
    pairs = [
        (old, new)
        for old in said
        for new in now
        if (not new.units or new.units[:1] == old.units[:1]) and old.comparable(new, most) and not old.agrees(new)
    ]
    return [it for it in said if any(it is old for old, _ in pairs)], [
        it for it in now if any(it is new for _, new in pairs)
    ]
