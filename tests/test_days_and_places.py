"""Words for days, seasons and places, as written in six languages."""

import re

import pytest

from retrieval.alternatives import by_letter
from retrieval.articles.dates import find_dates
from retrieval.language.months import ANY_MONTH
from retrieval.language.places import PLACE
from retrieval.language.times import tells_time
from retrieval.language.weekdays import SEASON, WEEKDAYS
from retrieval.types import StandAlone


@pytest.mark.parametrize(
    "days",
    [
        "monday tuesday wednesday thursday friday saturday sunday",
        "montag dienstag mittwoch donnerstag freitag samstag sonntag",
        "lundi mardi mercredi jeudi vendredi samedi dimanche",
        "lunes martes miércoles jueves viernes sábado domingo",
        "понедельник вторник среду четверг пятницу субботу воскресенье",
        "понеділок вівторок середу четвер п’ятницю суботу неділю",
    ],
)
def test_each_weekday_is_told_from_the_others(days: str) -> None:
    for number, day in enumerate(days.split()):
        assert [it for it, forms in enumerate(WEEKDAYS) if re.fullmatch(forms, day, re.IGNORECASE)] == [number]


@pytest.mark.parametrize(
    "text",
    """It happened last night|It happened overnight|It opened at dawn|It opens daily from 9 to 5|It opens at weekends
Es öffnete am Montagabend|Es geschah letzte Nacht|Es geschah nachts|In den 1990er-Jahren|Es war im Morgengrauen
La nuit dernière, il a plu|Il a ouvert à l’aube|C’est arrivé la veille|Dans les années 90, il pleuvait
Ocurrió anoche|Abrió al amanecer|Abrirá la próxima semana|En los años noventa llovía
Это было прошлой ночью|Он открылся на рассвете|Это было накануне|Это было в половине восьмого
Це сталося минулої ночі|Він відкрився на світанку|Це сталося напередодні|Це було о пів на восьму""".replace(
        "\n", "|"
    ).split("|"),
)
def test_a_text_tells_when(text: str) -> None:
    assert tells_time(text)


@pytest.mark.parametrize("text", ["It shows daily life", "Er liest die Tageszeitung", "Он любит дни рождения"])
def test_a_text_tells_no_time(text: str) -> None:
    assert not tells_time(text)


def test_a_french_summer_is_told_from_what_has_been() -> None:
    assert re.search(SEASON, "en été")
    assert not re.search(SEASON, "il a été")


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("At Harlow and in The Hague it rained.", ["Harlow", "Hague"]),
        ("Er kam zu Bonn an.", ["Bonn"]),
        ("It broke in northern France and in the village of Harlow.", ["France", "Harlow"]),
        ("Ocurrió en la calle Mayor.", ["Mayor"]),
        ("Это случилось на улице Мира, у берегов Крита.", ["Мира", "Крита"]),
        ("Це сталося в селі Лани.", ["Лани"]),
        ("Llegó desde Madrid.", ["Madrid"]),
        ("They left on Monday, in March, from the Rhine.", ["Rhine"]),
        ("Вони приїхали з Києва у вівторок.", ["Києва"]),
    ],
)
def test_a_place_is_a_name_behind_its_preposition(text: str, places: list[str]) -> None:
    assert [match["name"] for match in PLACE.finditer(text)] == places


def test_what_is_carried_over_stands_behind_a_question_s_own_words() -> None:
    assert StandAlone("and in winter?", "Tarrant bridge").text == "and in winter? (Tarrant bridge)"
    assert StandAlone("Who built it?").text == "Who built it?"


@pytest.mark.parametrize("month", ["janv", "febr", "mrz", "setiembre", "берез", "листоп", "грудень"])
def test_a_month_is_read_alike_at_the_head_of_an_article_and_in_its_text(month: str) -> None:
    assert re.fullmatch(ANY_MONTH, month)
    assert len(list(find_dates(f"05 {month} 2024"))) == 1


def test_alternatives_written_by_letter_match_as_they_did() -> None:
    alternatives = "may|lunes|mai|e?nero|mar(?:s|zo)|(?:en |cet )été|mayo"
    written = by_letter(alternatives)
    assert written.startswith("m(?:ay|ai|ar(?:s|zo)|ayo)|")
    for text in ("mayo", "Mai", "marzo", "lunes", "nero", "enero", "cet été", "été", "m"):
        for found in (re.match, re.fullmatch):
            was, now = (found(it, text, re.IGNORECASE) for it in (alternatives, written))
            assert (was and was.span()) == (now and now.span())
