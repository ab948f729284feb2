"""What a text tells of one year does not answer a question about another."""

from datetime import date

import pytest

from retrieval.question.years import tells_another_year
from retrieval.types import SignalName

from .ranking_parts import article, only_hit, passages


@pytest.mark.parametrize(
    ("text", "another"),
    [
        ("In 2024 it funded 18,600 heat pumps.", True),
        ("Im Jahr 2022 wurden 812 Fälle gemeldet.", True),
        ("En 2022, on a compté 812 cas.", True),
        ("В 2022 году было 812 случаев, в 2021 году — 790.", True),
        # It may be so in that year, too.
        ("Since 2018 it has been open every day.", False),
        ("Seit März 2018 ist es täglich geöffnet.", False),
        ("Depuis 2018, il est ouvert tous les jours.", False),
        ("Abierto desde 2018.", False),
        ("Открыт с 2018 года.", False),
        ("Від 2018 року відкрито щодня.", False),
        ("From 2018 to 2026 it was open.", False),
        ("It was open in 2019 and in 2026.", False),
        ("The season of 2022/23 was the last.", False),
        ("In 2023 there were fewer than in 2022.", False),
        # No year.
        ("It funded 2,022 heat pumps for £2024.50.", False),
        ("It funded 18,600 heat pumps.", False),
    ],
)
def test_a_year_is_another_unless_it_may_span_the_one_asked_for(text: str, *, another: bool) -> None:
    assert tells_another_year(text, "2023", None) is another


def test_a_text_may_mean_a_year_near_to_its_own_day_in_other_words() -> None:
    text = "Last year 300 pumps were funded, after 250 in 2022."
    assert not tells_another_year(text, "2023", date(2024, 3, 5))
    assert tells_another_year(text, "2023", date(2026, 3, 5))


def test_another_word_is_no_year() -> None:
    assert not tells_another_year("In 2024 it funded 18,600 pumps.", "pumps", None)


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        ("How many pumps were funded in 2023?", "In 2024 the office funded 18,600 pumps.", -1),
        ("How many pumps were funded in 2024?", "In 2024 the office funded 18,600 pumps.", 0),
        ("When was the office of 2023 moved?", "The office was moved in 2024.", 0),
        ("Did the office open in 2023?", "The office opened in 2024.", 0),
        ("Who is the head of the office in 2023?", "Ada Brandt became head of the office in 2022.", 0),
    ],
)
def test_a_quote_of_another_year_does_not_tell(question: str, text: str, told: int) -> None:
    it = article(f"{text}\n\n{'The pumps are quiet and warm. ' * 60}\n\nGas was dropped in 2023.")
    passage = passages(it)[0]
    hit = only_hit(question, it, passage)
    assert hit.values[SignalName.TOLD] == told
