"""Names as a passage in another language writes them: an article about «Бакан» has the "Bakan" of an English question.

The spelling correction finds a name in another alphabet only if no article has it as the question writes it. Pure.
"""

from collections.abc import Sequence
from functools import lru_cache

from ..language.text import without_accents, words
from ..question.spelling.sounds import alike, openings, vaguely_alike
from ..question.terms import Term
from .compounds import Stems


def with_foreign_names(
    found: Stems, sentences: Sequence[str], terms: tuple[Term, ...], languages: tuple[str | None, str | None]
) -> Stems:
    """Return the stems of each sentence, with those of the names among the terms that a word of it sounds like.

    Args:
        languages: of the question and of the text.
    """
    asked_in, written_in = languages
    if asked_in is None or written_in is None or asked_in == written_in:
        return found
    wanted = [it for it in terms if it.name and not any(it.stem in own for own in found)]
    if not wanted:
        return found
    return [
        [*own, *(it.stem for it in wanted if _has(sentence, it.text, (asked_in, written_in)))]
        for own, sentence in zip(found, sentences, strict=True)
    ]


def _has(sentence: str, name: str, languages: tuple[str, str]) -> bool:
    """Return whether a sentence has a name in a spelling that sounds alike."""
    begun = openings(name, languages)
    capitalised = (it.text for it in words(sentence) if it.text[0].isupper())
    return any(
        without_accents(it[:2].lower()).startswith(begun) and _is_same(name, it, languages) for it in capitalised
    )


@lru_cache(maxsize=4096)
def _is_same(name: str, word: str, languages: tuple[str, str]) -> bool:
    """Return whether two names sound alike; either may be in any grammatical case. Cached, as words recur."""
    return any(like(*pair, languages) for like in (alike, vaguely_alike) for pair in ((name, word), (word, name)))
