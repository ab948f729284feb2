"""What speaks against a hit: a name, a number or the thing asked for that its quote does not have."""

import pytest

from retrieval.ranking.rerank import rank
from retrieval.ranking.signals import signal_of
from retrieval.types import Hit

from .ranking_parts import article, candidate, passages, question

CONVOY = article(
    "Orvenia sent 400 soldiers over Skarn Pass in October 2024, the ministry said on Tuesday in the capital.",
    title="Soldiers over the pass",
)


def first_hit(text: str) -> Hit:
    found = passages(CONVOY)
    return rank(question(text, found), [candidate(CONVOY, found[0], bm25=1.0)])[0]


@pytest.mark.parametrize(
    ("signal", "fits", "does_not"),
    [
        ("names", "How many soldiers did Orvenia send?", "How many soldiers did Merrin send?"),
        ("number", "How many soldiers did Orvenia send in 2024?", "How many soldiers did Orvenia send in 2022?"),
        ("rarest", "How many soldiers did Orvenia send?", "How many tanks did Orvenia send?"),
        ("contrary", "Who sent soldiers over the pass?", "Who never sent soldiers over the pass?"),
        ("lacking", "How many soldiers did Orvenia send?", "What did Merrin say about the soldiers?"),
        ("counting", "Who sent soldiers over the pass?", "How many soldiers did Orvenia send?"),
    ],
)
def test_what_speaks_against_a_hit_has_a_figure(signal: str, fits: str, does_not: str) -> None:
    assert signal_of(first_hit(fits), signal).value < signal_of(first_hit(does_not), signal).value


def test_the_word_that_is_missed_most_is_named() -> None:
    assert "“tanks”" in signal_of(first_hit("How many tanks did Orvenia send?"), "rarest").words
    assert signal_of(first_hit("Who sent soldiers?"), "rarest").value == 0
