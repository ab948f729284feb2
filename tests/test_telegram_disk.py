"""The disk of the bot's state fails while the bot runs: answers go on, and none is sent twice once it recovers."""

import signal
from pathlib import Path

import pytest

from tests import telegram_harness
from tests.faulty_disk import KINDS
from tests.telegram_harness import Driver, Start, all_answered, question

server, start, telegram = telegram_harness.server, telegram_harness.start, telegram_harness.telegram


@pytest.mark.parametrize("kind", ["ENOSPC", "EIO", "EROFS"])
def test_answers_go_on(start: Start, telegram: Driver, shim: Path, kind: str) -> None:
    bot = start(LD_PRELOAD=str(shim), DISK_FAULT=str(KINDS[kind]))
    telegram.user(801).send(question(1))
    all_answered(telegram, range(801, 802))
    bot.process.terminate(signal.SIGUSR1)
    for chat in range(802, 806):
        telegram.user(chat).send(question(chat % 100))
    all_answered(telegram, range(801, 806), within=15)
    bot.process.terminate(signal.SIGUSR2)
    telegram.user(806).send(question(6))
    all_answered(telegram, range(801, 807), within=15)
    assert bot.output().count("cannot be written") == 1
    bot.restart(telegram)
    assert "can be written again" in bot.output()
    telegram.user(807).send(question(7))
    all_answered(telegram, range(801, 808), within=15)
    assert "Traceback" not in bot.output()


def test_an_upload_is_told_of_a_full_disk(start: Start, telegram: Driver, shim: Path, tmp_path: Path) -> None:
    kind = str(KINDS["ENOSPC"])
    bot = start(LD_PRELOAD=str(shim), DISK_FAULT=kind, BYLINE_TELEGRAM_ADMINS="801")
    bot.process.terminate(signal.SIGUSR1)
    boss = telegram.user(801, language_code="en")
    told = boss.ask("/add The bell\n\nThe bell of Oost was cast from rails.", settle=0.1).text
    assert told == "The index was left as it is: the file cannot be kept: No space left on device"
    assert "number 2" in telegram.user(802).ask(question(2), settle=0.05).text
    bot.process.terminate(signal.SIGUSR2)
    assert list((tmp_path / "state" / "uploads").glob("*")) == []
    assert bot.output().count("the file cannot be kept") == 1
    assert "Traceback" not in bot.output()


def test_an_upload_is_told_of_a_full_disk_of_the_index(start: Start, telegram: Driver, tmp_path: Path) -> None:
    bot = start(SHELF_FULL="1", BYLINE_TELEGRAM_ADMINS="801")
    boss = telegram.user(801, language_code="en")
    for text in ("/add The bell\n\nThe bell of Oost was cast from rails.", "/reindex"):
        told = boss.ask(text, settle=0.1).text
        assert told == "The index was left as it is: /shelf: there is no room on the disk; make room"
    assert list((tmp_path / "state" / "uploads").iterdir()) == []
    assert bot.output().count("no room on the disk") == 2
    assert "Traceback" not in bot.output()
