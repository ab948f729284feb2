"""Which passages of an answer are worth showing to a reader; programs get all of them."""

from msgspec.structs import replace

from retrieval.language.detection import detect_language, likeliest_language
from retrieval.types import Answer, Lack

NEAR = 0.6
"""Least score of a further passage beside an answer, as a share of the first one's. Of the second and third passages of
330 answers (mtrag-un, clapnq, pooled, xquad-es-en) 254 scored less, of which one was to the point; of the others 260 of
406 were."""
HARDLY_NEAR = 0.15
"""Least chance to be right at which a passage in another language is shown although nothing answers. Of 54 such closest
passages 45 were below it, of which one was to the point; of the 9 others five were."""


def worth_showing(found: Answer, speaks: str) -> Answer:
    """Return an answer without the passages that are of no use to its reader.

    Args:
        speaks: the reader's language, used if the question is too short to tell its own.
    """
    if found.answered:
        first, *others = found.hits
        quoted = {it.hits[0].passage.id for it in found.further}
        near = (it for it in others if it.score >= NEAR * first.score and it.passage.id not in quoted)
        return replace(found, hits=(first, *near))
    if not found.hits or found.confidence >= HARDLY_NEAR:
        return found
    of_article = found.hits[0].article.language
    asked_in = detect_language(found.question)
    if of_article and not asked_in:
        asked_in = likeliest_language(found.question, (of_article, speaks))
    if asked_in == of_article or of_article is None:
        return found
    lack = found.reason.lack if found.reason else None
    # Without the closest passage, the words that it lacks say nothing.
    return replace(found, hits=(), reason=None if lack is Lack.TOGETHER else found.reason)
