"""A reader is shown what comes near the answer, and no foreign passage that hardly does."""

import pytest
from msgspec.structs import replace

from bot.render.worth_showing import worth_showing
from retrieval.types import Answer, Article, Hit, Lack, Passage, Quote, Reason

GERMAN = Article(id="a", uri="a", text="Der Wolf hat elf Schafe getötet.", language="de")


def hit(score: float) -> Hit:
    passage = Passage("p", "a", 0, 1, 0, len(GERMAN.text), GERMAN.text)
    return Hit(passage, GERMAN, score, Quote(passage, 0, len(GERMAN.text)))


def answer(*scores: float, question: str = "Was tat der Wolf?", confidence: float = 0.9) -> Answer:
    return Answer(question, question, tuple(map(hit, scores)), confidence, answered=True)


def test_beside_an_answer_stands_only_what_comes_near_it() -> None:
    shown = worth_showing(answer(0.9, 1.2, 0.55, 0.53, 0.1), "de")
    assert [it.score for it in shown.hits] == [0.9, 1.2, 0.55]


@pytest.mark.parametrize(
    ("question", "confidence", "speaks", "shown"),
    [
        ("Who is the chancellor of Germany now?", 0.1, "de", 0),
        ("Who is the chancellor of Germany now?", 0.2, "de", 2),
        ("Wer ist jetzt Bundeskanzler?", 0.1, "en", 2),
        ("Okonjo?", 0.1, "de", 2),
    ],
)
def test_a_foreign_passage_that_hardly_answers_is_not_shown(
    question: str, confidence: float, speaks: str, shown: int
) -> None:
    asked = answer(1.0, 0.1, question=question, confidence=confidence)
    refused = replace(asked, answered=False, reason=Reason(Lack.TOGETHER, ("Okonjo",)))
    found = worth_showing(refused, speaks)
    assert len(found.hits) == shown
    assert bool(found.reason) is bool(shown)  # what a passage lacks says nothing without it
