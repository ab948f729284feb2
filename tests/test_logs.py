"""The log: one line per record, a level per logger, and never a secret."""

import io
import json
import logging
import re
import warnings
from collections.abc import Iterator
from contextlib import redirect_stderr

import pytest

from bot import logs

TOKEN = "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"


@pytest.fixture(autouse=True)
def restored() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    logging.captureWarnings(False)


def logged(form: str, *, level: str = "DEBUG", secrets: tuple[str, ...] = ()) -> io.StringIO:
    with redirect_stderr(io.StringIO()) as stream:
        logs.configure(level=level, form=form, secrets=secrets)
    return stream


@pytest.mark.parametrize("form", ["text", "json"])
def test_no_secret_gets_through(form: str) -> None:
    stream = logged(form, secrets=("hook-secret", ""))
    log = logging.getLogger("bot.somewhere")
    log.info("POST https://api.telegram.org/bot%s/getMe with %s", TOKEN, "hook-secret")
    try:
        raise ValueError(f"The token `{TOKEN}` was rejected")
    except ValueError:
        log.exception("failed")
    assert TOKEN not in stream.getvalue()
    assert "hook-secret" not in stream.getvalue()
    assert stream.getvalue().count("<secret>") >= 3


def test_the_half_of_a_token_that_is_secret_is_masked_by_itself() -> None:
    """A URL parser may split a token at the colon; a secret half that is too short to be unique is not masked."""
    stream = logged("text", secrets=(TOKEN, "1:none"))
    logging.getLogger("bot.somewhere").info("Invalid port: %s; there is none", TOKEN.partition(":")[2])
    line = r"[0-9-]{10} [0-9:,]{12} INFO bot\.somewhere: Invalid port: <secret>; there is none\n"
    assert re.fullmatch(line, stream.getvalue())


def test_a_warning_is_logged_and_masked_like_anything_else() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        stream = logged("text")
        warnings.warn(f"https://api.telegram.org/bot{TOKEN}/ is slow", stacklevel=1)
    assert "https://api.telegram.org/bot<secret>/ is slow" in stream.getvalue()


def test_json_is_one_object_a_record() -> None:
    stream = logged("json")
    try:
        raise ValueError("über\nzwei Zeilen")
    except ValueError:
        logging.getLogger("bot.x").exception("failed: %d", 3)
    (line,) = stream.getvalue().splitlines()
    entry = json.loads(line)
    assert (entry["level"], entry["logger"], entry["message"]) == ("ERROR", "bot.x", "failed: 3")
    assert "zwei Zeilen" in entry["exception"]
    assert entry["time"].endswith("+00:00")


@pytest.mark.parametrize("name", ["httpx", "httpcore.connection", "telegram.ext.Application"])
def test_chatty_libraries_are_kept_quiet(name: str) -> None:
    stream = logged("text", level="DEBUG")
    logging.getLogger(name).info("HTTP Request: POST …")
    assert not stream.getvalue()
    logging.getLogger(name).warning("really")
    assert "really" in stream.getvalue()


def test_an_update_that_cannot_be_read_is_not_quoted() -> None:
    stream = logged("text", level="DEBUG")
    logging.getLogger("telegram.ext.Updater").critical("Received data was: who knows?")
    assert not stream.getvalue()


@pytest.mark.parametrize("name", ["pypdf._reader", "trafilatura.core"])
def test_libraries_that_name_no_file_are_heard_only_by_whoever_looks_for_faults(name: str) -> None:
    for level, heard in (("WARNING", False), ("INFO", False), ("DEBUG", True)):
        stream = logged("text", level=level)
        logging.getLogger(name).error("EOF marker not found")
        assert bool(stream.getvalue()) == heard


def test_the_level_holds() -> None:
    stream = logged("text", level="ERROR")
    logging.getLogger("httpx").warning("no")
    logging.getLogger("bot.x").warning("no")
    logging.getLogger("bot.x").error("yes")
    assert [line.rpartition(" ")[2] for line in stream.getvalue().splitlines()] == ["yes"]
