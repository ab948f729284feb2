"""A figure that a later text calls outdated is shown with the later one, also across languages."""

from typing import NamedTuple

import pytest

from retrieval.answering.replaced import replaced
from retrieval.types import Article, Hit, Quote, Reported

from .ranking_parts import passages


class Told(NamedTuple):
    language: str
    published: str
    text: str


def found(asked: str, *told: Told, quoted: int = 0) -> tuple[Reported, ...]:
    """Return what is shown with the first text, one sentence of which is quoted."""
    hits = []
    for at, it in enumerate(told):
        article = Article(id=str(at), uri=str(at), text=it.text, published=it.published, language=it.language)
        [passage] = passages(article)
        hits.append(Hit(passage, article, 1.0, Quote(passage, *passage.sentences[quoted])))
    return replaced(asked, hits)


def figures(asked: str, *told: Told) -> list[str]:
    return [figure.text for it in found(asked, *told) for figure in it.figures]


PAYMENT = Told("ru", "2026-03-17", "Каждая семья, чей дом разрушен, получит 300 тысяч рублей.")
RAISED = "Families who lost their house will get 450,000 roubles instead of 300,000, the governor said."
ASKED = "сколько получат семьи, чей дом разрушен"


@pytest.mark.parametrize(
    ("asked", "first", "later", "wanted"),
    [
        (ASKED, PAYMENT, Told("en", "2026-03-28", RAISED), ["450,000", "300 тысяч"]),
        ("скільки дронів летіло на порт", Told("uk", "2026-03-20", "На порт летіло 28 дронів, 21 збито над морем."),
         Told("ru", "2026-04-16", "На порт шли 34 беспилотника, а не 28, как говорили утром."), ["34", "28"]),
        ("how much wheat was lost", Told("en", "2026-03-20", "The minister said that 8,000 tonnes of wheat were lost."),
         Told("en", "2026-04-03", "She corrected herself on the loss: 5,800 tonnes of wheat, not 8,000."),
         ["5,800", "8,000"]),
    ],
)  # fmt: skip
def test_a_figure_is_shown_with_what_replaced_it(asked: str, first: Told, later: Told, wanted: list[str]) -> None:
    assert figures(asked, first, later) == wanted


@pytest.mark.parametrize(
    "later",
    [
        Told("en", "2026-03-10", RAISED),
        Told("en", "2026-09-10", RAISED),
        Told("en", "2026-03-28", RAISED.replace("300,000", "200,000")),
        Told("en", "2026-03-28", "Of 450,000 roubles the families got 300,000."),
        Told("ru", "2026-03-28", "Рейс отменили: билет стоит 450 тысяч рублей вместо 300 тысяч."),
    ],
)
def test_what_is_older_or_of_another_thing_replaces_nothing(later: Told) -> None:
    assert found(ASKED, PAYMENT, later) == ()


def test_a_small_number_tells_nothing_in_another_language() -> None:
    first = Told("ru", "2026-03-17", "На рынке сгорело 9 лавок.")
    assert found("сколько лавок сгорело", first, Told("en", "2026-03-18", "The team had 8 wins, not 9.")) == ()
