"""No regular expression of the program blows up: parts of it, repeated, cost what their length lets expect."""

import re
import time

import pytest

from retrieval.articles.boilerplate.blocks import Block
from retrieval.articles.boilerplate.rules import contact

from .regexes import all_patterns, attacks

LENGTH = 400
MOST_SECONDS = 0.25
"""Of processor time. One that looks back once from each place takes 0.01 s, one that does so twice 2 s and more."""
ATTACKS = 15


@pytest.mark.timeout(300)
def test_no_expression_blows_up() -> None:
    known = sorted(all_patterns())
    assert len(known) > 150
    slow = []
    for pattern, flags in known:
        for number, attack in enumerate(attacks(pattern, flags, LENGTH)):
            if number >= ATTACKS:
                break
            if (seconds := cost(pattern, flags, attack)) > MOST_SECONDS:
                slow.append((round(seconds, 2), pattern, attack[:60]))
                break
    assert slow == []


def test_a_word_without_end_is_no_address() -> None:
    started = time.process_time()
    assert not contact(Block("9" * 100_000))
    assert contact(Block("Write to desk@coast-gazette.example with corrections."))
    assert time.process_time() - started < 1


def cost(pattern: str, flags: int, text: str) -> float:
    compiled = re.compile(pattern, flags)
    started = time.process_time()
    compiled.search(text)
    return time.process_time() - started
