"""Settings: one frozen value, made from flags, the environment, a settings file and defaults, in this order.

Only the front ends see it; lower layers get plain arguments.
"""

import logging
import os
import re
import tomllib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import platformdirs

from .errors import SettingsError, UsageError
from .text_file import read_text
from .values import Values

log = logging.getLogger(__name__)

TOKEN = re.compile(r"[0-9]+:[A-Za-z0-9_-]+")
"""What a bot's token looks like; other Bot API servers may give shorter ones than Telegram."""

TELEGRAM = "api.telegram.org"


class Secret(str):
    """A string that shows itself to nobody by accident."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "Secret('…')" if self else "Secret('')"


@dataclass(frozen=True, slots=True)
class TelegramSettings:
    """What the Telegram bot needs to know."""

    token: Secret = field(default_factory=Secret)
    base_url: str = f"https://{TELEGRAM}/bot"
    base_file_url: str = f"https://{TELEGRAM}/file/bot"
    admins: frozenset[int] = frozenset()
    allowed: frozenset[int] = frozenset()
    """Users and chats that are served; empty: everyone."""


@dataclass(frozen=True, slots=True)
class WebhookSettings:
    """Where Telegram shall deliver updates; polling when `url` is None."""

    url: str | None = None
    listen: str = "127.0.0.1"
    port: int = 8443
    secret: Secret = field(default_factory=Secret)


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be set."""

    index: Path = field(default_factory=lambda: platformdirs.user_data_path("byline") / "index")
    state: Path = field(default_factory=lambda: platformdirs.user_state_path("byline"))
    model: str = "auto"
    max_error: float | None = None
    """The share of wrong answers that is put up with; None leaves it to the calibration."""
    boilerplate: str = "drop"
    """`drop` or `keep`."""
    boilerplate_rules: tuple[str, ...] = ()
    """Phrases with `*` for anything, whatever the case; a block that is like one of them is boilerplate."""
    telegram: TelegramSettings = field(default_factory=TelegramSettings)
    webhook: WebhookSettings = field(default_factory=WebhookSettings)
    fetch_enabled: bool = False
    monitor_port: int = 0
    """Port on the loopback interface for health, readiness and metrics of the bot; 0 for none."""
    log_level: str = "INFO"
    log_format: str = "text"

    @property
    def secrets(self) -> tuple[str, ...]:
        """What no output may show."""
        return (self.telegram.token, self.webhook.secret)


_KEYS = {
    "index": "BYLINE_INDEX",
    "state": "BYLINE_STATE",
    "model": "BYLINE_MODEL",
    "max_error": "BYLINE_MAX_ERROR",
    "boilerplate": "BYLINE_BOILERPLATE",
    "boilerplate_rules": None,
    "telegram.token": "BYLINE_TELEGRAM_TOKEN",
    "telegram.token_file": "BYLINE_TELEGRAM_TOKEN_FILE",
    "telegram.base_url": "BYLINE_TELEGRAM_BASE_URL",
    "telegram.base_file_url": "BYLINE_TELEGRAM_BASE_FILE_URL",
    "telegram.admins": "BYLINE_TELEGRAM_ADMINS",
    "telegram.allowed": "BYLINE_TELEGRAM_ALLOWED",
    "webhook.url": "BYLINE_WEBHOOK_URL",
    "webhook.listen": "BYLINE_WEBHOOK_LISTEN",
    "webhook.port": "BYLINE_WEBHOOK_PORT",
    "webhook.secret": "BYLINE_WEBHOOK_SECRET",
    "fetch.enabled": "BYLINE_FETCH",
    "monitor.port": "BYLINE_MONITOR_PORT",
    "log.level": "BYLINE_LOG_LEVEL",
    "log.format": "BYLINE_LOG_FORMAT",
}
"""Every setting: its key in the file, and its name in the environment."""

_TOKEN_KEYS = ("telegram.token", "telegram.token_file")
"""Two ways to give one thing: either, from the environment, replaces both of the file."""


def load(
    *,
    file: Path | None = None,
    environment: Mapping[str, str] | None = None,
    flags: Mapping[str, object] | None = None,
) -> Settings:
    """Read the settings.

    Args:
        file: the settings file; None looks for `byline.toml` here, then in the user's configuration folder.
        environment: the process's own unless given.
        flags: values given on the command line by key; None stands for not given.

    Raises:
        SettingsError: a key nobody knows, a value of the wrong kind, a file that cannot be read.
    """
    values = _from_file(file)
    environment = os.environ if environment is None else environment
    _tell_misspelt(environment)
    given = {key: name for key, name in _KEYS.items() if name and environment.get(name)}
    if not given.keys().isdisjoint(_TOKEN_KEYS):
        values = {key: value for key, value in values.items() if key not in _TOKEN_KEYS}
    values |= {key: (environment[name], f"the environment variable {name}") for key, name in given.items()}
    for key, value in (flags or {}).items():
        if value is not None:
            values[key] = (value, "the command line")
    return _build(Values(values))


def _tell_misspelt(environment: Mapping[str, str]) -> None:
    """Warn of variables that are nearly a setting: others may be somebody else's."""
    known = [name for name in _KEYS.values() if name]
    for name in environment:
        if name.startswith("BYLINE_") and name not in known:
            from difflib import get_close_matches  # noqa: PLC0415 - seldom needed

            for meant in get_close_matches(name, known, n=1, cutoff=0.88):
                log.warning("the environment variable %s is no setting; did you mean %s?", name, meant)


def settings_file(file: Path | None) -> Path | None:
    """Return the settings file in use, or None when there is none.

    Raises:
        SettingsError: there may be one in the user's configuration folder, which cannot be looked into.
    """
    if file is not None:
        return file
    here, own = Path("byline.toml"), platformdirs.user_config_path("byline") / "byline.toml"
    # Under `sudo -u` a command may stand in a folder that is closed to its user: settings there are somebody else's.
    with suppress(PermissionError):
        if here.is_file():
            return here
    try:
        return own if own.is_file() else None
    except OSError as error:
        raise _unreadable(own, error) from error


def _from_file(file: Path | None) -> dict[str, tuple[object, str]]:
    path = settings_file(file)
    if path is None:
        return {}
    try:
        given = _flat(tomllib.loads(read_text(path)))
    except UsageError as error:
        raise SettingsError(f"{error}, or name another settings file with --config") from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise SettingsError(f"{path}: not a TOML file ({error}); mend the line or remove the file") from error
    values = {}
    for key, value in given:
        if key not in _KEYS:
            known = ", ".join(sorted(_KEYS))
            raise SettingsError(f"{path}: unknown setting {key!r}; known are {known}")
        values[key] = (value, str(path))
    return values


def _unreadable(path: Path, error: OSError) -> SettingsError:
    reason = f"cannot read the settings file ({error.strerror})"
    return SettingsError(f"{path}: {reason}; check its rights, or name another one with --config")


def _flat(table: Mapping[str, object], prefix: str = "") -> list[tuple[str, object]]:
    found: list[tuple[str, object]] = []
    for key, value in table.items():
        found += _flat(value, f"{prefix}{key}.") if isinstance(value, dict) else [(prefix + key, value)]
    return found


def _build(values: Values) -> Settings:
    default = Settings()
    telegrams_own = urlsplit(values.server("telegram.base_url", default.telegram.base_url)).hostname == TELEGRAM
    return Settings(
        index=values.path("index", default.index),
        state=values.path("state", default.state),
        model=values.text("model", default.model),
        max_error=values.share("max_error"),
        boilerplate=values.choice("boilerplate", ("drop", "keep"), default.boilerplate),
        boilerplate_rules=values.texts("boilerplate_rules"),
        telegram=TelegramSettings(
            token=_token(values),
            base_url=values.server("telegram.base_url", default.telegram.base_url),
            base_file_url=values.server("telegram.base_file_url", default.telegram.base_file_url),
            admins=values.ids("telegram.admins"),
            allowed=values.ids("telegram.allowed"),
        ),
        webhook=WebhookSettings(
            url=values.webhook("webhook.url", telegrams_own=telegrams_own) or None,
            listen=values.text("webhook.listen", default.webhook.listen),
            port=values.port("webhook.port", default.webhook.port),
            secret=Secret(values.webhook_secret("webhook.secret")),
        ),
        fetch_enabled=values.flag("fetch.enabled", default.fetch_enabled),
        monitor_port=values.port("monitor.port", default.monitor_port),
        log_level=values.choice("log.level", ("debug", "info", "warning", "error"), "info").upper(),
        log_format=values.choice("log.format", ("text", "json"), default.log_format),
    )


def _token(values: Values) -> Secret:
    if token := values.text("telegram.token", ""):
        return Secret(token.strip())
    file = values.path("telegram.token_file", Path())
    if file == Path():
        return Secret("")
    try:
        if token := read_text(file).strip():
            return Secret(token)
    except UsageError as error:
        raise SettingsError(f"telegram.token_file {error}") from error
    raise SettingsError(f"{file}: telegram.token_file is empty; put the token into it")
