"""A month or a weekday of a question is found in passages of other languages, which name it by another word."""

import pytest

from retrieval.types import Hit, SignalName

from .ranking_parts import article, candidate, passages, question, rank


def hit_of(asked: str, language: str, text: str, articles: str) -> Hit:
    it = article(text, language=articles)
    [passage] = passages(it)
    wanted = question(asked, [passage], language=language, articles=articles)
    return rank(wanted, [candidate(it, passage, bm25=1.0)])[0]


@pytest.mark.parametrize(
    ("asked", "language", "named", "another", "articles"),
    [
        ("was geschah im März in Tarn", "de", "Tarn lost its bridge on 3 March.", "June", "en"),
        ("что случилось в Tarn в марте", "ru", "Tarn a perdu son pont le 3 mars.", "juin", "fr"),
        ("qué pasó en Tarn en mayo", "es", "In Tarn brach die Brücke am 3. Mai.", "Juni", "de"),
        ("what happened in Tarn in may", "en", "Tarn perdió su puente el 3 de mayo.", "junio", "es"),
        ("що сталося в Тарні у березні", "uk", "Тарн остался без моста 3 марта.", "июня", "ru"),
        ("que s'est-il passé en mai à Тарн", "fr", "Тарн залишився без мосту 3 травня.", "червня", "uk"),
    ],
)
def test_a_month_is_named_in_another_language(
    asked: str, language: str, named: str, another: str, articles: str
) -> None:
    assert hit_of(asked, language, named, articles).values[SignalName.NUMBER] == 0
    text = f"{named.rpartition(' ')[0]} {another}."
    assert hit_of(asked, language, text, articles).values[SignalName.NUMBER] == 1


@pytest.mark.parametrize(
    ("asked", "language", "text", "articles"),
    [
        ("hat das Bad am Montag offen", "de", "The pool is closed on Mondays.", "en"),
        ("работает ли бассейн в понедельник", "ru", "La piscine est fermée le lundi.", "fr"),
        ("is the pool open on sunday", "en", "Das Bad ist sonntags geschlossen.", "de"),
        ("чи відкритий басейн у середу", "uk", "La piscina abre los miércoles.", "es"),
        ("la piscine ouvre le samedi ?", "fr", "Бассейн работает по субботам.", "ru"),
        ("abre la piscina los viernes", "es", "Басейн відчинений у п'ятницю.", "uk"),
    ],
)
def test_a_weekday_is_named_in_another_language(asked: str, language: str, text: str, articles: str) -> None:
    hit = hit_of(asked, language, text, articles)
    assert hit.values[SignalName.COVERAGE] > 0
    assert len(hit.signal(SignalName.COVERAGE).about) == 1
