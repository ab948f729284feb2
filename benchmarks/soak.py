"""Soak: half an hour of the bot, 20 questions per second, an article every 20 s, 2 % of the Bot API's calls failing.

    python -m benchmarks.soak FOLDER [--minutes 30] [--model minilm]

Reports the slope of the memory with its 95 % interval, the descriptors, p95 minute by minute, and what went wrong.
Exits with 1 if a question had no answer or the log has an error.
"""

import argparse
import asyncio
import json
import math
import random
import sys
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path
from statistics import linear_regression, pvariance

from .live import ADMIN, Live, Reply, Sample, running
from .measure import byline, commit, machine, p95, whole_process

RATE, FAILING = 20.0, 0.02
ARTICLE_SECONDS = 20.0
ARTICLES = 300
"""Number in the index at the start."""
WARM_MINUTES = 5
"""Warm-up at the start, left out of the slope because caches fill."""
T_95 = 2.07
"""Student's t for about 23 degrees of freedom, used for the interval of the slope."""

_HEADS = "Bel Cor Dun Est Fal Gor Hal Ister Jor Kel Lor Mer Nor Ost Pel Quin Ros Sel Tor Ulm Var Wes".split()
_MIDDLES = "a e i o u ander enna illo orra usta".split()
_ENDS = "wick ford mouth stead haven bury dale more".split()


def places() -> Iterator[str]:
    """Yield place names, each once."""
    names = ["".join(parts) for parts in product(_HEADS, _MIDDLES, _ENDS)]
    random.Random(7).shuffle(names)
    yield from names


def article(place: str, litres: int) -> dict[str, str]:
    """Return an article with one fact to ask about."""
    text = (
        f"The lantern of {place} burns {litres} litres of oil a year, the keeper wrote in his report to the county.\n\n"
        f"The path to {place} was washed out by the autumn storms, and the stores come by boat until it is mended.\n\n"
        f"Nobody in {place} remembers when the fog bell was last rung, and the rope has been taken for washing lines."
    )
    return {"title": f"A year at {place}", "source": "Coast Gazette", "text": text}


def question_about(place: str) -> str:
    return f"How much oil does the lantern of {place} burn?"


def place_of(reply: Reply) -> str:
    """Return the place that was asked about."""
    return reply.question.split(" of ")[-1].removesuffix(" burn?")


class Almanac:
    """The articles of a run and their facts."""

    def __init__(self) -> None:
        self._places = places()
        self._chance = random.Random(11)
        self.facts: dict[str, int] = {}

    def write(self) -> dict[str, str]:
        """Return a new article and remember its fact."""
        place, litres = next(self._places), self._chance.randrange(1_000, 9_999)
        self.facts[place] = litres
        return article(place, litres)

    def question(self) -> str:
        """Return a question; one in four is about the five newest articles."""
        known = list(self.facts)
        place = self._chance.choice(known[-5:] if self._chance.random() < 0.25 else known)
        return question_about(place)

    def right(self, reply: Reply) -> bool:
        """Return whether the reply quotes the fact."""
        litres = self.facts[place_of(reply)]
        return reply.text is not None and f"{litres} litres" in reply.text.split("</blockquote>")[0]


async def soak(folder: Path, *, minutes: float, model: str) -> dict[str, object]:
    """Run the soak test and return its figures."""
    almanac = Almanac()
    dump = folder / "dump.jsonl"
    dump.write_text("".join(json.dumps(almanac.write()) + "\n" for _ in range(ARTICLES)), encoding="utf-8")
    whole_process([*byline(folder / "index"), "index", "--model", model, str(dump)])
    async with running(folder, model=model, failing=FAILING) as live:
        upkeep = [asyncio.ensure_future(work) for work in (live.watch(every=5), _add_articles(live, almanac))]
        await live.ask_steadily(almanac.question, rate=RATE, seconds=60 * minutes)
        for task in upkeep:
            task.cancel()
        await asyncio.gather(*upkeep, return_exceptions=True)
    log = (folder / "bot.log").read_text(encoding="utf-8").splitlines()
    return {
        "commit": commit(), "machine": machine(), "minutes": minutes, "model": model,
        "articles added": len(almanac.facts) - ARTICLES,
        **_answers(live, almanac),
        **_memory(live.samples),
        "errors in the log": sum(" ERROR " in line or "Traceback" in line for line in log),
    }  # fmt: skip


async def _add_articles(live: Live, almanac: Almanac) -> None:
    while True:
        await asyncio.sleep(ARTICLE_SECONDS)
        before = dict(almanac.facts)
        row = almanac.write()
        facts, almanac.facts = almanac.facts, before  # not asked about before it is indexed
        reply = await live.ask(f"/add {row['title']}\n\n{row['text']}", chat=ADMIN)
        if reply.text and "Indexed" in reply.text:
            almanac.facts = facts


def _answers(live: Live, almanac: Almanac) -> dict[str, object]:
    replies = live.replies
    by_minute = [
        p95([reply.seconds for reply in replies if minute <= reply.asked / 60 < minute + 1])
        for minute in range(1 + int(replies[-1].asked / 60))
    ]
    return {
        "questions": len(replies),
        "without an answer": sum(reply.text is None for reply in replies),
        "quoted the fact": sum(map(almanac.right, replies)),
        "processor ms a question": round(1000 * live.samples[-1].processor_seconds / len(replies), 1),
        "calls": live.calls,
        "calls failed": live.failed,
        "p95 ms by minute": [round(1000 * value) for value in by_minute],
        "p95 ms": round(1000 * p95([reply.seconds for reply in replies])),
    }


def _memory(samples: Sequence[Sample]) -> dict[str, object]:
    late = [it for it in samples if it.at > 60 * WARM_MINUTES] or list(samples)
    # The last sample of each minute: samples closer together are not independent.
    minutes = {int(it.at / 60): it for it in late}.values()
    hours = [it.at / 3600 for it in minutes]
    memory = slope_with_interval(hours, [it.megabytes for it in minutes])
    descriptors = slope_with_interval(hours, [it.descriptors for it in minutes])
    return {
        "memory MB": {"first": round(late[0].megabytes, 1), "last": round(late[-1].megabytes, 1)},
        "memory MB an hour": "{:.1f} ± {:.1f}".format(*memory),
        "descriptors": {"least": min(it.descriptors for it in late), "most": max(it.descriptors for it in late)},
        "descriptors an hour": "{:.1f} ± {:.1f}".format(*descriptors),
        "threads": {"least": min(it.threads for it in late), "most": max(it.threads for it in late)},
    }


def slope_with_interval(x: Sequence[float], y: Sequence[float]) -> tuple[float, float]:
    """Return the slope of a least-squares line through the points, and half the width of its 95 % interval."""
    n = len(x)
    if n < 3:
        return math.nan, math.nan
    slope, intercept = linear_regression(x, y)
    rest = sum((b - intercept - slope * a) ** 2 for a, b in zip(x, y, strict=True))
    return slope, T_95 * math.sqrt(rest / (n - 2) / (n * pvariance(x)))


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--model", default="minilm")
    options = parser.parse_args()
    options.folder.mkdir(parents=True)
    figures = asyncio.run(soak(options.folder.resolve(), minutes=options.minutes, model=options.model))
    print(json.dumps(figures, indent=1))
    return 1 if figures["without an answer"] or figures["errors in the log"] else 0


if __name__ == "__main__":
    sys.exit(main())
