"""Which terms of a question a quote lacks, as against those "missing" in the whole passage."""

from collections.abc import Set

from ..question.terms import Term
from ..types import Quote
from .asked import Asked
from .features import Features


def lacked(quote: Quote, asked: Asked, features: Features) -> list[Term]:
    """Return the terms found neither in the quote nor in the heading and not excused, the heaviest first."""
    known = features.heading.union(excused(asked, features), *(features.stems[at] for at in quote.sentences))
    return sorted((it for it in asked.terms if it.stem not in known), key=lambda it: -it.weight)


def excused(asked: Asked, features: Features) -> Set[str]:
    """Return the carried-over stems if the passage has one of them: it is then about the same topic, and the others,
    which the user did not type now, do not count as missing."""
    missing = {it.stem for it in features.missing}
    return asked.carried if asked.carried - missing else frozenset()
