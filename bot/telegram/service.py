"""The bot as a service: starts with or without Telegram, stops without leaving anything half done."""

import asyncio
import logging
import os
import signal
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from telegram import Update
from telegram.error import Conflict, Forbidden, InvalidToken, TelegramError
from telegram.ext import Application, ContextTypes, TypeHandler

from ..config import Settings
from ..errors import SettingsError
from ..render.telegram import say
from .admission import Admission
from .buttons import Buttons
from .commands import Commands
from .desk import THREADS, Desk, reply
from .groups import Groups
from .hints import Hints
from .inbox import Inbox, Turnstile
from .inline import Inline
from .library import Library
from .limits import Limits
from .outbox import Outbox, passing
from .profile import present
from .questions import Questions
from .state import State

log = logging.getLogger(__name__)

ALLOWED_UPDATES = (
    Update.MESSAGE,
    Update.EDITED_MESSAGE,
    Update.CALLBACK_QUERY,
    Update.INLINE_QUERY,
    Update.MY_CHAT_MEMBER,
)

CONNECTIONS = 24
STOP_SECONDS = 20.0
"""What is not finished by then stays in the inbox, and is answered after the next start."""
TIDY_SECONDS = 3600.0
RETRY_SECONDS = (1.0, 2.0, 5.0, 10.0, 30.0)

App = Application[Any, Any, Any, Any, Any, Any]


def run(settings: Settings, assistant: Library) -> int:
    """Serve until a signal says stop, and return the exit code.

    Raises:
        SettingsError: there is no token, or Telegram does not know it.
        UsageError: another bot uses the state folder.
    """
    if not settings.telegram.token:
        raise SettingsError(
            "telegram.token is not set; get one from @BotFather and set BYLINE_TELEGRAM_TOKEN or telegram.token_file"
        )
    os.environ.setdefault("PTB_TIMEDELTA", "true")  # how PTB wants to be told that we know of its coming change
    state = State(settings.state)
    executor = ThreadPoolExecutor(THREADS, thread_name_prefix="search")
    try:
        return asyncio.run(_serve(Desk(settings, assistant, state, executor)))
    finally:
        executor.shutdown(cancel_futures=True)
        state.close()


async def _serve(desk: Desk) -> int:
    stopping: asyncio.Future[int] = asyncio.get_running_loop().create_future()
    for number, code in ((signal.SIGTERM, 0), (signal.SIGINT, 130)):
        asyncio.get_running_loop().add_signal_handler(number, _resolve, stopping, code)
    inbox = Inbox(desk.state)
    app = _application(desk, inbox)
    if not await _reach_telegram(app, stopping):
        return stopping.result()
    await app.start()
    if left := await inbox.restore(app.bot):
        log.info("%d updates left from before", left)
    upkeep = asyncio.gather(_tidy(desk.state), present(desk, app.bot))
    try:
        await _start_polling(app)
        log.info("answering as @%s", app.bot.username)
        return await stopping
    finally:
        upkeep.cancel()
        await asyncio.gather(upkeep, return_exceptions=True)
        await _stop(app)


def _resolve(stopping: asyncio.Future[int], code: int) -> None:
    if not stopping.done():
        stopping.set_result(code)


def _application(desk: Desk, inbox: Inbox) -> App:
    telegram = desk.settings.telegram
    app = (
        Application.builder()
        .token(telegram.token)
        .base_url(telegram.base_url)
        .base_file_url(telegram.base_file_url)
        .update_queue(inbox)
        .concurrent_updates(Turnstile(inbox))
        .rate_limiter(Outbox(on_migrated=desk.state.move_chat))
        .connection_pool_size(CONNECTIONS)
        .pool_timeout(30)
        .connect_timeout(10)
        .read_timeout(20)
        .write_timeout(20)
        .get_updates_read_timeout(10)  # on top of the long polling itself
        .job_queue(None)
        .build()
    )
    limits = Limits(exempt=telegram.admins)
    app.add_handler(TypeHandler(Update, Admission(desk, limits).check), group=-1)
    for part in (
        Commands(desk, limits),
        Groups(desk),
        Buttons(desk),
        Inline(desk),
        Questions(desk),
        Hints(desk),
    ):
        app.add_handlers(part.handlers())
    app.add_error_handler(_Mishaps(desk, inbox).handle)
    return app


async def _reach_telegram(app: App, stopping: asyncio.Future[int]) -> bool:
    """Introduce the bot to Telegram, however long it takes; False when told to stop before."""
    pauses = list(RETRY_SECONDS)
    while not stopping.done():
        try:
            await app.initialize()
            return True
        except InvalidToken:
            await app.shutdown()
            raise SettingsError(
                "telegram.token: Telegram does not know this token; copy it anew from @BotFather (/mybots, API Token)"
            ) from None
        except TelegramError as error:
            pause = pauses.pop(0) if len(pauses) > 1 else pauses[0]
            log.warning("cannot reach Telegram (%s); trying again in %.0f s", error.message, pause)
            await asyncio.wait([stopping], timeout=pause)
    await app.shutdown()
    return False


async def _start_polling(app: App) -> None:
    if app.updater is None:
        raise RuntimeError("the application was built without an updater")
    trouble = _PollingTrouble()
    await app.updater.start_polling(
        timeout=30, bootstrap_retries=-1, allowed_updates=ALLOWED_UPDATES, error_callback=trouble.tell
    )


async def _stop(app: App) -> None:
    log.info("stopping")
    if app.updater and app.updater.running:
        await app.updater.stop()
    try:
        await asyncio.wait_for(app.stop(), STOP_SECONDS)
    except TimeoutError:
        log.warning("not everything got done in %.0f s; the rest follows after the next start", STOP_SECONDS)
    await app.shutdown()
    log.info("stopped")


async def _tidy(state: State) -> None:
    while True:
        state.tidy()
        await asyncio.sleep(TIDY_SECONDS)


class _PollingTrouble:
    """Tells of trouble with fetching updates once, not at every try."""

    def __init__(self) -> None:
        self._last = ""

    def tell(self, error: TelegramError) -> None:
        """Log an error unless it is the same as before."""
        kind = type(error).__name__
        if kind == self._last:
            return
        self._last = kind
        if isinstance(error, Conflict):
            log.error(
                "another process fetches this bot's messages (409 Conflict); stop it, or give it a token of its own"
            )
        else:
            log.warning("cannot fetch updates (%s: %s); trying on", kind, error.message)


class _Mishaps:
    """What happens when a handler fails."""

    def __init__(self, desk: Desk, inbox: Inbox) -> None:
        self._desk = desk
        self._inbox = inbox

    async def handle(self, update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Try again what failed in passing; log the rest, and apologise once."""
        error = context.error
        if isinstance(error, Forbidden):
            log.info("a chat does not want to hear from the bot any more")
        elif passing(error) and isinstance(update, Update):
            log.warning("update %d waits for a better moment (%s)", update.update_id, type(error).__name__)
            self._inbox.postpone(update)
        else:
            log.error("a handler failed", exc_info=error)
            await self._apologise(update)

    async def _apologise(self, update: object) -> None:
        if not isinstance(update, Update) or (message := update.message) is None or message.chat.type != "private":
            return
        try:
            await reply(message, [say(self._desk.words(message.from_user), "mishap")])
        except TelegramError:
            log.info("the apology was not delivered")
