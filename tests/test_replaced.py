"""A figure that a later text calls outdated is shown with the later one, also across languages."""

from typing import NamedTuple

import pytest

from bot.render.citation import of_day
from retrieval.answering.replaced import replaced
from retrieval.types import Article, Hit, Quote, Reported

from .ranking_parts import passages


class Told(NamedTuple):
    language: str
    published: str
    text: str


def found(asked: str, *told: Told, quoted: int = 0, titles: tuple[str, ...] = ()) -> tuple[Reported, ...]:
    """Return what is shown with the first text, one sentence of which is quoted."""
    hits = []
    for at, it in enumerate(told):
        title = titles[at] if titles else None
        article = Article(str(at), str(at), it.text, title=title, published=it.published, language=it.language)
        [passage] = passages(article)
        hits.append(Hit(passage, article, 1.0, Quote(passage, *passage.sentences[quoted])))
    return replaced(asked, hits)


def figures(asked: str, *told: Told) -> list[str]:
    """Return the figures as they are shown, with their currency."""
    return [of_day(it).partition(" · ")[0] for it in found(asked, *told)]


PAYMENT = Told("ru", "2026-03-17", "Каждая семья, чей дом разрушен, получит 300 тысяч рублей.")
RAISED = "Families who lost their house will get 450,000 roubles instead of 300,000, the governor said."
TOLL = "how much is the toll on the anvil bridge"
CROWNS = ["5 crowns", "4 crowns"]
FOUR = Told("en", "2025-02-01", "The toll on the Anvil Bridge is 4 crowns.")
ASKED = "сколько получат семьи, чей дом разрушен"


@pytest.mark.parametrize(
    ("asked", "first", "later", "wanted"),
    [
        (ASKED, PAYMENT, Told("en", "2026-03-28", RAISED), ["450,000 roubles", "300 тысяч рублей"]),
        (ASKED, PAYMENT, Told("en", "2026-03-28", "The families will get 450,000 instead of 300,000 roubles."),
         ["450,000", "300 тысяч рублей"]),
        ("скільки дронів летіло на порт", Told("uk", "2026-03-20", "На порт летіло 28 дронів, 21 збито над морем."),
         Told("ru", "2026-04-16", "На порт шли 34 беспилотника, а не 28, как говорили утром."), ["34", "28"]),
        ("how much wheat was lost", Told("en", "2026-03-20", "The minister said that 8,000 tonnes of wheat were lost."),
         Told("en", "2026-04-03", "She corrected herself on the loss: 5,800 tonnes of wheat, not 8,000."),
         ["5,800", "8,000"]),
        ("how much does an adult swim in tarn cost", Told("en", "2025-02-01", "In Tarn an adult swim costs £5.20."),
         Told("en", "2026-09-04", "In Tarn an adult swim now costs £5.80, up from £5.20."), ["£5.80", "£5.20"]),
        ("how much does an adult swim cost", Told("en", "2025-02-01", "An adult swim costs £5.20."),
         Told("en", "2026-09-04", "In Tarn an adult swim now costs £5.80, up from £5.20."), ["£5.80", "£5.20"]),
        ("how much does an adult swim cost", Told("en", "2025-02-01", "In Tarn an adult swim costs £5.20."),
         Told("en", "2026-09-04", "An adult swim now costs £5.80, up from £5.20."), ["£5.80", "£5.20"]),
        (TOLL, FOUR, Told("en", "2026-09-04", "The Anvil Bridge toll rises from 4 crowns to 5 crowns."), CROWNS),
        (TOLL, FOUR, Told("en", "2026-09-04", "The Anvil Bridge toll will rise from 4 to 5 crowns."), CROWNS),
        (TOLL, FOUR, Told("en", "2026-09-04", "The Anvil Bridge toll is 5 crowns instead of 4."), CROWNS),
        ("wie viel kostet der eintritt ins hallenbad",
         Told("de", "2025-02-01", "Der Eintritt ins Hallenbad kostet 4,80 Euro."),
         Told("de", "2026-09-04", "Der Eintritt ins Hallenbad kostet künftig 5,50 Euro statt bisher 4,80 Euro."),
         ["5,50 Euro", "4,80 Euro"]),
        ("combien coûte le billet de tarn", Told("fr", "2025-02-01", "Le billet de Tarn coûte 1,80 euro."),
         Told("fr", "2026-09-04", "Le billet de Tarn passera de 1,80 euro à 2 euros."), ["2 euros", "1,80 euro"]),
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
        Told("en", "2026-03-28", "Families who lost their house number 450,000 instead of 300,000, the governor said."),
    ],
)
def test_what_is_older_or_of_another_thing_replaces_nothing(later: Told) -> None:
    assert found(ASKED, PAYMENT, later) == ()


def test_the_price_of_another_town_replaces_nothing() -> None:
    first = Told("en", "2026-03-17", "A single bus ticket costs £2.20.")
    later = Told("en", "2026-03-28", "A single bus ticket costs £2.40, up from £2.20.")
    asked = "how much does a bus ticket cost"
    assert figures(asked, first, later) == ["£2.40", "£2.20"]
    assert found(asked, first, later, titles=("Tarn bus fares", "Ostra bus fares")) == ()
    assert found(asked, first, later, titles=("Tarn bus fares", "Bus fares"))
    assert found(asked, first, later, titles=("Bus fares", "Ostra bus fares"))


def test_a_quote_without_a_figure_or_a_word_of_the_question_is_not_replaced() -> None:
    later = Told("en", "2026-03-28", "The toll on the Anvil Bridge is 5 crowns instead of 4.")
    assert found(TOLL, Told("en", "2026-03-17", "The toll on the Anvil Bridge is low."), later) == ()
    assert found("who won", FOUR, later) == ()


def test_a_small_number_tells_nothing_in_another_language() -> None:
    first = Told("ru", "2026-03-17", "На рынке сгорело 9 лавок.")
    assert found("сколько лавок сгорело", first, Told("en", "2026-03-18", "The team had 8 wins, not 9.")) == ()


@pytest.mark.parametrize(
    ("first", "later"),
    [
        ("A ticket to Tarn costs 4 crowns.", "Each ticket to Tarn costs from 4 crowns to 9 crowns."),
        ("A ticket to Tarn costs 4 crowns.", "A ticket to Tarn costs 9 crowns for those who come on a Sunday or in the "
         "evening with more than two children, not 4 crowns."),
        ("A ticket to Tarn costs 4 crowns.", "A ticket to Tarn for a week costs 19 crowns, up from 17 crowns."),
        ("The library in Weir Lane opens at ten. A ticket costs £12.",
         "The library in Corn Street is open again. A ticket for firms costs £20, up from £12."),
    ],
)  # fmt: skip
def test_a_range_and_another_price_replace_nothing(first: str, later: str) -> None:
    told = Told("en", "2026-03-17", first), Told("en", "2026-03-28", later)
    assert found("how much does a ticket cost", *told, quoted=first.count(". ")) == ()
