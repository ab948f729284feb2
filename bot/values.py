"""Raw settings → typed ones: text, paths, ports, lists; what is none is told with its key and where it stands."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

from .errors import SettingsError

_T = TypeVar("_T")

_YES = frozenset({"1", "true", "yes", "on"})
_NO = frozenset({"0", "false", "no", "off"})


class Values:
    """Typed access to raw values; every complaint names the key, the place and the wanted kind."""

    def __init__(self, values: Mapping[str, tuple[object, str]]) -> None:
        self._values = values

    def _get(self, key: str, wanted: str, accept: Callable[[object], _T], default: _T) -> _T:
        if key not in self._values:
            return default
        value, place = self._values[key]
        try:
            return accept(value)
        except (ValueError, TypeError) as error:
            raise SettingsError(f"{place}: {key} must be {wanted}") from error

    def text(self, key: str, default: str) -> str:
        return self._get(key, "text", _text, default)

    def choice(self, key: str, choices: tuple[str, ...], default: str) -> str:
        def accept(value: object) -> str:
            plain = _text(value).lower()
            if plain not in choices:
                raise ValueError(plain)
            return plain

        return self._get(key, "one of " + ", ".join(choices), accept, default)

    def path(self, key: str, default: Path) -> Path:
        return self._get(key, "a path", _path, default)

    def port(self, key: str, default: int) -> int:
        def accept(value: object) -> int:
            number = int(str(value))
            if not 0 <= number <= 65_535:
                raise ValueError(number)
            return number

        return self._get(key, "a port number", accept, default)

    def server(self, key: str, default: str) -> str:
        return self._get(key, f"an address up to the token, such as {default}", _server, default)

    def webhook(self, key: str, *, telegrams_own: bool) -> str:
        """Return the address that updates come to; another Bot API server than Telegram's takes more of them."""
        wanted = "an https address on port 443, 80, 88 or 8443" if telegrams_own else "an http or https address"

        def accept(value: object) -> str:
            parts = urlsplit(address := _text(value))
            narrow = parts.scheme == "https" and parts.port in {None, 443, 80, 88, 8443}
            fits = narrow if telegrams_own else parts.scheme in {"http", "https"} and parts.port != 0
            if address and not (fits and parts.hostname and not re.search(r"[\x00-\x20\x7f]", address)):
                raise ValueError(address)
            return address

        return self._get(key, f"{wanted}, as in https://bot.example.org/byline-updates", accept, "")

    def webhook_secret(self, key: str) -> str:
        def accept(value: object) -> str:
            if not re.fullmatch("[A-Za-z0-9_-]{0,256}", text := _text(value)):
                raise ValueError
            return text

        return self._get(key, "up to 256 letters (A-Z, a-z), digits, _ and -", accept, "")

    def share(self, key: str) -> float | None:
        return self._get(key, "a share between 0 and 1, as in 0.05", share, None)

    def flag(self, key: str, default: bool) -> bool:
        def accept(value: object) -> bool:
            if isinstance(value, bool):
                return value
            if (plain := _text(value).lower()) not in _YES | _NO:
                raise ValueError(plain)
            return plain in _YES

        return self._get(key, "true or false", accept, default)

    def ids(self, key: str) -> frozenset[int]:
        def accept(value: object) -> frozenset[int]:
            items = value if isinstance(value, list) else str(value).replace(",", " ").split()
            return frozenset(int(str(item)) for item in items)

        return self._get(key, "a list of numeric ids", accept, frozenset())

    def texts(self, key: str) -> tuple[str, ...]:
        def accept(value: object) -> tuple[str, ...]:
            if not isinstance(value, list):
                raise TypeError(value)
            return tuple(_text(item) for item in value)

        return self._get(key, "a list of texts", accept, ())


def share(value: object) -> float:
    """Return a number between 0 and 1.

    Raises:
        ValueError, TypeError: it is none.
    """
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise TypeError(value)
    number = float(value)
    if not 0 <= number <= 1:
        raise ValueError(number)
    return number


def _text(value: object) -> str:
    if not isinstance(value, str | Path):
        raise TypeError(value)
    return str(value)


def _path(value: object) -> Path:
    try:
        path = Path(_text(value)).expanduser()
    except RuntimeError as error:  # the home of a user that there is not
        raise ValueError(value) from error
    if "\x00" in str(path):
        raise ValueError(value)
    return path


def _server(value: object) -> str:
    """Return an address of which the token will be a part of the path; elsewhere, errors would quote it."""
    address = _text(value)
    parts = urlsplit(address)
    host, path = (parts.hostname or "").encode("idna"), parts.path
    strange = "{" in parts.netloc or re.search(r"[\x00-\x20\x7f?#{}\\]", address.replace("{token}", ""))
    if parts.scheme not in {"http", "https"} or not host or parts.port == 0 or path[-1:] in {"", "/"} or strange:
        raise ValueError(address)
    return address
