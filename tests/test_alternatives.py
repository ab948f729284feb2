"""Alternatives match as one pattern of all of them does, and only those that can begin like a word are compiled."""

import re
from collections.abc import Iterable, Iterator

import pytest

from bot.conversation.grammars import GRAMMARS, as_said
from retrieval.alternatives import Alternatives, as_typed
from retrieval.language.months import MONTH
from retrieval.question.saying import ASKED

SAYINGS = "\n".join(
    saying for grammar in GRAMMARS.values() for saying in re.findall(r"[^\W\d_][\w’' ]*", "|".join(grammar.sayings))
)
"""Every run of words in the phrases of all languages."""

PATTERNS = [
    *map(as_said, ("latest", "articles", "whole", "request", "greeting", "complaint", "about")),
    MONTH,
    ASKED,
    r"\d\d? (?:may|june)|(?:the )?(?:end|\d+) of|[ву] мае|(?!no)\w+ly|(?<=is )it|(?:so ){0,2}on"
    r"|^(?:what|who)|(?P<far>f)ar|[^a]bc|\(x\)",
]


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda it: it[:20])
@pytest.mark.parametrize("flags", [re.IGNORECASE, 0])
def test_alternatives_find_what_one_pattern_finds_at_the_beginnings_of_words(pattern: str, flags: int) -> None:
    mixed = "What is it? 12 MAY, the end of it: so so on, sadly far, у мае"
    texts = [*SAYINGS.splitlines(), SAYINGS[:3_000], mixed, "", "¿Qué?"]
    whole = re.compile(rf"(?=\w)(?<!\w)(?:{as_typed(pattern)})(?!\w)", flags)
    apart = Alternatives(pattern, r"(?!\w)", flags)

    for text in texts:
        assert list(_found(apart.finditer(text))) == list(_found(whole.finditer(text))), text
        assert list(_found([apart.search(text)])) == list(_found([whole.search(text)]))
        if text[:1].isalnum():
            assert list(_found([apart.match(text)])) == list(_found([whole.match(text)]))
            assert list(_found([apart.fullmatch(text)])) == list(_found([whole.fullmatch(text)]))


@pytest.mark.parametrize(
    ("pattern", "typed"),
    [
        ("artículos", "articulos"),
        ("public(?:a|ó)", "publico"),
        ("[éi]crit", "ecrit"),
        ("über", "ueber"),
        ("über", "uber"),
        ("grö(?:ß|s)te", "groesste"),
        ("cœur", "coeur"),
        ("été?", "et"),
    ],
)
def test_accents_may_be_missing(pattern: str, typed: str) -> None:
    assert Alternatives(pattern).fullmatch(typed)
    assert re.fullmatch(as_typed(as_typed(pattern)), typed)


@pytest.mark.parametrize(("pattern", "typed"), [("où", "ou"), ("hä", "ha"), ("[^é]", "é"), ("[à-ü]", "a")])
def test_accents_that_make_another_word_may_not(pattern: str, typed: str) -> None:
    assert Alternatives(pattern).fullmatch(typed) is None


def _found(matches: Iterable[re.Match[str] | None]) -> Iterator[tuple[int, int]]:
    return (it.span() for it in matches if it)


def test_only_alternatives_that_can_begin_like_the_word_are_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    monkeypatch.setattr("retrieval.alternatives.lazy", lambda pattern, flags: compiled.append(pattern))

    Alternatives(r"(?:the )?whole (?:article|text)|what else|qué|\w+ more|\d+ more").match("Who")

    assert compiled == [r"(?:(?:the )?whole (?:article|text)|what else|\w+ more)"]
