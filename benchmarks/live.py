"""Runs the real bot process against the offline Bot API, asks it at a steady rate and monitors it from outside.

Needs the offline Bot API next to the project, as the Telegram tests do, and Linux (`/proc`).
"""

import asyncio
import os
import random
import sys
import time
from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from .measure import ROOT

sys.path.append(str(ROOT.parent / "shared"))

from botapi import server as botapi
from botapi.driver import TEST_TOKEN
from botapi.spec import Spec

ADMIN = 900
CHATS = 300
PATIENCE_SECONDS = 60.0
"""Timeout: a question without an answer by then has failed."""
FAULTS = ("error", "html502", "reset", "flood", "lost_reply")
"""How the Bot API fails. After `lost_reply` the message was sent nevertheless, and the bot finds it there."""

PAGE_BYTES, TICKS = os.sysconf("SC_PAGE_SIZE"), os.sysconf("SC_CLK_TCK")


class Reply(Struct, frozen=True):
    """The reply to a question; `text` is None after `PATIENCE_SECONDS`."""

    question: str
    text: str | None
    asked: float
    """Seconds since the start of the run."""
    seconds: float


class Sample(Struct, frozen=True):
    """A sample of the bot process's resource usage."""

    at: float
    megabytes: float
    processor_seconds: float
    descriptors: int
    threads: int


class Live(Struct):
    """A running bot."""

    fake: Any
    pid: int
    started: float = field(default_factory=time.perf_counter)
    replies: list[Reply] = []
    samples: list[Sample] = []
    calls: int = 0
    failed: int = 0
    """Calls by the bot that the Bot API made fail."""
    _waiting: dict[int, "asyncio.Future[str]"] = {}
    _free: deque[int] = field(default_factory=lambda: deque(range(10_000, 10_000 + CHATS)))
    _tasks: set["asyncio.Task[Any]"] = set()

    @property
    def now(self) -> float:
        return time.perf_counter() - self.started

    async def ask(self, question: str, *, chat: int) -> Reply:
        """Ask in a chat that has no other question pending, and return the reply."""
        future = self._waiting[chat] = asyncio.get_running_loop().create_future()
        asked, text = self.now, None
        botapi.Control(self.fake).op_message({"from": chat, "text": question})
        with suppress(TimeoutError):
            text = await asyncio.wait_for(future, PATIENCE_SECONDS)
        del self._waiting[chat]
        return Reply(question, text, asked, self.now - asked)

    async def ask_steadily(self, question: Callable[[], str], *, rate: float, seconds: float) -> None:
        """Ask `rate` questions per second, fewer only while all chats wait for an answer; keep the replies."""
        begun, sent = self.now, 0
        while self.now - begun < seconds:
            while sent < (self.now - begun) * rate and self._free:
                self._begin(self._keep(question(), self._free.popleft()))
                sent += 1
            await asyncio.sleep(0.005)
        await asyncio.gather(*self._tasks)

    async def watch(self, *, every: float) -> None:
        """Sample the process until cancelled."""
        while True:
            self.samples.append(self._sample())
            await asyncio.sleep(every)

    async def _keep(self, question: str, chat: int) -> None:
        self.replies.append(await self.ask(question, chat=chat))
        self._free.append(chat)

    def _begin(self, work: Any) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _sample(self) -> Sample:
        process = Path(f"/proc/{self.pid}")
        pages = int((process / "statm").read_text().split()[1])
        counts = [sum(1 for _ in (process / name).iterdir()) for name in ("fd", "task")]
        used = (process / "stat").read_text().rpartition(")")[2].split()[11:13]
        return Sample(self.now, pages * PAGE_BYTES / 1e6, sum(map(int, used)) / TICKS, *counts)

    def heard(self, entry: dict[str, Any]) -> None:
        """Record a call made by the bot, and pass a sent message to whoever waits for it."""
        self.calls += 1
        if "fault" in entry:
            self.failed += 1
        arrived = "error" not in entry and entry.get("fault") in {None, "lost_reply"}
        if entry["method"] == "sendMessage" and arrived:
            future = self._waiting.get(int(entry["params"]["chat_id"]))
            if future and not future.done():
                future.set_result(str(entry["params"]["text"]))


@asynccontextmanager
async def running(folder: Path, *, model: str, failing: float = 0.0) -> AsyncIterator[Live]:
    """Start a bot over `folder/index` with its log in `folder/bot.log`; stop it at the end.

    Args:
        failing: share of the bot's calls that the Bot API makes fail.
    """
    fake = botapi.FakeBotApi(Spec.load(None))
    fake.add_bot(TEST_TOKEN)
    server, port = await botapi.start(fake)
    settings = {
        "BYLINE_INDEX": str(folder / "index"),
        "BYLINE_STATE": str(folder / "state"),
        "BYLINE_MODEL": model,
        "BYLINE_TELEGRAM_TOKEN": TEST_TOKEN,
        "BYLINE_TELEGRAM_BASE_URL": f"http://127.0.0.1:{port}/bot",
        "BYLINE_TELEGRAM_BASE_FILE_URL": f"http://127.0.0.1:{port}/file/bot",
        "BYLINE_TELEGRAM_ADMINS": str(ADMIN),
        "PYTHONPATH": str(ROOT),
    }
    with (folder / "bot.log").open("wb") as log:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot.cli", "bot", cwd=folder, env={**os.environ, **settings}, stderr=log
        )
    live = Live(fake, process.pid)
    try:
        await _polling(fake)
        _listen(fake, live)
        await live.ask("is anybody there?", chat=ADMIN)
        _let_fail(fake, failing)
        yield live
    finally:
        fake.faults.clear()
        if process.returncode is None:
            process.terminate()
        await process.wait()
        server.stop()


async def _polling(fake: Any) -> None:
    end = time.monotonic() + PATIENCE_SECONDS
    while not fake.bots[TEST_TOKEN].poller:
        if time.monotonic() > end:
            raise SystemExit("the bot did not start: see bot.log")
        await asyncio.sleep(0.05)


def _listen(fake: Any, live: Live) -> None:
    control, record = botapi.Control(fake), fake.record
    for chat in (ADMIN, *live._free):
        control.op_user({"id": chat, "language_code": "en"})

    def heard(entry: dict[str, Any]) -> None:
        live.heard(entry)
        record(entry)

    fake.record = heard


def _let_fail(fake: Any, share: float) -> None:
    random.seed(7)
    for kind in FAULTS if share else ():
        botapi.Control(fake).op_fault({"kind": kind, "times": -1, "probability": share / len(FAULTS)})
