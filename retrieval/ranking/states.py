"""Words of a yes-no question that its answer need not repeat: "is the road open?" is answered by "closing the road".

Pairs of English, German, French, Spanish, Russian and Ukrainian. Pure; knows stems only.
"""

from itertools import chain

from ..language.word_chains import others_of
from ..question.answer_type import asks_whether
from .asked import Asked
from .compounds import Stems


def answered_by_opposite(asked: Asked, sentences: Stems) -> frozenset[str]:
    """Return the stems of a yes-no question that a passage lacks, but of which it has an opposite."""
    language = asked.languages[1]
    if language is None or language != asked.languages[0] or not asks_whether(asked.text, language):
        return frozenset()
    opposites, held = others_of("states", language), {*chain.from_iterable(sentences)}
    lacked = (term.stem for term in asked.terms if term.stem not in held)
    return frozenset(it for it in lacked if any(other in held for other in opposites.get(it, ())))
