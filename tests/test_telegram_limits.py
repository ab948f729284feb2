"""Paces and limits, moment by moment."""

from bot.telegram.limits import AT_ONCE, Limits, Verdict
from bot.telegram.outbox import Pace


def test_a_pace_gives_a_burst_and_then_a_place_an_interval() -> None:
    pace = Pace(per_second=2, burst=3)
    moments, now = [], 100.0
    for _ in range(6):
        now += pace.wait(now)
        pace.take(now)
        moments.append(now - 100)
    assert moments == [0, 0, 0, 0.5, 1.0, 1.5]
    assert pace.wait(200) == 0
    assert pace.idle(200)


def test_a_pace_never_exceeds_its_rate_over_any_stretch() -> None:
    pace = Pace(per_second=10, burst=5)
    moments, now = [], 50.0
    for step in range(200):
        now += 0.013 * (step % 7)
        if not pace.wait(now):
            pace.take(now)
            moments.append(now)
    for first in range(len(moments)):
        for last in range(first, len(moments)):
            assert last - first + 1 <= 5 + 10 * (moments[last] - moments[first]) + 1e-6


def test_a_pace_that_was_held_waits() -> None:
    pace = Pace(per_second=10, burst=5)
    pace.hold(30)
    assert pace.wait(28) == 2
    assert not pace.idle(29)


def test_too_much_is_said_once_and_forgiven_in_time() -> None:
    limits = Limits(exempt=frozenset({7}))
    verdicts = [limits.judge(1, 1000.0) for _ in range(AT_ONCE + 3)]
    assert verdicts == [Verdict.ANSWER] * AT_ONCE + [Verdict.NOTICE, Verdict.SILENCE, Verdict.SILENCE]
    assert limits.judge(2, 1000.0) is Verdict.ANSWER
    assert limits.judge(1, 1002.5) is Verdict.ANSWER
    assert limits.judge(1, 1002.6) is Verdict.NOTICE
    assert {limits.judge(7, 1000.0) for _ in range(100)} == {Verdict.ANSWER}


def test_a_forgotten_user_begins_anew() -> None:
    limits = Limits(exempt=frozenset())
    for _ in range(AT_ONCE + 1):
        limits.judge(1, 1000.0)
    limits.forget(1)
    assert limits.judge(1, 1000.0) is Verdict.ANSWER
