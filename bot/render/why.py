"""Renders why a passage was chosen and how sure that is, as sentences of a catalogue."""

from retrieval.types import Answer, Signal

from ..locales import Words
from .reason import percent, series


def reasons(found: Answer, words: Words) -> list[str]:
    """Return what speaks for and against the first passage of an answer, and the confidence; empty if nobody judged it.

    Signals that say nothing here, such as a reason where none is asked for, have no sentence.
    """
    signals = found.hits[0].signals if found.hits else ()
    told = [sentence for it in signals if (sentence := _sentence(it, words))]
    return [*told, words("why-confidence", value=percent(found.confidence, words))] if signals else []


def _sentence(signal: Signal, words: Words) -> str | None:
    """Return the sentence of a signal; None if the catalogue has none, or none for this value."""
    key = f"why-{signal.name}" if signal.value > 0 else f"why-not-{signal.name}"
    sentence = words.raw().get(key)
    if not signal.value or sentence is None or ("{words}" in sentence and not signal.about):
        return None
    return words(key, value=percent(signal.value, words), rank=signal.rank, words=series(signal.about, words))
