"""The bot that most Telegram tests start: over a small library that needs no index."""

import ctypes
import os
import re
import signal
import sys
import time
from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from bot.assistant import Assistant
from bot.conversation import Turn
from retrieval.errors import StoreError
from retrieval.index import Facets
from retrieval.index.report import UpdateReport
from retrieval.types import (
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
        own, *others = question.split(" and then ")
        stand_alone = own.replace(" lately", "")
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
            further=tuple(self.ask(it, k=1) for it in others),
        )  # fmt: skip

    def warm_up(self) -> None:
        pass

    def context(self, passage_id: str) -> Context | None:
        found = next((p for p in self._passages if p.id == passage_id), None)
        if found is None:
            return None
        near = {p.ordinal: p for p in self._passages if p.article_id == found.article_id}
        return Context(found, self._of(found), near.get(found.ordinal - 1), near.get(found.ordinal + 1))

    def articles(self, where: Filter = Filter()) -> list[ArticleSummary]:
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
