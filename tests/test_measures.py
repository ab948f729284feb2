"""The measures over golden questions have the values that they should by definition."""

import pytest

from retrieval.evaluate import Judged
from retrieval.measures import auroc, calibration_bins, calibration_error, intervals, risk_at, summarise, wilson


def test_figures_of_confidence() -> None:
    assert auroc([0.9, 0.8], [0.1, 0.8]) == pytest.approx(0.875)
    assert auroc([], [0.1]) is None
    assert calibration_error([0.95, 0.95, 0.05, 0.05], [True, True, False, False]) == pytest.approx(0.05)
    assert risk_at([0.9, 0.8, 0.7, 0.2], [True, False, True, False], [True, True, True, False], coverage=2 / 3) == 0.5


def test_a_summary_of_right_answers_is_perfect_and_its_interval_narrow() -> None:
    rows = [Judged(True, True, 1.0, True, gains=(1,), golds=1, words=10)] * 20
    assert summarise(rows)["ndcg@10"] == 1.0
    assert intervals(rows)["hit@1"] == (1.0, 1.0)


def test_what_a_confidence_promises_is_counted_over_the_answers_given() -> None:
    given = [Judged(True, True, 0.95, right=right) for right in (True, True, True, False)]
    refused = [Judged(True, False, 0.95, right=True), Judged(False, False, 0.1, right=False)]
    (kept,) = calibration_bins([*given, *refused])
    assert (kept.least, kept.most, kept.answers, kept.right) == (0.9, 1.0, 4, 0.75)
    assert (kept.low, kept.high) == wilson(3, 4)


def test_the_interval_of_a_share_is_that_of_the_books() -> None:
    assert wilson(81, 263) == pytest.approx((0.2553, 0.3662), abs=1e-4)  # Newcombe 1998, table I
    assert wilson(0, 20)[0] == pytest.approx(0)
    assert wilson(20, 20)[1] == pytest.approx(1)
