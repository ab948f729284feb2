"""The sentences of a passage that come nearest to an answer, as few as can stand alone.

Pure: knows a passage and what was read in it, nothing of models or of the index.
"""

import re

import numpy as np

from ..quotations import quotations
from ..types import Passage, Quote
from .evidence import ABOUT_AS_GOOD, Floats, Reading

WANTED_WEIGHT = 0.1

MAX_TWO_WORDS = 40
"""Two neighbours that come equally near are both quoted when they are short: squad2 .796 → .812 hold the answer, median
27 → 28.5 words; xquad-es-en .368 → .380."""

MAX_LEAD_WORDS = 40
"""A longer sentence is not put before the quote for a pronoun's sake."""

# Words that open a sentence and point back: whom or what it speaks of stands in the sentence before.
_POINTS_BACK = re.compile(
    r"[\"“«„(]?(?:he|she|they|it|his|her|their|its|this|these|those|both|such|er|sie|es|dies|diese[rs]?|seine?|ihre?"
    r"|il|elle|ils|elles|ce|cela|cette|ces|él|ella|ellos|ellas|esto|este|esta|estos|estas|ello"
    r"|он|она|они|оно|это|эти|этот|его|её|ее|их|він|вона|вони|воно|це|ці|цей|його|її|їх)(?!\w)",
    re.IGNORECASE,
)


def choose(passage: Passage, reading: Reading) -> Quote:
    """Return the best run of whole sentences, what its pronoun needs put before it, no quotation cut in two."""
    spans = passage.sentences
    if not spans:
        return Quote(passage, 0, len(passage.text))
    scores = reading.fit + WANTED_WEIGHT * reading.held
    best = int(np.argmax(scores))
    first, last = _whole_quotation(passage, best, best)
    if first == last:
        first, last = _with_rival(passage, scores, best)
    if first > 0 and _points_back(passage, first):
        first, last = _whole_quotation(passage, first - 1, last)
    return Quote(passage, spans[first][0], spans[last][1])


def _with_rival(passage: Passage, scores: Floats, best: int) -> tuple[int, int]:
    """Return the best sentence, with the neighbour that is about as good where both are short."""
    rivals = [at for at in (best - 1, best + 1) if 0 <= at < len(scores) and scores[at] >= scores[best] - ABOUT_AS_GOOD]
    if not rivals:
        return best, best
    rival = max(rivals, key=lambda at: float(scores[at]))
    first, last = _whole_quotation(passage, min(best, rival), max(best, rival))
    both = passage.text[passage.sentences[first][0] : passage.sentences[last][1]]
    return (first, last) if len(both.split()) <= MAX_TWO_WORDS else (best, best)


def _points_back(passage: Passage, at: int) -> bool:
    start, end = passage.sentences[at]
    before = passage.text[slice(*passage.sentences[at - 1])]
    return bool(_POINTS_BACK.match(passage.text, start, end)) and len(before.split()) <= MAX_LEAD_WORDS


def _whole_quotation(passage: Passage, first: int, last: int) -> tuple[int, int]:
    """Widen a run of sentences until no quotation that it holds a part of is cut."""
    spans = passage.sentences
    for start, end in quotations(passage.text):
        while first > 0 and start < spans[first][0] < end:
            first -= 1
        while last < len(spans) - 1 and start < spans[last][1] < end:
            last += 1
    return first, last
