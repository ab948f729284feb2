"""Articles that administrators send: files, pasted texts, forwarded posts. Indexed while others get answers.

A file's original name determines its format and identifies corrections; nothing is ever written under that name.
"""

import json
import logging
import re
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from telegram import Document, InlineKeyboardMarkup, Message, MessageOriginChannel
from telegram.error import BadRequest, Forbidden, InvalidToken
from telegram.ext import CommandHandler, MessageHandler, filters

from retrieval.index.report import UpdateReport

from ..errors import FAILURES
from ..locales import Words
from ..render.telegram import Html, pack, say, titled
from .addressing import after_command
from .admin import refuse
from .article_list import short_name
from .desk import Desk, typing
from .handlers import HandlerGroup, Handlers, for_admins, on_message
from .keyboards import Verb, button
from .parts import Parts
from .sent_files import FORMATS, Sent, holds_articles

log = logging.getLogger(__name__)

MAX_BYTES = 20 * 2**20
"""The largest file that Telegram lets a bot download."""
MIN_CHARS = 80
"""A shorter post is no article, and is taken for a question. Half of this is enough for a text after /add that has a
title of its own."""
NAMED = 10
"""How many articles of a file, and how many rows that could not be read, are named; the rest are counted."""


def format_of(document: Document) -> str:
    """Return the suffix of a file's original name."""
    return PurePosixPath(document.file_name or "").suffix.lower()


class Uploads(HandlerGroup):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._left: list[Path] = []
        """Files without an article in the index after the last attempt to index them."""

    def handlers(self) -> Handlers:
        its = filters.ChatType.PRIVATE & filters.User(self._desk.settings.telegram.admins)
        new, edited = filters.UpdateType.MESSAGE & its, filters.UpdateType.EDITED_MESSAGE & its
        further = filters.TEXT & ~filters.COMMAND & _Further(self._desk.parts)
        return [
            *for_admins(self._desk, add=self._add),
            CommandHandler("add", on_message(self._edited), edited),
            MessageHandler(edited & (further | filters.Document.ALL), on_message(self._edited)),
            MessageHandler(new & further, on_message(self._go_on)),
            MessageHandler(new & filters.Document.ALL, on_message(self._document)),
            MessageHandler(new & _Post(), on_message(self._post)),
        ]

    async def look(self) -> None:
        """Ensure that the index has everything that was sent: it may have been made anew, or the state moved."""
        try:
            left = await self._desk.run(self._desk.sent_files.missing)
            if left != self._left:
                report = await self._desk.write(self._desk.sent_files.take_again)
                if again := report.added + report.moved:
                    log.info("what was sent is in the index again: %d articles", len(again))
                self._left = await self._desk.run(self._desk.sent_files.missing)
        except FAILURES as error:
            log.warning("what was sent cannot be put into the index again: %s", error)

    async def _add(self, message: Message) -> None:
        """Index the text after the command, or that of the message it replies to."""
        before = message.reply_to_message
        text = after_command(message) or (before and (before.text or before.caption)) or ""
        if not text or re.fullmatch(r"https?://\S+", text):
            await self._desk.say(message, "add-what")
        elif len(text) < (MIN_CHARS // 2 if "\n" in text else MIN_CHARS):
            await self._desk.say(message, "add-too-little")
        else:
            await self._index_text(message, text)

    async def _edited(self, message: Message) -> None:
        """Index an edited text or part of one, or the file that an edit put in another's place."""
        further = self._go_on if self._desk.parts.continued(message) else self._add
        await (self._document if message.document else further)(message)

    async def _go_on(self, message: Message) -> None:
        """Index the whole text of which this message is a further part."""
        await self._index_text(message, after_command(message))

    async def _index_text(self, message: Message, text: str) -> None:
        if article := self._desk.parts.article(message, text):
            head, text = article
            await self._index(message, Sent(text.encode(), ".txt", f"add {message.chat_id} {head}", by_title=True))
        else:
            await self._desk.say(message, "add-again")

    async def _document(self, message: Message) -> None:
        if (document := message.document) is None:
            return
        suffix = format_of(document)
        if suffix not in FORMATS:
            await self._desk.say(message, "upload-format", formats=", ".join(sorted(FORMATS)))
        elif (document.file_size or 0) > MAX_BYTES:
            await self._desk.say(message, "upload-too-big", megabytes=MAX_BYTES // 2**20)
        elif content := await self._download(message, document):
            await self._index(message, Sent(content, suffix, document.file_name or ""))

    async def _download(self, message: Message, document: Document) -> bytes:
        try:
            content = bytes(await (await document.get_file()).download_as_bytearray())
        except (BadRequest, Forbidden, InvalidToken) as error:
            # Larger than announced, or gone, which PTB takes for a wrong token.
            log.warning("a file cannot be fetched: %s", error.message)
            key = "upload-too-big" if "too big" in error.message else "mishap"
            await self._desk.say(message, key, megabytes=MAX_BYTES // 2**20)
            return b""
        if not content:
            await self._desk.say(message, "upload-empty")
        return content

    async def _post(self, message: Message) -> None:
        if isinstance(origin := message.forward_origin, MessageOriginChannel):
            row = _as_dump(message, origin)
            await self._index(message, Sent(json.dumps(row, ensure_ascii=False).encode() + b"\n", ".jsonl", row["id"]))

    async def _index(self, message: Message, sent: Sent) -> None:
        # Telegram also reports an edit when a link in the message gets its preview: that brings nothing deleted back.
        edited = message.edit_date is not None
        try:
            async with typing(message):
                report, replaced = await self._desk.write(
                    self._desk.sent_files.keep_and_index, sent, restore=not edited
                )
        except (*FAILURES, OSError) as error:
            await self._desk.reply(message, [refuse(self._desk.words(message.from_user), error)])
            return
        if edited and not (report.added or report.changed or report.failed or replaced):
            return
        words = self._desk.words(message.from_user)
        lines = await self._confirmation(words, report)
        if replaced:
            lines.append(say(words, "upload-replaced", title=titled(replaced[0], words)))
        if message.document and message.caption:
            lines.append(say(words, "caption-unread"))
        keyboard = None
        if len(report.added) == 1:  # perhaps by mistake, and without a date it is far down in the list of articles
            keyboard = InlineKeyboardMarkup([[button("🗑", Verb.DELETE, short_name(report.added[0]), 0)]])
        await self._desk.reply(message, pack(lines), keyboard=keyboard)

    async def _confirmation(self, words: Words, report: UpdateReport) -> list[Html]:
        lines, indexed = [], [*report.added, *report.changed]
        for number in indexed[:NAMED]:
            if found := await self._desk.run(self._desk.assistant.article_with_passages, number):
                article, passages = found
                lines.append(say(words, "upload-indexed", title=titled(article, words), count=len(passages)))
        lines += _more(indexed)
        lines += [
            say(words, "upload-failed", reason=f"{_row(failure.where)}{failure.what}; {failure.remedy}")
            for failure in report.failed[:NAMED]
        ]
        lines += _more(report.failed)
        return lines or [say(words, "upload-known" if holds_articles(report) else "upload-empty")]


def _more(found: Sequence[object]) -> list[Html]:
    """Return how many there are besides those that are named, in any language."""
    return [Html(f"… + {len(found) - NAMED}")] if len(found) > NAMED else []


def _row(where: str) -> str:
    """Return the row of a file that a place names, as a prefix; "" if it names none."""
    row = re.search(r", ((?:line|row|entry) [0-9]+)$", where)
    return f"{row[1]}: " if row else ""


class _Further(filters.MessageFilter):
    """Lets through the further parts of a text after /add."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts

    def filter(self, message: Message) -> bool:
        cut = self._parts.continued(message)
        return cut is not None and cut.command == "add"


class _Post(filters.MessageFilter):
    """Lets through posts forwarded from a channel that are long enough for an article."""

    def filter(self, message: Message) -> bool:
        text = message.text or message.caption or ""
        return isinstance(message.forward_origin, MessageOriginChannel) and len(text) >= MIN_CHARS


def _as_dump(message: Message, origin: MessageOriginChannel) -> dict[str, str]:
    """Return a channel's post as a row of an article dump."""
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
    return {key: value for key, value in row.items() if value}
