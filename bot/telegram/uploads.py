"""Articles that administrators send: files, pasted texts, forwarded posts. Indexed while others are answered.

What is sent is named by its content; the name that it came with chooses a format and nothing else.
"""

import hashlib
import json
import logging
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path, PurePosixPath

from telegram import Document, Message, MessageOriginChannel, Update
from telegram.error import BadRequest
from telegram.ext import MessageHandler, filters

from embeddings.errors import EmbeddingError
from retrieval.errors import IndexBusyError, RetrievalError
from retrieval.index.report import UpdateReport
from retrieval.types import ArticleSummary

from ..render.cutting import shorten
from ..render.telegram import Html, pack, say
from .addressing import after_command
from .admin import for_admins
from .desk import Desk, Handlers, typing

log = logging.getLogger(__name__)

FORMATS = frozenset(
    (".txt", ".md", ".html", ".htm", ".mht", ".mhtml", ".eml", ".pdf", ".epub", ".jsonl", ".csv", ".tsv")
)
MAX_BYTES = 20 * 2**20
"""What Telegram lets a bot download."""
MIN_POST_CHARS = 80
"""A shorter post is no article; it is taken for a question."""


def uploads_folder(desk: Desk) -> Path:
    """Return where what is sent is kept."""
    return desk.settings.state / "uploads"


def format_of(document: Document) -> str:
    """Return how the name that a file came with ends."""
    return PurePosixPath(document.file_name or "").suffix.lower()


class Uploads:
    """Indexes what administrators send."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._folder = uploads_folder(desk)

    def handlers(self) -> Handlers:
        """Return the handlers, to be asked before those of questions."""
        new = filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE & filters.User(self._desk.settings.telegram.admins)
        return [
            *for_admins(self._desk, add=self._add),
            MessageHandler(new & filters.Document.ALL, self._document),
            MessageHandler(new & filters.FORWARDED & _Post(), self._post),
        ]

    async def _add(self, message: Message) -> None:
        """Index the text after the command, or that of the message it replies to."""
        before = message.reply_to_message
        text = after_command(message) or (before and (before.text or before.caption)) or ""
        if text:
            await self._index(message, text.encode(), ".txt")
        else:
            await self._say(message, "add-what")

    async def _document(self, update: Update, _: object) -> None:
        if (message := update.message) is None or (document := message.document) is None:
            return
        suffix = format_of(document)
        if suffix not in FORMATS:
            await self._say(message, "upload-format", formats=", ".join(sorted(FORMATS)))
        elif (document.file_size or 0) > MAX_BYTES:
            await self._say(message, "upload-too-big", megabytes=MAX_BYTES // 2**20)
        elif content := await self._download(message, document):
            await self._index(message, content, suffix)

    async def _download(self, message: Message, document: Document) -> bytes:
        try:
            file = await document.get_file()
        except BadRequest:  # gone, or bigger than it said
            await self._say(message, "upload-too-big", megabytes=MAX_BYTES // 2**20)
            return b""
        content = bytes(await file.download_as_bytearray())
        if not content:
            await self._say(message, "upload-empty")
        return content

    async def _post(self, update: Update, _: object) -> None:
        if message := update.message:
            await self._index(message, _as_dump(message).encode(), ".jsonl")

    async def _index(self, message: Message, content: bytes, suffix: str) -> None:
        path = self._folder / f"{hashlib.sha256(content).hexdigest()[:24]}{suffix}"
        try:
            async with typing(message):
                report = await self._desk.write(_keep_and_index, self._desk, path, content)
        except IndexBusyError:
            await self._say(message, "index-busy")
        except (RetrievalError, EmbeddingError):
            log.exception("an upload could not be indexed")
            await self._say(message, "out-of-order-short")
        else:
            await self._desk.reply(message, pack(await self._confirmation(message, report)))

    async def _confirmation(self, message: Message, report: UpdateReport) -> list[Html]:
        words = self._desk.words(message.from_user)
        lines = []
        for number in [*report.added, *report.changed]:
            found = await self._desk.run(self._desk.library.article, number)
            if found:
                title = shorten(found[0].title or words("untitled"), 200)
                lines.append(say(words, "upload-indexed", title=title, count=len(found[1])))
        lines += [
            say(words, "upload-failed", reason=f"{failure.what}; {failure.remedy}") for failure in report.failed[:5]
        ]
        return lines or [say(words, "upload-known")]

    async def _say(self, message: Message, key: str, **values: object) -> None:
        await self._desk.reply(message, [say(self._desk.words(message.from_user), key, **values)])


def _keep_and_index(desk: Desk, path: Path, content: bytes) -> UpdateReport:
    """Write the file, index it, and keep it only if an article came of it; blocks."""
    path.parent.mkdir(mode=0o700, exist_ok=True)
    path.touch(mode=0o600)
    try:
        path.write_bytes(content)
        report = desk.library.update([path])
    except Exception:
        _discard_unread(desk, path)
        raise
    if report.failed and not (report.added or report.changed or report.unchanged):
        _discard_unread(desk, path)
    return report


def _discard_unread(desk: Desk, path: Path) -> None:
    """Delete a file that was sent, unless an article lies in it: sent before, or told of too late."""
    with suppress(RetrievalError):
        if all(article.path != str(path) for article in desk.library.articles()):
            path.unlink(missing_ok=True)


def discard(folder: Path, article: ArticleSummary, others: Iterable[ArticleSummary]) -> None:
    """Delete the file that an article was sent in, unless another article lies in it, too; a file elsewhere stays."""
    file = Path(article.path or "")
    if file.parent == folder and all(other.path != article.path for other in others):
        file.unlink(missing_ok=True)


class _Post(filters.MessageFilter):
    """Lets through what was forwarded from a channel and is long enough for an article."""

    def filter(self, message: Message) -> bool:
        text = message.text or message.caption or ""
        return isinstance(message.forward_origin, MessageOriginChannel) and len(text) >= MIN_POST_CHARS


def _as_dump(message: Message) -> str:
    """Return a channel's post as a row of an article dump."""
    origin = message.forward_origin
    if not isinstance(origin, MessageOriginChannel):
        raise TypeError("not a channel's post")
    first, _, rest = (message.text or message.caption or "").strip().partition("\n")
    headed = len(first) <= 150 and bool(rest.strip())
    row = {
        "id": f"telegram-{origin.chat.id}-{origin.message_id}",
        "title": first if headed else None,
        "source": origin.chat.title,
        "author": origin.author_signature,
        "published": origin.date.isoformat(timespec="seconds"),
        "url": f"https://t.me/{origin.chat.username}/{origin.message_id}" if origin.chat.username else None,
        "text": rest.strip() if headed else f"{first}\n{rest}".strip(),
    }
    return json.dumps({key: value for key, value in row.items() if value}, ensure_ascii=False) + "\n"
