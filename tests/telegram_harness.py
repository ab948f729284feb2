"""Helpers of the Telegram tests: the real bot process talking to the offline Bot API."""

import os
import random
import re
import socket
import sys
import time
import urllib.error
import urllib.request
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests import shelf

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"

if not (SHARED / "botapi").is_dir():
    pytest.skip("the offline Bot API is not beside the project", allow_module_level=True)
sys.path.append(str(SHARED))

from botapi.driver import BotProcess, Driver, LocalServer, Person, Shown  # noqa: E402

__all__ = ["BotProcess", "Driver", "LocalServer", "Person", "Shown"]  # imported here for the tests

SECRETS = ("BYLINE_TELEGRAM_TOKEN", "BYLINE_WEBHOOK_SECRET")
SHELF = str(shelf.__file__)


@contextmanager
def driving(server: LocalServer) -> Iterator[Driver]:
    """Play users; closes the driver's connection at the end, which the driver does not do itself."""
    driver = server.driver(timeout=60)  # a busy machine is slow
    driver.wait_ready = partial(driver.wait_ready, timeout=120)
    try:
        yield driver
    finally:
        if connection := getattr(driver.local, "connection", None):
            connection.close()


@pytest.fixture
def server() -> Iterator[LocalServer]:
    """A Bot API server for this test only."""
    with LocalServer() as running:
        yield running


@pytest.fixture
def telegram(server: LocalServer) -> Iterator[Driver]:
    """Play that server's users; asserts at the end that no call of the bot broke a rule."""
    with driving(server) as driver:
        yield driver
        driver.assert_clean()


Start = Callable[..., "Bot"]


@pytest.fixture
def start(server: LocalServer, telegram: Driver, tmp_path: Path) -> Iterator[Start]:
    """Return a function that starts a bot for this test, which polls that server; the bot is stopped at the end."""
    with ExitStack() as stack:

        def start(**env: str) -> Bot:
            bot = stack.enter_context(Bot(server, tmp_path, **env))
            telegram.wait_ready()
            return bot

        yield start


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[LocalServer, "Bot"]]:
    """Return a server with a bot, shared by all tests of a module."""
    with running(tmp_path_factory.mktemp("bot")) as both:
        yield both
        output = both[1].output()
        assert output.count("Traceback") == output.count("RuntimeError: the shelf fell over")  # which one test causes


@pytest.fixture
def players(started: "tuple[LocalServer, Bot]") -> Iterator[Driver]:
    """Play users of the bot that a module's `started` runs for all of its tests."""
    with playing(started[0]) as driver:
        yield driver


@pytest.fixture
def ann(telegram: Driver, request: pytest.FixtureRequest) -> Person:
    """Return a user for this test only."""
    return telegram.user(zlib.crc32(request.node.name.encode()), "Ann", language_code="en")


ADMIN = 900


@pytest.fixture
def boss(telegram: Driver) -> Person:
    """Return the administrator."""
    return telegram.user(ADMIN, "Boss", language_code="en")


class Bot:
    """The real bot as a process; its state is kept between starts."""

    def __init__(self, server: LocalServer, folder: Path, *, command: Sequence[str] = (SHELF,), **env: str) -> None:
        self.folder = folder
        self._command = [sys.executable, *command]
        self.log = folder / "bot.log"
        self._env = {
            "BYLINE_TELEGRAM_TOKEN": server.token,
            "BYLINE_TELEGRAM_BASE_URL": server.base_url,
            "BYLINE_TELEGRAM_BASE_FILE_URL": server.base_file_url,
            "BYLINE_STATE": str(folder / "state"),
            "BYLINE_LOG_LEVEL": "debug",
            "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}",
            "PYTHONWARNINGS": "default",
            **env,
        }
        self.process = self._new()

    def _new(self) -> Any:
        return BotProcess(self._command, self._env, log=self.log, cwd=self.folder)

    def start(self, driver: Driver | None = None) -> "Bot":
        self.process = self._new()
        self.process.start()
        if driver:
            driver.wait_ready()
        return self

    def restart(self, driver: Driver) -> "Bot":
        self.process.stop()
        return self.start(driver)

    def kill(self) -> None:
        self.process.terminate(9)
        self.process.wait()

    def __enter__(self) -> "Bot":
        return self.start()

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Stop the bot; asserts that its log, at level DEBUG, contains no secret."""
        self.process.stop()
        if kind is None:
            assert not any(self._env[name] in self.output() for name in SECRETS if self._env.get(name))

    def output(self) -> str:
        return str(self.process.output())


@contextmanager
def running(folder: Path, *, command: Sequence[str] = (SHELF,), **env: str) -> Iterator[tuple[LocalServer, Bot]]:
    """A server and a bot that uses it, by polling or by webhook."""
    with LocalServer() as server, Bot(server, folder, command=command, **env) as bot:
        with driving(server) as driver:
            driver.wait_ready()
        yield server, bot


def by(mode: str) -> dict[str, str]:
    """Return the settings of a bot that gets its updates by `polling` or by a `webhook`."""
    if mode == "polling":
        return {}
    port = free_port()
    return {"BYLINE_WEBHOOK_URL": f"http://127.0.0.1:{port}/updates", "BYLINE_WEBHOOK_PORT": str(port)}


def free_port() -> int:
    """Return a port on which nobody listens, below those that the system gives to outgoing connections."""
    while True:
        port = random.randrange(20_000, 32_000)
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


def eventually(condition: Callable[[], object], *, within: float = 30) -> None:
    """Wait until a condition holds."""
    end = time.monotonic() + within
    while not condition():
        assert time.monotonic() < end, "this never came true"
        time.sleep(0.03)


def button(message: Shown, text: str) -> str:
    """Return the data of the button with this text."""
    return str(next(b.data for b in message.buttons if text in b.text))


def pressed(person: Person, message: Shown, text: str, wanted: str = "") -> Shown:
    """Press a button; return its message once its text has changed and contains `wanted`."""
    query = person.press(message, button(message, text))
    assert person.callback_answer(query) == {"callback_query_id": query}
    return changed(person, message, wanted)


def changed(person: Person, message: Shown, wanted: str = "") -> Shown:
    """Return a message once its text has changed and contains `wanted`."""

    def now() -> Shown:
        return next(it for it in person.driver.shown(person.id) if it.id == message.id)

    eventually(lambda: now().text != message.text and wanted in now().text, within=10)
    return now()


def sent(person: Person, name: str, body: str | bytes, **extra: object) -> str:
    """Send a file and return the text of the reply."""
    content = body.encode() if isinstance(body, str) else body
    number = person.upload(name, content, **extra)["message"]["message_id"]
    return str(person.driver.wait_reply(person.id, number, settle=0.1, timeout=30).text)


def question(number: int) -> str:
    """Return a question that exactly one article of the shelf answers."""
    return f"who opened lighthouse{number} of the ferry office?"


def all_answered(telegram: Driver, chats: range, *, within: float = 60) -> None:
    """Assert that each chat, having asked about the lighthouse of its own number, gets that answer exactly once."""
    eventually(lambda: all(telegram.shown(chat) for chat in chats), within=within)
    telegram.idle(timeout=within, quiet=1.0)
    for chat in chats:
        (message,) = telegram.shown(chat)
        (quoted,) = message.spans("blockquote")
        assert quoted.endswith(f"number {chat % 100}."), chat
        assert [b.text for b in message.buttons][:2] == ["More passages", "Context"]


def page(port: int, path: str) -> tuple[int, str]:
    """Return the status and the text of a page of the monitor."""
    return status_of(urllib.request.Request(f"http://127.0.0.1:{port}/{path}"))


def status_of(request: urllib.request.Request) -> tuple[int, str]:
    """Return the status of a response, and its text if successful."""
    try:
        with urllib.request.urlopen(request, timeout=5) as answer:  # noqa: S310 - our own server
            return int(answer.status), answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, ""


@contextmanager
def playing(server: LocalServer) -> Iterator[Driver]:
    """Play users for one test; asserts at the end that no call of the bot broke a rule or was refused unexpectedly."""
    with driving(server) as driver:
        since = driver.mark()
        yield driver
        driver.idle(timeout=5, quiet=0.1)
        driver.assert_clean()
        refused = [(call["method"], call["error"]) for call in driver.failed_calls(since) if not expected(call)]
        assert not refused, refused


def expected(call: dict[str, Any]) -> bool:
    """Return whether a refusal is normal: of a second poll, or of an edit that probes whether a message arrived."""
    looked = re.search("message is not modified|message to edit not found|can't be edited", str(call["error"]))
    return call["method"] == "getUpdates" or (call["method"] == "editMessageText" and looked is not None)
