"""Load test of a changing index: ten minutes of `byline index --watch`, a file changed and 30 questions every second.

    python -m benchmarks.changes FOLDER [--minutes 10] [--rate 30] [--model minilm]

Each article states its edition in the title and again in a sentence, with a figure derived from it, so that an answer
mixing two generations would contradict itself. Exits with 1 if a question had no answer, an answer contradicts itself,
an article that had not changed for a minute was not quoted, or either process reports an error.
"""

import argparse
import asyncio
import json
import random
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zlib import crc32

from .live import Live, Reply, running
from .measure import ROOT, byline, commit, machine, p95, whole_process
from .soak import article, place_of, places, question_about

ARTICLES = 300
"""Number at the start; it stays about the same."""
CHANGED_AT_ONCE = 5
CHANGE_SECONDS = 5.0
"""Pause between bursts, long enough for the watcher to see where one ends, so that each becomes a generation."""
SETTLED_SECONDS = 60.0
"""An article that has not changed for so long must be found."""

_SENTENCE = re.compile(r"edition (\d+) the lantern of (\w+) burns (\d+) litres")
_TITLE = re.compile(r"A year at (\w+), edition (\d+)")


class Shelf:
    """A folder of changing articles; records when each of them last changed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._new = places()
        self._chance = random.Random(5)
        self._editions: dict[str, int] = {}
        self._changed: dict[str, float] = {}
        self.counts = {"added": 0, "changed": 0, "removed": 0}

    def add(self) -> None:
        place = next(self._new)
        self._write(place, 1)
        self.counts["added"] += 1

    def change(self) -> None:
        """Add, rewrite or remove an article."""
        lacking = ARTICLES - len(self._editions)
        kind = self._chance.choices(["add", "edit", "remove"], [2 + max(lacking, 0), 6, 2 + max(-lacking, 0)])[0]
        if kind == "add":
            self.add()
            return
        place = self._chance.choice(list(self._editions))
        if kind == "edit":
            self._write(place, self._editions[place] + 1)
            self.counts["changed"] += 1
        else:
            (self._folder / f"{place}.md").unlink()
            del self._editions[place], self._changed[place]
            self.counts["removed"] += 1

    def question(self) -> str:
        """Return a question about an article that exists."""
        return question_about(self._chance.choice(list(self._editions)))

    def settled(self, place: str, *, at: float) -> bool:
        """Return whether an article exists and, at a given time, had not changed for `SETTLED_SECONDS`."""
        return place in self._changed and at - self._changed[place] > SETTLED_SECONDS

    def _write(self, place: str, edition: int) -> None:
        row = article(place, figure_of(place, edition))
        text = row["text"].replace("The lantern", f"In edition {edition} the lantern", 1)
        new = self._folder / f".{place}.new"
        new.write_text(f"---\ntitle: {row['title']}, edition {edition}\n---\n{text}\n", encoding="utf-8")
        new.rename(self._folder / f"{place}.md")
        self._editions[place], self._changed[place] = edition, time.perf_counter()


def figure_of(place: str, edition: int) -> int:
    """Return the figure that belongs to an edition of an article."""
    return 1_000 + crc32(f"{place} {edition}".encode()) % 9_000


def quoted(reply: Reply) -> bool:
    """Return whether a reply quotes the article that the question was about."""
    return reply.text is not None and f"the lantern of {place_of(reply)}" in reply.text.split("</blockquote>")[0]


def consistent(reply: Reply) -> bool:
    """Return whether a reply shows a single edition of each article, with the figure that belongs to it."""
    told = {(place, int(edition), int(figure)) for edition, place, figure in _SENTENCE.findall(reply.text or "")}
    titles = {(place, int(edition)) for place, edition in _TITLE.findall(reply.text or "")}
    sentences = {(place, edition) for place, edition, _ in told}
    one_each = len({place for place, _ in titles}) == len(titles)
    return sentences == titles and one_each and all(figure == figure_of(*it) for *it, figure in told)


async def run(folder: Path, *, minutes: float, rate: float, model: str) -> dict[str, object]:
    """Run the load test and return its figures."""
    shelf = Shelf(folder / "articles")
    for _ in range(ARTICLES):
        shelf.add()
    index = [*byline(folder / "index"), "index"]
    command = [*index, "--model", model, str(folder / "articles")]
    whole_process(command)
    missed: list[Reply] = []
    with _watching([*command, "--prune", "--watch"], folder / "watch.log") as watch:
        async with running(folder, model=model) as live:
            changing = asyncio.ensure_future(_change(shelf))
            judging = asyncio.ensure_future(_judge(live, shelf, missed))
            await live.ask_steadily(shelf.question, rate=rate, seconds=60 * minutes)
            await asyncio.sleep(2)
            for task in (changing, judging):
                task.cancel()
        alive = watch.poll() is None
    checked = subprocess.run([*index, "--check"], cwd=ROOT, check=False, capture_output=True).returncode
    logs = [(folder / name).read_text(encoding="utf-8") for name in ("bot.log", "watch.log")]
    ours = [reply for reply in live.replies if quoted(reply)]
    return {
        "commit": commit(), "machine": machine(), "minutes": minutes, "rate": rate, "model": model, **shelf.counts,
        "questions": len(live.replies),
        "without an answer": sum(reply.text is None for reply in live.replies),
        "quoted the article": len(ours),
        "of two generations": sum(not consistent(reply) for reply in ours),
        "generations": logs[1].count(" failed · ") - 1,
        "settled and not quoted": len(missed),
        "p95 ms": round(1000 * p95([reply.seconds for reply in live.replies])),
        "errors": sum(log.count("Traceback") + log.count(" ERROR ") for log in logs) + (not alive) + (checked != 0),
    }  # fmt: skip


async def _change(shelf: Shelf) -> None:
    while True:
        await asyncio.sleep(CHANGE_SECONDS)
        for _ in range(CHANGED_AT_ONCE):
            shelf.change()


async def _judge(live: Live, shelf: Shelf, missed: list[Reply]) -> None:
    """Collect the replies that did not quote an article although it was settled and has not changed since."""
    seen = 0
    while True:
        await asyncio.sleep(0.5)
        new, seen = live.replies[seen:], len(live.replies)
        missed += [
            reply
            for reply in new
            if not quoted(reply) and shelf.settled(place_of(reply), at=live.started + reply.asked)
        ]


@contextmanager
def _watching(command: list[str], log: Path) -> Iterator["subprocess.Popen[bytes]"]:
    with log.open("wb") as out, subprocess.Popen(command, cwd=ROOT, stdout=out, stderr=out) as process:
        try:
            yield process
        finally:
            process.terminate()


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--rate", type=float, default=30)
    parser.add_argument("--model", default="minilm")
    options = parser.parse_args()
    folder: Path = options.folder.resolve()
    (folder / "articles").mkdir(parents=True)
    figures = asyncio.run(run(folder, minutes=options.minutes, rate=options.rate, model=options.model))
    print(json.dumps(figures, indent=1))
    bad = ("without an answer", "of two generations", "settled and not quoted", "errors")
    return 1 if any(figures[name] for name in bad) else 0


if __name__ == "__main__":
    sys.exit(main())
