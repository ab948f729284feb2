"""Secrets and questions: the token is in no log, process list, output or traceback; a question is in no log."""

import json
import os
import stat
import subprocess
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

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


@pytest.mark.parametrize("command", ["doctor", "bot"])
@pytest.mark.parametrize("address", ["http://127.0.0.1:8081", "http://"])
def test_an_address_that_would_swallow_the_token_is_refused(folder: Path, command: str, address: str) -> None:
    done = byline("--index", str(folder), command, BYLINE_TELEGRAM_BASE_URL=address)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "BYLINE_TELEGRAM_BASE_URL: telegram.base_url must be an address up to the token" in done.stderr
    assert TOKEN.split(":")[1] not in done.stderr


class Gossip(BaseHTTPRequestHandler):
    """A Bot API server whose error messages quote the URL of the request."""

    def do_POST(self) -> None:
        self.send_response(400)
        self.end_headers()
        self.wfile.write(json.dumps({"ok": False, "description": f"what is {self.path}?"}).encode())

    def log_message(self, *_: object) -> None:
        pass


@pytest.mark.parametrize("form", [(), ("--json",)])
def test_the_doctor_masks_what_a_server_quotes(folder: Path, form: tuple[str, ...]) -> None:
    with HTTPServer(("127.0.0.1", 0), Gossip) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/bot"
        done = byline("--index", str(folder), "doctor", *form, BYLINE_TELEGRAM_BASE_URL=address)
        server.shutdown()
    assert "hat is /bot<secret>/getMe?" in done.stdout  # python-telegram-bot capitalises the message
    assert TOKEN.split(":")[1] not in done.stdout + done.stderr


def test_a_token_in_the_place_of_its_file_is_masked(folder: Path) -> None:
    done = byline("--index", str(folder), "doctor", BYLINE_TELEGRAM_TOKEN="", BYLINE_TELEGRAM_TOKEN_FILE=TOKEN)
    assert "telegram.token_file <secret>: cannot be read" in done.stderr
    assert TOKEN.split(":")[1] not in done.stderr


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
