"""Files that administrators sent: kept in the state folder, and put back into any index that lacks them.

A file's name is made of hashes of its content and of its original name; a second file with that original name is taken
for a correction. Everything here blocks.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from pathlib import Path

from msgspec import Struct

from retrieval.articles.registry import SUFFIXES
from retrieval.errors import RetrievalError
from retrieval.index.report import UpdateReport
from retrieval.types import ArticleSummary

from ..assistant import Assistant

FORMATS = SUFFIXES - {".rss", ".atom", ".xml"}
"""Formats read when sent. Feeds are not: they hold only the beginnings of articles, and would be read only once."""


class Sent(Struct, frozen=True):
    """What an administrator sent."""

    content: bytes
    suffix: str
    name: str
    """Its original name; an earlier file with the same name was an earlier version."""
    by_title: bool = False
    """Whether a file whose only article has the same title was an earlier version, too."""


class SentFiles:
    """The files that administrators sent, in a folder of their own.

    Args:
        folder: made when the first file is kept.
    """

    def __init__(self, assistant: Assistant, folder: Path) -> None:
        self._assistant = assistant
        self._folder = folder

    def keep_and_index(self, sent: Sent, *, restore: bool = True) -> tuple[UpdateReport, list[ArticleSummary]]:
        """Index a sent file; keep it only if an article came of it. Return also the articles that it replaces.

        Args:
            restore: bring back articles that were removed from this very file.
        """
        path = self._kept(sent)
        try:
            report = self._assistant.update([path], restore=restore)
        except Exception:
            self._discard_unread(path)
            raise
        if not holds_articles(report):
            self._discard_unread(path)
        if report.failed or not holds_articles(report):  # an earlier version may hold what this one lacks
            return report, []
        articles = self._assistant.articles()
        earlier = {*_of_name(path, sent.name), *(_of_title(path, articles) if sent.by_title else ())}
        self._drop(earlier)
        return report, [article for article in articles if article.path and Path(article.path) in earlier]

    def missing(self) -> list[Path]:
        """Return the sent files of which the index holds no article: it was made anew, or the files were moved."""
        files = [file for file in sorted(self._folder.glob("[!.]*")) if file.suffix in FORMATS]
        held = {article.path for article in self._assistant.articles()} if files else set()
        return [file for file in files if str(file) not in held]

    def take_again(self) -> UpdateReport:
        """Index the missing files; articles removed from them stay removed."""
        files = self.missing()
        return self._assistant.update(files, restore=False) if files else UpdateReport()

    def reindex(self) -> UpdateReport:
        """Bring the index up to date with everything it was made from and everything that was sent."""
        again = self.take_again()
        report = self._assistant.update([])
        report.added += again.added
        report.unchanged -= len(again.added)
        # Bad rows of a file that was sent were told of then, by its name; here only a hash could name it.
        report.failed = [it for it in report.failed if Path(it.where.rpartition(", ")[0]).parent != self._folder]
        return report

    def remove(self, article: ArticleSummary) -> None:
        """Remove an article, and the sent file it came in, which would bring it back; a file elsewhere stays."""
        self._assistant.remove([article.id])
        if (file := Path(article.path or "")).parent == self._folder:
            self._discard_unread(file)

    def sent_on(self, article: ArticleSummary) -> str | None:
        """Return the day on which an article was sent; None if it came in no sent file."""
        file = Path(article.path or "")
        with suppress(OSError):
            return date.fromtimestamp(file.stat().st_mtime).isoformat() if file.parent == self._folder else None
        return None

    def _kept(self, sent: Sent) -> Path:
        """Write a file atomically unless one with this content exists; return its path."""
        self._folder.mkdir(mode=0o700, exist_ok=True)
        for aside in self._folder.glob(".*-*"):  # a process was killed while it dropped this earlier version
            aside.rename(aside.with_name(aside.name[1:]))
        digest = hashlib.sha256(sent.content).hexdigest()[:24]
        if known := next(self._folder.glob(f"{digest}*{sent.suffix}"), None):
            return known
        part = self._folder / ".incoming"
        try:
            part.touch(mode=0o600)
            part.write_bytes(sent.content)
            return part.replace(self._folder / f"{digest}{_mark(sent.name)}{sent.suffix}")
        except OSError:
            part.unlink(missing_ok=True)
            raise

    def _drop(self, files: Iterable[Path]) -> None:
        """Take files out of the index and delete them; if that fails, put them back."""
        aside = {file: file.rename(file.with_name(f".{file.name}")) for file in files}
        if not aside:
            return
        try:
            self._assistant.update([*aside], prune=True)
        except Exception:
            for file, place in aside.items():
                place.rename(file)
            raise
        for place in aside.values():
            place.unlink()

    def _discard_unread(self, file: Path) -> None:
        """Delete a sent file unless the index has an article of it: another, an earlier, or one reported too late."""
        with suppress(RetrievalError):
            if all(article.path != str(file) for article in self._assistant.articles()):
                file.unlink(missing_ok=True)


def holds_articles(report: UpdateReport) -> bool:
    """Return whether a file, as its update reports, has an article in the index."""
    return bool(report.added or report.changed or report.unchanged or report.copies)


def _mark(name: str) -> str:
    return f"-{hashlib.sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"


def _of_name(path: Path, name: str) -> list[Path]:
    return [file for file in path.parent.glob(f"*{_mark(name)}{path.suffix}") if file != path]


def _of_title(path: Path, articles: Iterable[ArticleSummary]) -> list[Path]:
    """Return the other sent files that hold a single article, titled like one in this file."""
    alone = {place for place, count in Counter(article.path for article in articles).items() if place and count == 1}
    titles = {article.title for article in articles if article.path == str(path) and article.title}
    found = {Path(it.path) for it in articles if it.path in alone and it.title in titles and it.path}
    return sorted(file for file in found - {path} if file.parent == path.parent)
