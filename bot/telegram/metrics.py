"""Counts and latencies since the start, for /stats and for a monitor. Holds no question and no name."""

import math
import time
from collections import Counter, deque

LATEST = 1_000
"""Searches that the percentiles are computed over."""


class Metrics:
    """What the bot has done."""

    def __init__(self) -> None:
        self.started = time.monotonic()
        self.counts: Counter[str] = Counter()
        """`answered`, `unanswered`, `inline`, `presses`, `mishaps`."""
        self.failures: Counter[str] = Counter()
        """Failed calls to Telegram, by the kind of error; of polls that get a response, by its status."""
        self.ready = False
        """Whether Telegram was reached at the start, and there is an index to answer from."""
        self.fetching = True
        """Whether the last poll for updates went well; with a webhook, whether Telegram still has it."""
        self.seconds: deque[float] = deque(maxlen=LATEST)
        """How long the latest searches took, with their wait for a thread."""

    @property
    def up(self) -> bool:
        """Whether who asks now is answered."""
        return self.ready and self.fetching

    def percentile(self, share: float) -> float:
        """Return the seconds within which this share of the latest searches finished; 0 without any."""
        ordered = sorted(self.seconds)
        return ordered[max(0, math.ceil(share * len(ordered)) - 1)] if ordered else 0.0

    def exposition(self) -> str:
        """Return all metrics in the text format of Prometheus."""
        lines = [
            "# TYPE byline_up gauge",
            f"byline_up {int(self.up)}",
            "# TYPE byline_uptime_seconds gauge",
            f"byline_uptime_seconds {time.monotonic() - self.started:.0f}",
            "# TYPE byline_events_total counter",
            *(f'byline_events_total{{kind="{kind}"}} {count}' for kind, count in sorted(self.counts.items())),
            "# TYPE byline_telegram_failures_total counter",
            *(f'byline_telegram_failures_total{{kind="{kind}"}} {n}' for kind, n in sorted(self.failures.items())),
            "# TYPE byline_search_seconds summary",
            *(f'byline_search_seconds{{quantile="{q}"}} {self.percentile(q):.4f}' for q in (0.5, 0.95, 0.99)),
        ]
        return "\n".join(lines) + "\n"
