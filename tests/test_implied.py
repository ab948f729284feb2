"""A word missing from the quote counts as implied if the quote says it in other words, judged by the real models."""

import numpy as np
import pytest

from embeddings.base import Embedder
from embeddings.registry import load_embedder
from retrieval.question.terms import Term, terms
from retrieval.ranking.asked import Question
from retrieval.ranking.implied import AS_TELLING, UNKNOWN, implied

PUMP = "how long is the guarantee on the pump"


@pytest.fixture(scope="module", params=["english", "multilingual"])
def embedder(request: pytest.FixtureRequest) -> Embedder:
    return load_embedder(request.param)


def chances(embedder: Embedder, asked: str, quote: str, *lost: Term) -> dict[str, float]:
    question = Question(
        text=asked,
        vector=embedder.embed_queries([asked])[0],
        language="en",
        document_frequencies={},
        passages=50,
        model=embedder.name,
        embed=embedder.embed_queries,
    )
    _, sentences = embedder.embed_parts([quote], [((0, len(quote)),)])
    return dict(implied(question, lost, sentences, "en"))


def term(asked: str, word: str) -> Term:
    (found,) = [it for it in terms(asked, "en", {}, 50, "en") if it.text == word]
    return found


@pytest.mark.parametrize(
    ("asked", "word", "says_so", "does_not"),
    [
        (PUMP, "guarantee", "The warranty on the pump is two years.", "The pump weighs two kilograms."),
        ("where did the mayor flee to", "flee", "The mayor escaped to Lithuania in March.",
         "The mayor opened the new bridge in March."),
        ("what did the ship carry", "carry", "The vessel was loaded with grain.", "The ship was built in Rostock."),
    ],
)  # fmt: skip
def test_what_is_said_in_other_words_is_meant(
    embedder: Embedder, asked: str, word: str, says_so: str, does_not: str
) -> None:
    lost = term(asked, word)
    assert chances(embedder, asked, says_so, lost)[lost.stem] > 0.7
    assert chances(embedder, asked, does_not, lost)[lost.stem] < 0.3


def test_a_name_or_a_number_has_no_other_words(embedder: Embedder) -> None:
    name, number = Term("pump", "pump", 1.0, name=True), Term("1998", "1998", 1.0, number=True)
    assert chances(embedder, PUMP, "The warranty on it is two years.", name, number) == {"pump": 0, "1998": 0}


def test_what_is_counted_has_no_other_words(embedder: Embedder) -> None:
    asked = "how many tanks did they send"
    lost = term(asked, "tanks")
    assert chances(embedder, asked, "They sent 11,000 troops to the front.", lost) == {lost.stem: 0}


def test_words_that_decide_little_are_not_asked_without(embedder: Embedder) -> None:
    rare, common = Term("guarantee", "guarante", 2.0), Term("pump", "pump", 1.9 * AS_TELLING)
    found = chances(embedder, PUMP, "The warranty is two years.", rare, common)
    assert found["guarante"] > 0.7
    assert found["pump"] == UNKNOWN


def test_a_question_of_one_word_cannot_be_asked_without_it(embedder: Embedder) -> None:
    assert chances(embedder, "guarantee", "The warranty is two years.", Term("guarantee", "guarante", 2.0)) == {
        "guarante": UNKNOWN
    }


def test_a_quote_that_says_the_opposite_does_not_overflow() -> None:
    towards = np.array([[1, 0]], dtype=np.float32)
    question = Question("what is torn", -towards[0], "en", {}, 50, "model", embed=lambda _: towards)
    assert implied(question, [Term("torn", "torn", 1.0)], towards, "en") == {"torn": 0}
