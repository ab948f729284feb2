"""The judge of golden questions follows the rules of the dev sets' README, and the figures mean what they say."""

import pytest

from retrieval.evaluate import (
    Gold,
    Judged,
    auroc,
    calibration_error,
    intervals,
    judge_question,
    promises,
    risk_at,
    summarise,
    wilson,
)
from retrieval.types import Answer, Article, Hit, Quote

from .ranking_parts import article, passages

LAKE = article(
    "The lake of Talvik is forty metres deep and holds more pike than any other lake of the county.\n\n"
    "A ferry crosses it in forty minutes from the first of May until the last leaf has fallen in Norrholm.",
    name="lake",
)


def hit(it: Article, ordinal: int, quote: str) -> Hit:
    passage = passages(it)[ordinal - 1]
    start = passage.text.index(quote)
    return Hit(passage, it, 1.0, Quote(passage, start, start + len(quote)))


def answered(*hits: Hit, confidence: float = 0.9) -> Answer:
    return Answer("q", "q", hits, confidence, True)


def test_a_passage_that_holds_half_of_the_gold_is_right_and_counts_once() -> None:
    gold = Gold.of(passage=[passages(LAKE)[0].text + " It is closed in winter."], article=["lake"])
    first = hit(LAKE, 1, "forty metres deep")
    judged = judge_question(gold, answered(hit(LAKE, 2, "forty minutes"), first, first))
    assert judged.gains == (0, 1, 0)
    assert judged.words == sum(len(passage.text.split()) for passage in passages(LAKE))
    assert judged.reciprocal_rank == 0.5


def test_an_answer_must_come_from_a_gold_article() -> None:
    gold = Gold.of(answer=["forty minutes"], article=["lake"])
    assert judge_question(gold, answered(hit(LAKE, 2, "A ferry crosses it in forty minutes"))).right
    other = Article(id="other", uri="other", text=LAKE.text)
    assert not judge_question(gold, answered(hit(other, 2, "A ferry crosses it in forty minutes"))).right


def test_the_answer_stands_in_the_quote_and_not_merely_in_the_passage() -> None:
    gold = Gold.of(answer=["Norrholm"], article=["lake"])
    judged = judge_question(gold, answered(hit(LAKE, 2, "A ferry crosses it in forty minutes")))
    assert (judged.right, judged.contain, judged.found(1)) == (False, False, True)


def test_an_unanswerable_question_is_never_right() -> None:
    assert not judge_question(Gold(answerable=False), answered(hit(LAKE, 1, "forty metres deep"))).right


def test_nothing_found_costs_a_thousand_words() -> None:
    judged = judge_question(Gold.of(article=["elsewhere"]), answered(hit(LAKE, 1, "forty")))
    assert judged.words == 1000 + len(passages(LAKE)[0].text.split())
    assert judged.ndcg == 0.0


def test_figures_of_confidence() -> None:
    assert auroc([0.9, 0.8], [0.1, 0.8]) == pytest.approx(0.875)
    assert auroc([], [0.1]) is None
    assert calibration_error([0.95, 0.95, 0.05, 0.05], [True, True, False, False]) == pytest.approx(0.05)
    assert risk_at([0.9, 0.8, 0.7, 0.2], [True, False, True, False], [True, True, True, False], coverage=2 / 3) == 0.5


def test_a_summary_of_right_answers_is_perfect_and_its_interval_narrow() -> None:
    rows = [Judged(True, True, 1.0, True, gains=(1,), golds=1, words=10)] * 20
    assert summarise(rows)["ndcg@10"] == 1.0
    assert intervals(rows, rounds=20)["hit@1"] == (1.0, 1.0)


def test_what_a_confidence_promises_is_counted_over_the_answers_given() -> None:
    given = [Judged(True, True, 0.95, right=right) for right in (True, True, True, False)]
    refused = [Judged(True, False, 0.95, right=True), Judged(False, False, 0.1, right=False)]
    (kept,) = promises([*given, *refused])
    assert (kept.least, kept.most, kept.answers, kept.right) == (0.9, 1.0, 4, 0.75)
    assert (kept.low, kept.high) == wilson(3, 4)


def test_the_interval_of_a_share_is_that_of_the_books() -> None:
    assert wilson(81, 263) == pytest.approx((0.2553, 0.3662), abs=1e-4)  # Newcombe 1998, table I
    assert wilson(0, 20)[0] == pytest.approx(0)
    assert wilson(20, 20)[1] == pytest.approx(1)
