"""The reason for not answering, in every language of the catalogues, and as an English sentence for programs."""

import re

import pytest

from bot.locales import languages, words_in
from bot.render.reason import sentence, sentences
from retrieval.types import Lack, Reason, Sureness


@pytest.mark.parametrize("code", languages())
@pytest.mark.parametrize("lack", Lack)
def test_every_reason_has_a_sentence_in_every_language(code: str, lack: Lack) -> None:
    unsure = lack in {Lack.SURENESS, Lack.ANY_SURENESS}
    reason = Reason(lack, sureness=Sureness(0.5, 0.8, 0.05)) if unsure else Reason(lack, ("krill", "1998"))
    told = sentence(reason, words_in(code))
    assert told.endswith(".")
    shares = {Lack.SURENESS: {"50", "80", "5"}, Lack.ANY_SURENESS: {"50", "5"}}
    assert set(re.findall(r"([0-9.]+)\s?%", told)) == shares.get(lack, set())
    assert ("krill" in told and "1998" in told) == (lack in {Lack.MENTION, Lack.MENTION_IN_LANGUAGE, Lack.TOGETHER})


@pytest.mark.parametrize("code", languages())
def test_parts_of_a_hundredth_are_told_as_the_language_writes_them(code: str) -> None:
    told = sentence(Reason(Lack.SURENESS, sureness=Sureness(0.5, 0.8, 0.025)), words_in(code))
    assert ("2.5%" if code == "en" else "2,5\u00a0%") in told


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("en", "No article mentions “a”, “b” or “c”."),
        ("de", "Kein Artikel erwähnt „a“, „b“ oder „c“."),
        ("ru", "Ни одна статья не упоминает «a», «b» или «c»."),
    ],
)
def test_missing_words_are_listed_as_the_language_lists_them(code: str, expected: str) -> None:
    assert sentence(Reason(Lack.MENTION, ("a", "b", "c"), "Tides"), words_in(code)) == expected


def test_the_closest_passage_is_spoken_of_once() -> None:
    assert sentences(Reason(Lack.CLEARNESS, (), "Tides")).endswith(". The closest passage is from “Tides”.")
    told = sentences(Reason(Lack.TOGETHER, ("krill",), "Tides"))
    assert told == "The closest passage lacks “krill”. It is from “Tides”."
    assert sentences(Reason(Lack.LANGUAGE, (), "Tides")).endswith("index with --model multilingual.")


def test_one_word_needs_no_and_and_a_long_one_is_cut() -> None:
    english = words_in("en")
    assert sentence(Reason(Lack.TOGETHER, ("krill",)), english) == "The closest passage lacks “krill”."
    assert len(sentence(Reason(Lack.TOGETHER, ("k" * 4_000,)), english)) < 120
    assert len(sentences(Reason(Lack.CLEARNESS, (), "T" * 4_000))) < 200
