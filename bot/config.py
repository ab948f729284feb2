"""Settings: one frozen value, from flags, the environment, a settings file and defaults, in this order of precedence.

Only the front ends see it; lower layers get plain arguments.
"""

import logging
import os
import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import platformdirs
from msgspec import Struct, field
from msgspec.structs import replace

from .errors import UsageError
from .text_file import read_text
from .values import (
    FLAG,
    HOST,
    IDS,
    PORT,
    SHARE,
    TEXT,
    TEXTS,
    WEBHOOK_SECRET,
    Kind,
    Secret,
    one_of,
    path,
    server,
    webhook,
)

log = logging.getLogger(__name__)

TOKEN = re.compile(r"[0-9]+:[A-Za-z0-9_-]+")
"""What a bot's token looks like; Bot API servers other than Telegram's may issue shorter ones."""

TELEGRAM = "api.telegram.org"

_SHOWN_CHARS = 60
"""Maximum length of an unknown setting in an error."""


class TelegramSettings(Struct, frozen=True):
    """What the Telegram bot needs to know."""

    token: Secret = Secret()
    token_file: Path | None = None
    """The file that the token was read from."""
    base_url: str = f"https://{TELEGRAM}/bot"
    base_file_url: str = ""
    """Where files are fetched; empty for the usual place on the server of `base_url`."""
    admins: frozenset[int] = frozenset()
    allowed: frozenset[int] = frozenset()
    """Ids of the users and chats that are served; empty for everyone."""

    @property
    def file_url(self) -> str:
        """Where files are fetched: never at another server than the token is meant for, unless it is named."""
        return self.base_file_url or re.sub(r"(.*[^/])/bot", r"\1/file/bot", self.base_url, count=1)

    def serves(self, *who: int) -> bool:
        """Return whether one of these users and chats is served."""
        return not self.allowed or not (self.allowed | self.admins).isdisjoint(who)


class WebhookSettings(Struct, frozen=True):
    """Where Telegram delivers updates; without a `url` the bot polls."""

    url: str = ""
    listen: str = "127.0.0.1"
    port: int = 8443
    secret: Secret = Secret()


class Settings(Struct, frozen=True):
    """All settings."""

    file: Path | None = None
    """The settings file that they were read from, if there is one."""
    index: Path = field(default_factory=lambda: platformdirs.user_data_path("byline") / "index")
    state: Path = field(default_factory=lambda: platformdirs.user_state_path("byline"))
    model: str = "auto"
    max_error: float | None = None
    """The accepted share of wrong answers; None leaves it to the calibration."""
    boilerplate: str = "drop"
    """`drop` or `keep`."""
    boilerplate_rules: tuple[str, ...] = ()
    """Phrases with `*` as a wildcard, case-insensitive; a block that matches one of them is boilerplate."""
    telegram: TelegramSettings = TelegramSettings()
    webhook: WebhookSettings = WebhookSettings()
    fetch_enabled: bool = False
    monitor_port: int = 0
    """Port on the loopback interface for the bot's health, readiness and metrics; 0 for none."""
    log_level: str = "info"
    log_format: str = "text"

    @property
    def secrets(self) -> tuple[str, ...]:
        """Values that no output may show."""
        return (self.telegram.token, self.webhook.secret)


_SETTINGS: Mapping[str, tuple[str | None, Kind]] = {
    "index": ("BYLINE_INDEX", path()),
    "state": ("BYLINE_STATE", path()),
    "model": ("BYLINE_MODEL", TEXT),
    "max_error": ("BYLINE_MAX_ERROR", SHARE),
    "boilerplate": ("BYLINE_BOILERPLATE", one_of("drop", "keep")),
    "boilerplate_rules": (None, TEXTS),
    "telegram.token": ("BYLINE_TELEGRAM_TOKEN", TEXT),
    "telegram.token_file": ("BYLINE_TELEGRAM_TOKEN_FILE", path(optional=True)),
    "telegram.base_url": ("BYLINE_TELEGRAM_BASE_URL", server(f"https://{TELEGRAM}/bot")),
    "telegram.base_file_url": ("BYLINE_TELEGRAM_BASE_FILE_URL", server(f"https://{TELEGRAM}/file/bot")),
    "telegram.admins": ("BYLINE_TELEGRAM_ADMINS", IDS),
    "telegram.allowed": ("BYLINE_TELEGRAM_ALLOWED", IDS),
    "webhook.url": ("BYLINE_WEBHOOK_URL", TEXT),  # checked later: what is allowed depends on the server
    "webhook.listen": ("BYLINE_WEBHOOK_LISTEN", HOST),
    "webhook.port": ("BYLINE_WEBHOOK_PORT", PORT),
    "webhook.secret": ("BYLINE_WEBHOOK_SECRET", WEBHOOK_SECRET),
    "fetch.enabled": ("BYLINE_FETCH", FLAG),
    "monitor.port": ("BYLINE_MONITOR_PORT", PORT),
    "log.level": ("BYLINE_LOG_LEVEL", one_of("debug", "info", "warning", "error")),
    "log.format": ("BYLINE_LOG_FORMAT", one_of("text", "json")),
}
"""Every setting: its key in the file (the name of its field above), its environment variable, and its kind."""

_TOKEN_KEYS = ("telegram.token", "telegram.token_file")
"""Two ways to give the token: either one, from the environment, overrides both in the file."""


def load(
    *,
    file: Path | None = None,
    environment: Mapping[str, str] | None = None,
    flags: Mapping[str, object] | None = None,
    token_file: bool = True,
) -> Settings:
    """Read the settings.

    Args:
        file: the settings file; None looks for `byline.toml` in the working folder, then in the user's configuration
        folder.
        environment: environment variables; None for those of the process.
        flags: values given on the command line by key; None stands for not given.
        token_file: whether to read the file of the bot's token; it may be closed to users whose command needs no token.

    Raises:
        UsageError: a key is unknown, a value is of the wrong kind, or a file cannot be read.
    """
    file = _settings_file(file)
    values = _from_file(file)
    environment = os.environ if environment is None else environment
    given = {key: name for key, (name, _) in _SETTINGS.items() if name and environment.get(name)}
    if not given.keys().isdisjoint(_TOKEN_KEYS):
        values = {key: value for key, value in values.items() if key not in _TOKEN_KEYS}
    values |= {key: (environment[name], f"the environment variable {name}") for key, name in given.items()}
    for key, value in (flags or {}).items():
        if value is not None:
            values[key] = (value, "the command line")
    if not token_file:
        values.pop("telegram.token_file", None)
    return replace(_build(values), file=file and file.absolute())


def tell_misspelt(environment: Mapping[str, str]) -> None:
    """Warn of variables with nearly the name of a setting; others may belong to another program."""
    known = [name for name, _ in _SETTINGS.values() if name]
    for name in environment:
        if name.startswith("BYLINE_") and name not in known:
            from difflib import get_close_matches  # noqa: PLC0415 - seldom needed

            for meant in get_close_matches(name, known, n=1, cutoff=0.88):
                log.warning("the environment variable %s is no setting; did you mean %s?", name, meant)


def _settings_file(file: Path | None) -> Path | None:
    """Return the settings file in use, or None when there is none.

    Raises:
        UsageError: the user's configuration folder, where there may be one, cannot be read.
    """
    if file is not None:
        return file
    here, own = Path("byline.toml"), platformdirs.user_config_path("byline") / "byline.toml"
    # Under `sudo -u` a command may run in a folder closed to its user: settings there are someone else's.
    with suppress(PermissionError):
        if here.is_file():
            return here
    try:
        return own if own.is_file() else None
    except OSError as error:
        reason = f"cannot read the settings file ({error.strerror})"
        raise UsageError(f"{own}: {reason}; check its rights, or name another one with --config") from error


def _from_file(path: Path | None) -> dict[str, tuple[object, str]]:
    if path is None:
        return {}
    import tomllib  # noqa: PLC0415 - takes 3 ms, and often there is no file

    try:
        given = _flat(tomllib.loads(read_text(path)))
    except UsageError as error:
        raise UsageError(f"{error}, or name another settings file with --config") from error
    except (ValueError, RecursionError) as error:  # ValueError alone for a number with thousands of digits
        raise UsageError(f"{path}: not a TOML file ({error}); fix the line or remove the file") from error
    values = {}
    for key, value in given:
        if key not in _SETTINGS:
            known, shown = ", ".join(sorted(_SETTINGS)), key if len(key) <= _SHOWN_CHARS else f"{key[:_SHOWN_CHARS]}…"
            raise UsageError(f"{path}: unknown setting {shown!r}; known are {known}")
        values[key] = (value, str(path))
    return values


def _flat(table: Mapping[str, object], prefix: str = "") -> list[tuple[str, object]]:
    found: list[tuple[str, object]] = []
    for key, value in table.items():
        found += _flat(value, f"{prefix}{key}.") if isinstance(value, dict) else [(prefix + key, value)]
    return found


def _build(values: Mapping[str, tuple[object, str]]) -> Settings:
    typed: dict[str, Any] = {key: _SETTINGS[key][1].typed(key, *given) for key, given in values.items()}
    token = _token(typed.pop("telegram.token", ""), typed.get("telegram.token_file"))
    telegram = TelegramSettings(token=token, **_section(typed, "telegram"))
    if "webhook.url" in values:
        kind = webhook(telegrams_own=urlsplit(telegram.base_url).hostname == TELEGRAM)
        typed["webhook.url"] = kind.typed("webhook.url", *values["webhook.url"])
    hook = WebhookSettings(**_section(typed, "webhook"))
    return Settings(telegram=telegram, webhook=hook, **{key.replace(".", "_"): value for key, value in typed.items()})


def _section(typed: dict[str, Any], name: str) -> dict[str, Any]:
    """Remove the values of a section, and return them by the names of their fields."""
    return {key.partition(".")[2]: typed.pop(key) for key in [*typed] if key.startswith(f"{name}.")}


def _token(token: str, file: Path | None) -> Secret:
    if token or file in {None, Path()}:
        return Secret(token.strip())
    try:
        if token := read_text(file).strip():
            return Secret(token)
    except UsageError as error:
        raise UsageError(f"telegram.token_file {error}") from error
    raise UsageError(f"{file}: telegram.token_file is empty; put the token into it")
