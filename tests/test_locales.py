"""The message catalogues are complete in every language and keep Telegram's limits."""

import re
import string

import pytest

from bot.locales import DEFAULT, languages, name_of, words_in
from bot.telegram.profile import ADMIN, GROUP
from retrieval.language.detection import likeliest_language
from retrieval.types import Lack, SignalName

PLAIN = re.compile(r"^(button|command|inline)-|-short$|^(short-)?description$|-unknown$|^untitled$")
LIMITS = {"command": 256, "description": 512, "short-description": 120, "button": 60, "inline": 64}


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def forms(sentence: str | dict[str, str]) -> list[str]:
    return list(sentence.values()) if isinstance(sentence, dict) else [sentence]


@pytest.mark.parametrize("code", languages())
def test_every_catalogue_has_the_same_keys_places_and_marks(code: str) -> None:
    default, other = words_in(DEFAULT).raw(), words_in(code).raw()
    assert other.keys() == default.keys()
    for key, sentence in other.items():
        expected = forms(default[key])[0]
        for form in forms(sentence):
            assert fields(form) == fields(expected), key
            assert sorted(re.findall(r"</?\w+>", form)) == sorted(re.findall(r"</?\w+>", expected)), key
            assert not (PLAIN.search(key) and re.search(r"[<>&]", form)), key


@pytest.mark.parametrize("code", sorted({*languages()} - {DEFAULT}))
def test_no_line_of_another_catalogue_is_english(code: str) -> None:
    for key, sentence in words_in(code).raw().items():
        for form in forms(sentence):
            lines = re.sub(r"<[^>]+>|\{\w+\}|/\w+", " ", form).splitlines()
            assert form not in forms(words_in(DEFAULT).raw()[key]), key
            assert all(likeliest_language(line, (code, DEFAULT)) == code for line in lines), key


@pytest.mark.parametrize("code", languages())
def test_no_line_begins_with_a_mark_that_belongs_to_the_word_before(code: str) -> None:
    for key, sentence in words_in(code).raw().items():
        assert not any(re.search(" [;:!?»%]|« ", form) for form in forms(sentence)), key


@pytest.mark.parametrize("code", languages())
def test_every_sentence_fits_telegram(code: str) -> None:
    for key, sentence in words_in(code).raw().items():
        limit = next((LIMITS[kind] for kind in LIMITS if key == kind or key.startswith(f"{kind}-")), 3_000)
        limit = 200 if key.endswith("-short") else limit
        assert all(0 < len(form) <= limit for form in forms(sentence)), key


def test_every_command_of_a_menu_and_every_lack_has_a_sentence() -> None:
    """Their keys are made from names, so a search of the code for the key finds nothing."""
    named = {f"command-{name}" for name in (*ADMIN, *GROUP)} | {f"reason-{lack}" for lack in Lack}
    assert named <= words_in(DEFAULT).raw().keys()
    told = {key for key in words_in(DEFAULT).raw() if key.startswith("why-")} - {"why-confidence"}
    assert told <= {f"why-{no}{name}" for name in SignalName for no in ("", "not-")}, "no signal is named so"


def test_every_language_of_the_bot_has_a_name() -> None:
    assert all(name_of(code) != code for code in languages())
    assert name_of("sq") == "sq"


@pytest.mark.parametrize(
    ("code", "count", "expected"),
    [
        ("en", 1, "1 article:"), ("en", 0, "0 articles:"), ("en", 2, "2 articles:"),
        ("ru", 1, "1 статью"), ("ru", 11, "11 статей"), ("ru", 23, "23 статьи"), ("ru", 112, "112 статей"),
        ("uk", 21, "21 статтю"), ("uk", 104, "104 статті"), ("uk", 5, "5 статей"),
        ("de", 1, "1 Artikel"), ("es", 1, "1 artículo:"),
        ("fr", 0, "0 article\u00a0:"), ("fr", 2, "2 articles\u00a0:"),
    ],
)  # fmt: skip
def test_numbers_take_the_right_form(code: str, count: int, expected: str) -> None:
    assert expected in words_in(code)("sources", count=count)


@pytest.mark.parametrize(
    ("given", "code"),
    [("de-AT", "de"), ("RU", "ru"), ("fr-CA", "fr"), ("pt", "en"), (None, "en"), ("", "en"), ("x", "en")],
)
def test_a_language_code_finds_its_catalogue(given: str | None, code: str) -> None:
    assert words_in(given).language == code
