"""Receives updates: by polling Telegram, or by a webhook behind a TLS proxy. The handlers are the same."""

import asyncio
import importlib.util
import logging
import re
import secrets
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

from telegram import Bot, Update, WebhookInfo
from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, NetworkError, TelegramError, TimedOut
from telegram.ext import Application, Updater
from telegram.request import HTTPXRequest

from ..config import WebhookSettings
from ..errors import UsageError
from .metrics import Metrics

log = logging.getLogger(__name__)

ALLOWED_UPDATES = (
    Update.MESSAGE,
    Update.EDITED_MESSAGE,
    Update.CHANNEL_POST,
    Update.CALLBACK_QUERY,
    Update.INLINE_QUERY,
    Update.MY_CHAT_MEMBER,
)
POLL_SECONDS = 30
POLL_GRACE_SECONDS = 10.0
"""How much longer than the long poll itself a response may take."""
SOON_SECONDS = 0.05
"""Pause before a failed poll is retried: too short to notice."""
TOLD_SECONDS = 600.0
"""How often lasting trouble is logged."""
REFUSALS = (HTTPStatus.UNAUTHORIZED, HTTPStatus.NOT_FOUND)
"""Statuses for a token that was revoked, and for one that never existed."""
END_SECONDS = 1.0
"""How long PTB's pause after a failed poll may delay a stop: half a minute otherwise, or what Telegram asks for."""
WEBHOOK_CONNECTIONS = 16
WATCH_SECONDS = 10.0
"""How often Telegram is asked whether it still delivers to the webhook: if not, no update would tell."""


class PollingRequest(HTTPXRequest):
    """Polls for updates, and retries once at once after a transient error.

    PTB alone would wait a second before the next poll, and meanwhile nobody would be answered.
    If Telegram rejected the token, PTB would stop polling for good, and the process would live on without updates.

    Args:
        metrics: where failures are counted, and the outcome of the last poll is recorded.
        refused: called when Telegram rejects the token.
    """

    def __init__(self, metrics: Metrics, refused: Callable[[], None]) -> None:
        super().__init__(connection_pool_size=1, read_timeout=POLL_GRACE_SECONDS)
        self._metrics = metrics
        self._refused = refused

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        """Return the status and body of a response."""
        status = None
        try:
            status, body = await self._response(*args, **kwargs)
        finally:
            self._metrics.fetching = status == HTTPStatus.OK
        if status in REFUSALS:
            self._refused()
            raise TimedOut("the token was refused")  # PTB retries this one silently until it is stopped
        return status, body

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Return a response, with only the numbers of updates that PTB cannot read.

        PTB would fetch such a one again without pause, and none after it, and log what the users wrote.
        """
        response = HTTPXRequest.parse_json_payload(payload)
        if isinstance(found := response.get("result"), list):
            response["result"] = [_readable(update) for update in found]
        return response

    async def _response(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        try:
            status, body = await self._try(*args, **kwargs)
            if status < HTTPStatus.INTERNAL_SERVER_ERROR:
                return status, body
        except TimedOut:
            raise
        except NetworkError:
            pass
        await asyncio.sleep(SOON_SECONDS)
        return await self._try(*args, **kwargs)

    async def _try(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        """Poll once, and count a failure."""
        try:
            status, body = await super().do_request(*args, **kwargs)
        except NetworkError as error:
            self._metrics.failures[type(error).__name__] += 1
            raise
        if status != HTTPStatus.OK:
            self._metrics.failures[f"HTTP {status}"] += 1
        return status, body


def _readable(update: dict[str, Any]) -> dict[str, Any]:
    try:
        Update.de_json(update)
    except Exception as error:
        log.error("an update that this version cannot read is passed over (%s); update Byline", type(error).__name__)
        return {"update_id": update["update_id"]}
    return update


async def begin(app: Application[Any, Any, Any, Any, Any, Any], webhook: WebhookSettings) -> None:
    """Start receiving updates.

    Raises:
        UsageError: the webhook's address cannot be listened on, or Telegram refuses it for good.
        TelegramError: Telegram is out of reach.
    """
    if app.updater is None:
        raise RuntimeError("the application was built without an updater")
    if webhook.url:
        await _listen(app.updater, webhook)
    else:
        await app.bot.delete_webhook()  # PTB does this next, but would retry forever without a word
        await app.updater.start_polling(
            timeout=POLL_SECONDS, bootstrap_retries=-1, allowed_updates=ALLOWED_UPDATES, error_callback=_Trouble().tell
        )


async def end(updater: Updater) -> None:
    """Stop receiving updates; those received are in the inbox, so Telegram need not be told which they were."""
    with suppress(TimeoutError):
        await asyncio.wait_for(updater.stop(), END_SECONDS)


async def _listen(updater: Updater, webhook: WebhookSettings) -> None:
    if importlib.util.find_spec("tornado") is None:
        raise UsageError("webhook.url is set, but the webhook extra is missing; pip install 'byline[webhook]'")
    secret = webhook.secret or secrets.token_urlsafe(32)
    try:
        # PTB does this next, but whatever Telegram says, it would retry forever without a word.
        await updater.bot.set_webhook(webhook.url, secret_token=secret)
        await updater.start_webhook(
            listen=webhook.listen,
            port=webhook.port,
            url_path=re.escape(urlsplit(webhook.url).path),  # PTB makes a regular expression of it
            webhook_url=webhook.url,
            secret_token=secret,
            max_connections=WEBHOOK_CONNECTIONS,
            bootstrap_retries=-1,
            allowed_updates=ALLOWED_UPDATES,
        )
    except OSError as error:
        raise UsageError(f"webhook: cannot listen on {webhook.listen}:{webhook.port} ({error.strerror})") from error
    except (BadRequest, Forbidden, InvalidToken) as error:
        raise UsageError(f"webhook.url {webhook.url}: Telegram refuses it ({error.message}); fix it") from error


class WebhookWatch:
    """Notices that Telegram delivers to the webhook no more: no update would tell.

    Args:
        metrics: where it is recorded whether updates may come.
        refused: called when Telegram rejects the token.
    """

    def __init__(self, metrics: Metrics, refused: Callable[[], None]) -> None:
        self._metrics = metrics
        self._refused = refused
        self._trouble = _Trouble()
        self._first: WebhookInfo | None = None
        """What Telegram said first. It may write the address in another way than the settings do."""
        self._failed_at: datetime | None = None
        """When Telegram last failed to deliver an update, as far as is known."""

    async def look(self, bot: Bot) -> None:
        """Ask Telegram where it delivers, and how that went."""
        try:
            info = await bot.get_webhook_info()
        except InvalidToken:
            self._refused()
            return
        except TelegramError as error:
            self._metrics.fetching = False
            self._trouble.tell(error)
            return
        self._first = self._first or info
        self._metrics.fetching = bool(info.url) and info.url == self._first.url
        if not self._metrics.fetching:
            self._trouble.tell(Conflict("another webhook, or none"))
        elif info is not self._first and info.pending_update_count and info.last_error_date != self._failed_at:
            self._trouble.tell(TelegramError(f"webhook: {info.last_error_message}"))
        self._failed_at = info.last_error_date


class _Trouble:
    """Logs trouble with receiving updates now and then, rather than at every attempt."""

    def __init__(self) -> None:
        self._last = ("", 0.0)

    def tell(self, error: TelegramError) -> None:
        """Log an error unless the same one was logged a short while ago."""
        kind, now = type(error).__name__, time.monotonic()
        if kind == self._last[0] and now - self._last[1] < TOLD_SECONDS:
            return
        self._last = (kind, now)
        if isinstance(error, Conflict):
            log.error(
                "another process fetches this bot's messages (409 Conflict); stop it, or give it a token of its own; "
                "if one of them uses a webhook, then start this one again"
            )
        else:
            log.warning("cannot fetch updates (%s: %s); trying on", kind, error.message)
