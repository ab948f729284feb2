"""The bot as a service: starts with or without Telegram in reach, and stops without leaving work half done."""

import asyncio
import logging
import os
import signal
import socket
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack, suppress
from functools import partial
from itertools import chain, repeat
from typing import Any

from telegram import Update
from telegram.error import InvalidToken, TelegramError
from telegram.ext import Application, TypeHandler

from ..assistant import ASKERS, Assistant
from ..config import TOKEN, Settings
from ..errors import UsageError
from . import monitor, updates
from .admin import Admin
from .admission import admit
from .article_list import ArticleList
from .buttons import Buttons
from .checks import REJECTED
from .commands import Commands
from .delivery import Delivery
from .desk import Desk
from .error_handler import handle_error
from .follows import Follows
from .forgetting import Forgetting
from .generation import LOOK_SECONDS, Generations
from .groups import Groups
from .handlers import HandlerGroup
from .hints import Hints
from .inbox import Inbox, Turnstile
from .inline import Inline
from .limits import Limits
from .parts import Parts
from .profile import present
from .questions import Questions
from .rate_limiter import RateLimiter
from .state import State
from .uploads import Uploads

log = logging.getLogger(__name__)

CONNECTIONS = 24
STOP_SECONDS = 8.0
"""Whatever is unfinished by then stays in the inbox, and is answered after the next start; Docker kills after ten."""
TIDY_SECONDS = 300.0
"""Expired records, and what handled updates said, are erased at most this much later."""
UPLOADS_SECONDS = 60.0
"""Pause between checks for sent files that the index lacks; each lists all articles."""
MISHAP_SECONDS = 10.0
"""Pause between upkeep that failed unexpectedly and the next attempt: each failure logs a traceback."""
RETRY_SECONDS = (1.0, 2.0, 5.0, 10.0, 30.0)

App = Application[Any, Any, Any, Any, Any, Any]

Work = Callable[[], Awaitable[object]]


def run(settings: Settings, assistant: Assistant) -> int:
    """Serve until a signal says stop; return the exit code.

    Raises:
        UsageError: there is no token, Telegram rejects it, now or later, the webhook cannot be set up, or another bot
        uses the state folder.
    """
    if not TOKEN.fullmatch(settings.telegram.token):
        raise UsageError("telegram.token does not look like one of @BotFather's (123456789:AA…); copy it whole")
    os.environ.setdefault("PTB_TIMEDELTA", "true")  # opts into PTB's coming change, so that it does not warn
    state = State(settings.state)
    search = ThreadPoolExecutor(ASKERS, thread_name_prefix="search")
    writer = ThreadPoolExecutor(1, thread_name_prefix="writer")
    try:
        limits, parts = Limits(exempt=settings.telegram.admins), Parts(settings.telegram.admins)
        desk = Desk(settings, assistant, state, Delivery(state.ledger), limits, search, writer, parts)
        return asyncio.run(_until_told(desk))
    finally:
        for pool in (search, writer):  # an index run that goes on ends with the process, and is repeated by the next
            pool.shutdown(wait=False, cancel_futures=True)
        state.close()


async def _until_told(desk: Desk) -> int:
    """Serve until a signal says stop, or Telegram refuses the token; return the exit code."""
    stopping: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
    for number, code in ((signal.SIGTERM, 0), (signal.SIGINT, 130)):
        asyncio.get_running_loop().add_signal_handler(number, _resolve, stopping, code)
    serving: asyncio.Future[Any] = asyncio.ensure_future(_serve(desk, partial(_resolve, stopping, None)))
    await asyncio.wait([serving, stopping], return_when=asyncio.FIRST_COMPLETED)
    serving.cancel()
    with suppress(asyncio.CancelledError):
        await serving
    outcome: int | None = stopping.result()
    if outcome is None:
        raise _unknown_token()
    return outcome


def _resolve(stopping: asyncio.Future[Any], code: int | None) -> None:
    if not stopping.done():
        stopping.set_result(code)


def _unknown_token() -> UsageError:
    return UsageError(f"telegram.token: {REJECTED} (/mybots, API Token)")


async def _serve(desk: Desk, refused: Callable[[], None]) -> None:
    """Serve until cancelled.

    Args:
        refused: called when Telegram rejects the token while the bot runs.
    """
    inbox, follows, uploads = Inbox(desk.state.ledger, desk.parts), Follows(desk), Uploads(desk)
    turnstile = Turnstile(inbox, desk.parts)
    polling = updates.PollingRequest(desk.metrics, refused)
    app = _application(desk, inbox, turnstile, follows=follows, uploads=uploads, polling=polling)
    async with AsyncExitStack() as stack:
        await _monitor(desk, stack)
        stack.push_async_callback(app.shutdown)
        await _reach_telegram(partial(_introduce, app))
        if desk.state.belong_to(app.bot.token.partition(":")[0]):  # only now, because a token may be mistyped
            log.warning("the state is another bot's: what was said to that one is dropped, followed questions stay")
        await app.start()
        stack.push_async_callback(_stop, app, turnstile)
        if left := await inbox.restore(app.bot):
            log.info("%d updates left from before", left)
        await _reach_telegram(partial(updates.begin, app, desk.settings.webhook))
        upkeep: list[Awaitable[object]] = [
            _repeat(partial(_tidy, desk.state), TIDY_SECONDS),
            _carry_out(partial(present, desk, app.bot)),
            _repeat(partial(Generations(desk, follows).look, app.bot), LOOK_SECONDS),
            _repeat(uploads.look, UPLOADS_SECONDS),
        ]
        if desk.settings.webhook.url:
            watch = updates.WebhookWatch(desk.metrics, refused)
            upkeep.append(_repeat(partial(watch.look, app.bot), updates.WATCH_SECONDS))
        _announce(desk, app)
        await asyncio.gather(*upkeep)


async def _monitor(desk: Desk, stack: AsyncExitStack) -> None:
    if port := desk.settings.monitor_port:
        try:
            server = await monitor.serve(desk.metrics, port=port)
        except OSError as error:
            raise UsageError(f"monitor.port {port}: {error.strerror}; choose another one") from error
        stack.callback(server.close)


def _announce(desk: Desk, app: App) -> None:
    """Announce that the bot is ready: in the log, to a monitor, and to systemd if that started it."""
    desk.metrics.ready = True
    log.info("answering as @%s", app.bot.username)
    if address := os.environ.get("NOTIFY_SOCKET"):
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as notify:
            notify.connect(address.replace("@", "\0", 1) if address.startswith("@") else address)
            notify.send(b"READY=1")


def _application(
    desk: Desk,
    inbox: Inbox,
    turnstile: Turnstile,
    *,
    follows: Follows,
    uploads: Uploads,
    polling: updates.PollingRequest,
) -> App:
    telegram = desk.settings.telegram
    app = (
        Application.builder()
        .token(telegram.token)
        .base_url(telegram.base_url)
        .base_file_url(telegram.file_url)
        .update_queue(inbox)
        .concurrent_updates(turnstile)
        .rate_limiter(RateLimiter(on_migrated=desk.state.move_chat, failures=desk.metrics.failures))
        .connection_pool_size(CONNECTIONS)
        .pool_timeout(30)
        .connect_timeout(10)
        .read_timeout(20)
        .write_timeout(20)
        .get_updates_request(polling)
        .job_queue(None)
        .build()
    )
    app.add_handler(TypeHandler(Update, partial(admit, desk)), group=-1)
    all_handling: list[HandlerGroup] = [
        Commands(desk), Forgetting(desk), Admin(desk), ArticleList(desk), follows, Groups(desk), Buttons(desk),
        Inline(desk), uploads, Questions(desk), Hints(desk),
    ]  # fmt: skip
    for handling in all_handling:
        app.add_handlers(handling.handlers())
    app.add_error_handler(partial(handle_error, desk, inbox))
    return app


async def _reach_telegram(step: Work) -> None:
    """Run a step that needs Telegram, retrying for as long as it takes."""
    for pause in chain(RETRY_SECONDS, repeat(RETRY_SECONDS[-1])):
        try:
            await step()
        except TelegramError as error:
            log.warning("cannot reach Telegram (%s); trying again in %.0f s", error.message, pause)
            await asyncio.sleep(pause)
        else:
            return


async def _introduce(app: App) -> None:
    try:
        await app.initialize()
    except InvalidToken:
        raise _unknown_token() from None


async def _stop(app: App, turnstile: Turnstile) -> None:
    log.info("stopping")
    turnstile.close()
    if app.updater and app.updater.running:
        await updates.end(app.updater)
    try:
        await asyncio.wait_for(app.stop(), STOP_SECONDS)
    except TimeoutError:
        log.warning("not everything got done in %.0f s; the rest follows after the next start", STOP_SECONDS)
    log.info("stopped")


async def _tidy(state: State) -> None:
    state.tidy()


async def _repeat(work: Work, seconds: float) -> None:
    """Repeat work forever, with a pause of so many seconds in between; longer after a failure."""
    while True:
        done = await _carry_out(work)
        await asyncio.sleep(seconds if done else max(seconds, MISHAP_SECONDS))


async def _carry_out(work: Work) -> bool:
    """Run background work; return whether it succeeded. A failure is logged and affects nothing else."""
    try:
        await work()
    except Exception:
        log.exception("upkeep failed")
        return False
    return True
