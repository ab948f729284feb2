"""Helpers of the Telegram tests: a small library, and the real bot process talking to the offline Bot API."""

import ctypes
import os
import re
import signal
import socket
import sys
import time
import urllib.error
import urllib.request
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"

if not (SHARED / "botapi").is_dir():
    pytest.skip("the offline Bot API is not beside the project", allow_module_level=True)
sys.path.append(str(SHARED))

from botapi.driver import BotProcess, Driver, LocalServer, Person, Shown  # noqa: E402

from bot.assistant import Assistant  # noqa: E402
from bot.conversation import Turn  # noqa: E402
from retrieval.errors import StoreError  # noqa: E402
from retrieval.index import Facets  # noqa: E402
from retrieval.index.report import UpdateReport  # noqa: E402
from retrieval.types import (  # noqa: E402
    FACTS,
    Answer,
    Article,
    ArticleSummary,
    Context,
    Filter,
    Hit,
    IndexStatus,
    Lack,
    Passage,
    Quote,
    Reason,
    Reported,
    Signal,
    SignalName,
)

__all__ = ["BotProcess", "Driver", "LocalServer", "Person", "Shown"]  # imported here for the tests


def article(number: int, topic: str, **extra: Any) -> Article:
    """Return an article of three paragraphs about a topic."""
    text = (
        f"The town archive keeps a file on {topic}.\n\n"
        f"According to the ferry office, {topic} was opened by harbour master number {number}.\n\n"
        f"Nobody has visited {topic} since the storm."
    )
    known: dict[str, Any] = {"title": f"All about {topic}", "source": "Harbour Courier", "published": "2025-02-10"}
    if number and number % 10 == 0:
        known["published"] = "2025-02-09"  # a copy published on another day, as a30 is of a3
    return Article(id=f"a{number}", uri=f"/articles/{number}.txt", text=text, language="en", **{**known, **extra})


SECRETS = ("BYLINE_TELEGRAM_TOKEN", "BYLINE_WEBHOOK_SECRET")


class Shelf(Assistant):
    """An assistant without an index, which finds passages by their words."""

    def __init__(self, articles: Sequence[Article], delay: float = 0.0) -> None:
        self._articles = list(articles)
        self._delay = delay
        self._passages = [passage for item in articles for passage in _passages(item)]

    def ask(self, question: str, *, history: Sequence[Turn] = (), k: int = 5, **_: object) -> Answer:
        time.sleep(self._delay)
        if "crash" in question:
            raise RuntimeError("the shelf fell over")
        where = Filter(since=date(2025, 1, 1)) if "lately" in question else Filter()
        stand_alone = question.replace(" lately", "")
        if re.search(r"\bit\b", question) and history:
            stand_alone = f"{history[-1].question.rstrip('?')}: {question}"
        wanted = set(re.findall(r"\w+", stand_alone.lower()))
        scored = [(len(wanted & set(re.findall(r"\w+", p.text.lower()))), -p.ordinal, p) for p in self._passages]
        best = sorted(scored, key=lambda item: (-item[0], -item[1]))[:k]
        hits = tuple(self._hit(passage, score) for score, _, passage in best)
        answered = bool(best) and best[0][0] >= 3
        return Answer(
            question, stand_alone, hits, 0.9 if answered else 0.1, answered,
            reason=None if answered else Reason(Lack.CLEARNESS),
            filter=where,
            reported=tuple(_figures(hit) for hit in hits[:2]) if where.since else (),
        )  # fmt: skip

    def warm_up(self) -> None:
        pass

    def context(self, passage_id: str) -> Context | None:
        found = next((p for p in self._passages if p.id == passage_id), None)
        if found is None:
            return None
        near = {p.ordinal: p for p in self._passages if p.article_id == found.article_id}
        return Context(found, self._of(found), near.get(found.ordinal - 1), near.get(found.ordinal + 1))

    def articles(self, where: Filter = Filter()) -> list[ArticleSummary]:  # noqa: B008 - frozen
        fields = ("id", *FACTS, "path")
        found = [ArticleSummary(**{name: getattr(a, name) for name in fields}, passages=3) for a in self._articles]
        return [it for it in found if not where.authors or it.author in where.authors]

    def article(self, article_id: str) -> Article | None:
        return next((a for a in self._articles if a.id == article_id), None)

    def article_with_passages(self, article_id: str) -> tuple[Article, list[Passage]] | None:
        found = self.article(article_id)
        return (found, [p for p in self._passages if p.article_id == article_id]) if found else None

    def facets(self) -> Facets:
        return Facets(tuple({it.source for it in self._articles if it.source}), dated=True)

    def status(self) -> IndexStatus:
        if os.environ.get("SHELF_LOST"):
            raise FileNotFoundError("a file of the index went away")
        return IndexStatus("/shelf", 1, "words", len(self._articles), len(self._passages), 0, None)

    def update(self, paths: Sequence[Path], *, prune: bool = False, restore: bool = True) -> UpdateReport:
        if os.environ.get("SHELF_FULL"):
            raise StoreError("/shelf: there is no room on the disk; make room")
        return UpdateReport(unchanged=len(self._articles))

    def remove(self, article_ids: Sequence[str]) -> list[str]:
        return []

    def _of(self, passage: Passage) -> Article:
        return next(a for a in self._articles if a.id == passage.article_id)

    def _hit(self, passage: Passage, score: float) -> Hit:
        mine = self._of(passage)
        others = tuple(other for other in self._articles if other.id == f"{mine.id}0")  # a30 is a copy of a3
        signals = (Signal(SignalName.WORDS, 0.5, rank=1),)
        return Hit(passage, mine, score, Quote(passage, 0, len(passage.text)), also_in=others, signals=signals)


def _figures(hit: Hit) -> Reported:
    number = re.search(r"[0-9]+", hit.passage.text)
    assert number is not None
    return Reported(hit.article, hit.quote, (Quote(hit.passage, *number.span()),))


def _passages(item: Article) -> list[Passage]:
    passages, start = [], 0
    for ordinal, text in enumerate(item.text.split("\n\n"), 1):
        passages.append(Passage(f"{item.id}_{ordinal}", item.id, ordinal, ordinal, start, start + len(text), text))
        start += len(text) + 2
    return passages


def shelf() -> Shelf:
    """Return the library of the tests: sixty topics, some of whose articles are unusual."""
    topics = [f"lighthouse{n}" for n in range(60)]
    articles = [
        article(n, topic, url=f"https://example.org/{n}?a=1&b=2" if n % 2 else None) for n, topic in enumerate(topics)
    ]
    articles[7] = replace(articles[7], title="Who <b>owns</b> & runs it?", published=None)
    if more := os.environ.get("SHELF_NAMES"):
        articles = [replace(a, title=f"{a.title} {more}", source=f"{a.id} {more}", author=more) for a in articles]
    return Shelf(articles, delay=float(os.environ.get("SHELF_DELAY", "0")))


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

    def __init__(self, server: LocalServer, folder: Path, *, command: Sequence[str] = (__file__,), **env: str) -> None:
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
def running(folder: Path, *, command: Sequence[str] = (__file__,), **env: str) -> Iterator[tuple[LocalServer, Bot]]:
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
    """Return a port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


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


def fail_when_told(folder: Path, kind: int) -> None:
    """Make every change of a file in the folder fail from SIGUSR1 until SIGUSR2 (see `faulty_disk`)."""
    shim = ctypes.CDLL(None)
    shim.fault_calls.restype = ctypes.c_long
    arm = partial(shim.fault_arm, str(folder).encode(), ctypes.c_long(1), kind, 1, b"")
    signal.signal(signal.SIGUSR1, lambda *_: arm())
    signal.signal(signal.SIGUSR2, lambda *_: shim.fault_calls())


def main() -> int:
    """Run the bot over the shelf, as `byline bot` does over an index."""
    from bot import config, logs, telegram  # noqa: PLC0415 - a process of its own
    from bot.errors import UsageError  # noqa: PLC0415

    settings = config.load()
    if kind := os.environ.get("DISK_FAULT"):
        fail_when_told(settings.state, int(kind))
    logs.configure(level=settings.log_level.upper(), form=settings.log_format, secrets=[settings.telegram.token])
    try:
        return telegram.run(settings, shelf())
    except UsageError as error:
        sys.stderr.write(f"{error}\n")
        return 2


if __name__ == "__main__":
    sys.exit(main())
