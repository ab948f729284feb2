"""A name of a question is found in passages of other languages as these write it, whatever other articles write."""

import pytest

from retrieval.types import Hit, SignalName

from .ranking_parts import article, candidate, passages, question, rank


def hit_of(asked: str, language: str, text: str, articles: str, *, title: str | None = None) -> Hit:
    it = article(text, language=articles, title=title)
    [passage] = passages(it)
    wanted = question(asked, [passage], language=language, articles=articles)
    return rank(wanted, [candidate(it, passage, bm25=1.0)])[0]


@pytest.mark.parametrize(
    ("asked", "language", "text", "articles"),
    [
        ("is Bakan open on Mondays", "en", "«Бакан» закрыт по понедельникам.", "ru"),
        ("где похоронен Торнквист", "ru", "Thornquist is buried in Oster.", "en"),
        ("на каких пляжах Odesa можно купаться", "ru", "В Одесі відкрили сім пляжів.", "uk"),
        ("wann kam Schochow nach Berlin", "de", "Жохов приехал в Берлин в мае.", "ru"),
        ("que dit Харвік du pont", "fr", "Harwick dit que le pont est fermé.", "fr"),
        ("що каже Маршадур", "uk", "Le docteur Marchadour a 34 ans.", "fr"),
        ("qué dijo Saltmere", "es", "Солтмир обещал починить мост.", "ru"),
    ],
)
def test_a_name_is_found_in_another_alphabet(asked: str, language: str, text: str, articles: str) -> None:
    found = hit_of(asked, language, text, articles).values[SignalName.NAMES]
    assert (found == 0) is (language != articles), "within one language names are spelt alike"


def test_a_name_in_the_title_counts_as_said() -> None:
    asked, text = "is Bakan open on Mondays", "По понедельникам ресторан закрыт."
    named, unnamed = (hit_of(asked, "en", text, "ru", title=it) for it in ("Где поесть: «Бакан»", "Где поесть"))
    assert named.values[SignalName.MISSING] < unnamed.values[SignalName.MISSING]


@pytest.mark.parametrize(
    "text", ["«Вулкан» закрыт по понедельникам.", "Он закрыт, и баканы убраны.", "Ресторан «Бак» закрыт."]
)
def test_other_words_are_no_name(text: str) -> None:
    assert hit_of("is Bakan open on Mondays", "en", text, "ru").values[SignalName.NAMES] > 0
