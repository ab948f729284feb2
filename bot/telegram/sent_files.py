"""Files that administrators sent: kept in the folder of the state, and in the index whatever becomes of that.

A file is named by what it holds and by the name that it came with: a second one of this name is known for a correction.
Everything here blocks.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from retrieval.articles.registry import SUFFIXES
from retrieval.errors import RetrievalError
from retrieval.index.report import UpdateReport
from retrieval.types import ArticleSummary

from .desk import Desk

FORMATS = SUFFIXES - {".rss", ".atom", ".xml"}
"""Files that are read when they are sent. A feed is not: it has beginnings of articles, and would be read once."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What an administrator sent."""

    content: bytes
    suffix: str
    name: str
    """That it came with: a file of the same name was an earlier version."""
    by_title: bool = False
    """Whether one file of the same title was an earlier version, too."""


def uploads_folder(desk: Desk) -> Path:
    """Return where what is sent is kept."""
    return desk.settings.state.resolve() / "uploads"


def keep_and_index(desk: Desk, sent: Sent) -> tuple[UpdateReport, list[ArticleSummary]]:
    """Index what was sent, and keep it only if an article came of it; return also the articles that it replaces."""
    path = _kept(uploads_folder(desk), sent)
    try:
        report = desk.assistant.update([path])
    except Exception:
        _discard_unread(desk, path)
        raise
    if report.failed and not (report.added or report.changed or report.unchanged):
        _discard_unread(desk, path)
    if report.failed:  # an earlier version may hold what could not be read of this one
        return report, []
    articles = desk.assistant.articles()
    earlier = {*_of_name(path, sent.name), *(_of_title(path, articles) if sent.by_title else ())}
    _drop(desk, earlier)
    return report, [article for article in articles if article.path and Path(article.path) in earlier]


def _kept(folder: Path, sent: Sent) -> Path:
    """Write a file whole or not at all, unless there is one of this content; return where it is."""
    folder.mkdir(mode=0o700, exist_ok=True)
    digest = hashlib.sha256(sent.content).hexdigest()[:24]
    if known := next(folder.glob(f"{digest}*{sent.suffix}"), None):
        return known
    part = folder / ".incoming"
    try:
        part.touch(mode=0o600)
        part.write_bytes(sent.content)
        return part.replace(folder / f"{digest}{_mark(sent.name)}{sent.suffix}")
    except OSError:
        part.unlink(missing_ok=True)
        raise


def _mark(name: str) -> str:
    return f"-{hashlib.sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"


def _of_name(path: Path, name: str) -> list[Path]:
    return [file for file in path.parent.glob(f"*{_mark(name)}{path.suffix}") if file != path]


def _of_title(path: Path, articles: Iterable[ArticleSummary]) -> list[Path]:
    """Return the other files that were sent and hold one article, of the title of what is in this one."""
    alone = {place for place, count in Counter(article.path for article in articles).items() if place and count == 1}
    titles = {article.title for article in articles if article.path == str(path) and article.title}
    found = {Path(it.path) for it in articles if it.path in alone and it.title in titles and it.path}
    return sorted(file for file in found - {path} if file.parent == path.parent)


def _drop(desk: Desk, files: Iterable[Path]) -> None:
    """Take files out of the index and delete them; they stay where they are if that fails."""
    aside = {file: file.rename(file.with_name(f".{file.name}")) for file in files}
    if not aside:
        return
    try:
        desk.assistant.update([*aside], prune=True)
    except Exception:
        for file, place in aside.items():
            place.rename(file)
        raise
    for place in aside.values():
        place.unlink()


def missing(desk: Desk) -> list[Path]:
    """Return the files that were sent and that the index has no article of: it was made anew, or they were moved."""
    files = [file for file in sorted(uploads_folder(desk).glob("[!.]*")) if file.suffix in FORMATS]
    held = {article.path for article in desk.assistant.articles()} if files else set()
    return [file for file in files if str(file) not in held]


def take_again(desk: Desk) -> UpdateReport:
    """Index the files that are missing; what was removed out of them stays out."""
    files = missing(desk)
    return desk.assistant.update(files, restore=False) if files else UpdateReport()


def reindex(desk: Desk) -> UpdateReport:
    """Bring the index up to date with all that it was made from and all that was sent."""
    again = take_again(desk)
    report = desk.assistant.update([])
    report.added += again.added
    report.unchanged -= len(again.added)
    return report


def remove(desk: Desk, article: ArticleSummary) -> None:
    """Remove an article, and the file that it was sent in: it would come back with it; a file elsewhere stays."""
    desk.assistant.remove([article.id])
    if (file := Path(article.path or "")).parent == uploads_folder(desk):
        _discard_unread(desk, file)


def _discard_unread(desk: Desk, path: Path) -> None:
    """Delete a file that was sent, unless an article lies in it: another one, one sent before, or told of too late."""
    with suppress(RetrievalError):
        if all(article.path != str(path) for article in desk.assistant.articles()):
            path.unlink(missing_ok=True)
