"""A progress line with rate and time left, on standard error if that is a terminal."""

import sys
import time
from typing import Self

_EVERY_SECONDS = 0.1


class ProgressBar:
    """Shows how far a run has come."""

    def __init__(self, *, quiet: bool) -> None:
        self._shown = sys.stderr.isatty() and not quiet
        self._stage = ""
        self._started = self._last = 0.0
        self._width = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._write("")

    def __call__(self, stage: str, done: int, total: int) -> None:
        if not self._shown or not total:
            return
        now = time.monotonic()
        if stage != self._stage:
            self._stage, self._started, self._last = stage, now, 0.0
        if now - self._last < _EVERY_SECONDS and done < total:
            return
        self._last = now
        rate = done / (now - self._started) if now > self._started else 0.0
        left = f" · {rate:.0f}/s · {(total - done) / rate:.0f} s left" if rate and done else ""
        self._write(f"{stage} {done}/{total}{left}")

    def _write(self, line: str) -> None:
        if self._shown:
            sys.stderr.write("\r" + line.ljust(self._width) + ("" if line else "\r"))
            sys.stderr.flush()
            self._width = len(line)
