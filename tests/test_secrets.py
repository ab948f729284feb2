"""Secrets and questions: the token is in no log, process list, output or traceback; a question is in no log."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from bot import config, logs
from bot.cli import main
from bot.commands import status
from retrieval.index import IndexReader

from .conftest import ROOT, SEEDS, Update

TOKEN = "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
NOWHERE = "http://127.0.0.1:9/bot"


def byline(*arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    given = {**os.environ, "BYLINE_TELEGRAM_TOKEN": TOKEN, "BYLINE_TELEGRAM_BASE_URL": NOWHERE, **environment}
    command = [sys.executable, "-m", "bot.cli", *arguments]
    return subprocess.run(command, cwd=ROOT, env=given, capture_output=True, text=True, timeout=100, check=False)


@pytest.mark.parametrize("command", [["status", "--json"], ["-v", "-v", "doctor"]])
def test_no_command_shows_the_token(folder: Path, update: Update, command: list[str]) -> None:
    update(SEEDS / "wreck-of-the-halcyon-grace.txt")
    done = byline("--index", str(folder), *command)
    assert done.stdout
    assert TOKEN not in done.stdout + done.stderr
    assert TOKEN.split(":")[1] not in done.stdout + done.stderr


def test_a_traceback_masks_the_token(
    folder: Path, update: Update, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    update(SEEDS / "wreck-of-the-halcyon-grace.txt")
    monkeypatch.setenv("BYLINE_TELEGRAM_TOKEN", TOKEN)

    def fail(_options: object, settings: config.Settings) -> int:
        raise RuntimeError(f"POST {NOWHERE}{settings.telegram.token}/getMe went wrong")

    monkeypatch.setattr(status, "run", fail)
    assert main(["--index", str(folder), "status"]) == 2
    said = capsys.readouterr().err
    assert "RuntimeError" in said
    assert "please report it" in said
    assert TOKEN not in said


def test_settings_show_no_secret() -> None:
    settings = config.load(environment={"BYLINE_TELEGRAM_TOKEN": TOKEN, "BYLINE_WEBHOOK_SECRET": "hook-secret"})
    for shown in (repr(settings), f"{settings}", repr(settings.telegram), repr([settings.webhook])):
        assert TOKEN not in shown
        assert "hook-secret" not in shown


def test_a_question_is_in_no_log(folder: Path, update: Update, capsys: pytest.CaptureFixture[str]) -> None:
    update(SEEDS / "wreck-of-the-halcyon-grace.txt")
    for level in ([], ["-v"], ["-v", "-v"]):
        main([*level, "--index", str(folder), "ask", "which zeppelin hit the halcyon grace?"])
        assert "zeppelin" not in capsys.readouterr().err
    logs.configure(level="WARNING", form="text")


def test_every_file_of_an_index_in_use_is_its_owners(folder: Path, update: Update) -> None:
    before = os.umask(0)
    try:
        update(SEEDS / "wreck-of-the-halcyon-grace.txt")
        with IndexReader(folder) as reader, reader.snapshot():
            modes = {file.name: oct(stat.S_IMODE(file.stat().st_mode)) for file in folder.iterdir()}
    finally:
        os.umask(before)
    assert {"index.db", "index.db-wal", "index.db-shm", "lock"} <= modes.keys()
    assert set(modes.values()) == {"0o600"}, modes
