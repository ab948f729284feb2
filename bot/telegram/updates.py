"""How updates come: by asking Telegram for them, or by a webhook behind a proxy that speaks TLS. Same handlers."""

import asyncio
import importlib.util
import logging
import secrets
import time
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

from telegram import Update
from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, NetworkError, TelegramError, TimedOut
from telegram.ext import Application, Updater
from telegram.request import HTTPXRequest

from ..config import WebhookSettings
from ..errors import SettingsError

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
"""How much longer than the long poll itself an answer may take."""
SOON_SECONDS = 0.05
"""Before a poll that failed is tried again: so short that nobody notices."""
TOLD_SECONDS = 600.0
"""Trouble that lasts is logged so often."""
WEBHOOK_CONNECTIONS = 16


class PollingRequest(HTTPXRequest):
    """Asks for updates, and a second time at once where it failed in passing.

    PTB waits a second before the next poll, and meanwhile nobody is answered.
    """

    def __init__(self) -> None:
        super().__init__(connection_pool_size=1, read_timeout=POLL_GRACE_SECONDS)

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        """Return the status and the body of a response."""
        try:
            status, body = await super().do_request(*args, **kwargs)
            if status < HTTPStatus.INTERNAL_SERVER_ERROR:
                return status, body
        except TimedOut:
            raise
        except NetworkError:
            pass
        await asyncio.sleep(SOON_SECONDS)
        return await super().do_request(*args, **kwargs)


async def begin(app: Application[Any, Any, Any, Any, Any, Any], webhook: WebhookSettings) -> None:
    """Start fetching updates.

    Raises:
        SettingsError: the webhook's address cannot be listened on, or Telegram refuses it for good.
        TelegramError: Telegram is out of reach.
    """
    if app.updater is None:
        raise RuntimeError("the application was built without an updater")
    if webhook.url:
        await _listen(app.updater, webhook)
    else:
        await app.bot.delete_webhook()  # as PTB does next; it would try for ever and say nothing
        await app.updater.start_polling(
            timeout=POLL_SECONDS, bootstrap_retries=-1, allowed_updates=ALLOWED_UPDATES, error_callback=_Trouble().tell
        )


async def end(updater: Updater) -> None:
    """Stop fetching updates; what came is in the inbox, so that Telegram need not hear which those were."""
    # It says farewell with one more call, and writes a traceback where that fails.
    logging.getLogger("telegram.ext.Updater").setLevel(logging.CRITICAL)
    await updater.stop()


async def _listen(updater: Updater, webhook: WebhookSettings) -> None:
    if importlib.util.find_spec("tornado") is None:
        raise SettingsError("webhook.url is set, but the webhook extra is missing; pip install 'byline[webhook]'")
    secret = webhook.secret or secrets.token_urlsafe(32)
    try:
        # As PTB does next; whatever Telegram says, it would try for ever and say nothing.
        await updater.bot.set_webhook(webhook.url, secret_token=secret)
        await updater.start_webhook(
            listen=webhook.listen,
            port=webhook.port,
            url_path=urlsplit(webhook.url).path,
            webhook_url=webhook.url,
            secret_token=secret,
            max_connections=WEBHOOK_CONNECTIONS,
            bootstrap_retries=-1,
            allowed_updates=ALLOWED_UPDATES,
        )
    except OSError as error:
        raise SettingsError(f"webhook: cannot listen on {webhook.listen}:{webhook.port} ({error.strerror})") from error
    except (BadRequest, Forbidden, InvalidToken) as error:
        raise SettingsError(f"webhook.url {webhook.url}: Telegram refuses it ({error.message}); fix it") from error


class _Trouble:
    """Tells of trouble with fetching updates now and then, not at every try."""

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
                "another process fetches this bot's messages (409 Conflict); stop it, or give it a token of its own"
            )
        else:
            log.warning("cannot fetch updates (%s: %s); trying on", kind, error.message)
