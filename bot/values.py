"""Kinds of settings: how each converts a raw value, and how its error message describes the values it takes."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeVar
from urllib.parse import urlsplit

from .errors import UsageError

_T = TypeVar("_T")

_YES = frozenset({"1", "true", "yes", "on"})
_NO = frozenset({"0", "false", "no", "off"})


class Secret(str):
    """A string that hides its value in `repr`."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "Secret('…')" if self else "Secret('')"


class Kind(NamedTuple):
    """The kind of values that a setting takes."""

    wanted: str
    accept: Callable[[object], object]
    """Return the typed value; raise ValueError or TypeError if the value is not of this kind."""

    def typed(self, key: str, value: object, place: str) -> object:
        """Return the typed value of a key.

        Raises:
            UsageError: it is not of this kind; the message names the key, where it was given, and the kind.
        """
        try:
            return self.accept(value)
        except (ValueError, TypeError) as error:
            raise UsageError(f"{place}: {key} must be {self.wanted}") from error


def one_of(*choices: str) -> Kind:
    """Return the kind of a setting with a fixed set of values."""
    return Kind("one of " + ", ".join(choices), lambda value: _where(plain := _text(value).lower(), plain in choices))


def server(usual: str) -> Kind:
    """Return the kind of a Bot API server's address."""
    return Kind(f"an address up to the token, such as {usual}", _server)


def webhook(*, telegrams_own: bool) -> Kind:
    """Return the kind of a webhook address; Bot API servers other than Telegram's accept more of them."""
    wanted = "an https address on port 443, 80, 88 or 8443" if telegrams_own else "an http or https address"

    def accept(value: object) -> str:
        parts = urlsplit(address := _text(value))
        narrow = parts.scheme == "https" and parts.port in {None, 443, 80, 88, 8443}
        fits = narrow if telegrams_own else parts.scheme in {"http", "https"} and parts.port != 0
        sound = fits and parts.hostname and not re.search(r"[\x00-\x20\x7f]", address)
        return _where(address, sound or not address)

    return Kind(f"{wanted}, as in https://bot.example.org/byline-updates", accept)


def path(*, optional: bool = False) -> Kind:
    """Return the kind of a path; an empty one, of an unset shell variable, would be the working folder."""
    return Kind("a path", lambda value: _where(_path(value), optional or value))


def share(value: object) -> float:
    """Return a number between 0 and 1.

    Raises:
        ValueError: it is not one.
    """
    number = float(str(value))  # not of the value itself: a whole number may be too large for `float`
    return _where(number, 0 <= number <= 1)


def _where(value: _T, fits: object) -> _T:
    if not fits:
        raise ValueError(value)
    return value


def _text(value: object) -> str:
    if not isinstance(value, str | Path):
        raise TypeError(value)
    return str(value)


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError(value)
    return tuple(_text(item) for item in value)


def _path(value: object) -> Path:
    try:
        path = Path(_text(value)).expanduser()
    except RuntimeError as error:  # the home of a user who does not exist
        raise ValueError(value) from error
    return _where(path, "\x00" not in str(path))


def _port(value: object) -> int:
    number = int(str(value))
    return _where(number, 0 <= number <= 65_535)


def _flag(value: object) -> bool:
    plain = (str(value) if isinstance(value, bool) else _text(value)).lower()
    return _where(plain in _YES, plain in _YES | _NO)


def _ids(value: object) -> frozenset[int]:
    items = value if isinstance(value, list) else str(value).replace(",", " ").split()
    return frozenset(int(str(item)) for item in items)


def _webhook_secret(value: object) -> Secret:
    return Secret(_where(text := _text(value), re.fullmatch("[A-Za-z0-9_-]{0,256}", text)))


def _server(value: object) -> str:
    """Return an address that can take the token as part of its path; anywhere else, errors would quote it."""
    address = _text(value)
    parts = urlsplit(address)
    host, path = (parts.hostname or "").encode("idna"), parts.path
    strange = "{" in parts.netloc or re.search(r"[\x00-\x20\x7f?#{}\\]", address.replace("{token}", ""))
    whole = parts.scheme in {"http", "https"} and host and parts.port != 0 and path[-1:] not in {"", "/"}
    return _where(address, whole and not strange)


TEXT = Kind("text", _text)
HOST = Kind("a host name or an address", lambda value: _where(_text(value), value))  # an empty one would mean all
TEXTS = Kind("a list of texts", _texts)
PORT = Kind("a port number", _port)
SHARE = Kind("a share between 0 and 1, as in 0.05", share)
FLAG = Kind("true or false", _flag)
IDS = Kind("a list of numeric ids", _ids)
WEBHOOK_SECRET = Kind("up to 256 letters (A-Z, a-z), digits, _ and -", _webhook_secret)
