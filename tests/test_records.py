"""The records of an answer survive a round trip to disk unchanged."""

from datetime import date

import pytest

from bot.telegram.records import AnswerRecord, PassageRef, Report
from retrieval.types import Filter, Lack, Reason, Signal, SignalName, Sureness

PLACE = PassageRef("p1", 3, 9, ("a7", "a8"))


@pytest.mark.parametrize(
    "found",
    [
        AnswerRecord("q?", "q", True, None, Filter(), (PLACE,)),
        AnswerRecord("q?", "q", False, Reason(Lack.MENTION, ("krill", "“"), "Tides"), Filter(), ()),
        AnswerRecord("q?", "q", False, Reason(Lack.SURENESS, sureness=Sureness(0.5, 0.8, 0.05)), Filter(), (PLACE,)),
        AnswerRecord("q?", "q", True, None, Filter(("Echo",), date(2024, 2, 29), None, ("de",)), (PLACE, PLACE)),
        AnswerRecord("q?", "q", True, None, Filter(authors=("Ida Holm",)), (PLACE,)),
        AnswerRecord("q?", "q", True, None, Filter(), (PLACE,), (Report(PassageRef("p2", 0, 5), ((1, 2), (3, 4))),)),
        AnswerRecord(
            "q?", "q", True, None, Filter(), (PLACE,), (), 0.9, (Signal(SignalName.WORDS, 0.5, ("krill",), 2),)
        ),
        AnswerRecord("q?", "q", True, None, Filter(), (), further=(AnswerRecord("r?", "r", True, None, Filter(), ()),)),
    ],
)
def test_what_was_found_comes_back_as_it_was(found: AnswerRecord) -> None:
    assert AnswerRecord.from_json(found.to_json()) == found
