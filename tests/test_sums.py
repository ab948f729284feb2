"""What a firm turns over is not what it earns, nor what it pays."""

import pytest

from retrieval.question.answer_type import AnswerType, answer_type, plain
from retrieval.question.sums import tells_another_sum
from retrieval.types import SignalName

from .ranking_parts import article, only_hit, passages


@pytest.mark.parametrize(
    ("question", "tells", "tells_another"),
    [
        ("What was Velden's profit?", "It earned £2m on revenue of £30m.", "Revenue rose to £30m."),
        ("What was the company's revenue?", "Sales rose to £30m, profit to £2m.", "Profit rose to £2m."),
        ("What is the average wage?", "Staff are paid £12 an hour.", "Revenue rose to £30m."),
        ("Wie hoch war der Gewinn?", "Das Ergebnis lag bei 2 Millionen.", "Der Umsatz stieg auf 30 Millionen."),
        ("Was verdient ein Koch?", "Ein Koch bekommt 2.900 Euro.", "Der Umsatz stieg auf 30 Millionen."),
        ("Combien gagne un ouvrier ?", "Il touche 1 850 euros.", "Son chiffre d'affaires est de 30 millions."),
        ("¿Cuál fue el beneficio?", "Ganó 2 millones.", "Facturó 30 millones."),
        ("Какая прибыль у сыроварни?", "Она заработала 3 миллиона.", "Выручка достигла 340 миллионов."),
        ("Яка виручка у фабрики?", "Виручка — 40 мільйонів.", "Прибуток — 4 мільйони."),
    ],
)
def test_a_text_that_names_another_sum_does_not_tell_it(question: str, tells: str, tells_another: str) -> None:
    assert answer_type(question) is AnswerType.NUMBER
    assert not tells_another_sum(tells, plain(question))
    assert tells_another_sum(tells_another, plain(question))


@pytest.mark.parametrize(("sum_of_money", "told"), [("profit", -1), ("revenue", 0)])
def test_a_quote_with_another_sum_does_not_tell(sum_of_money: str, told: int) -> None:
    it = article("Velden Stores is the second largest grocer. Revenue rose to 30 million crowns.", title="Velden")
    [passage] = passages(it)
    assert only_hit(f"What was Velden's {sum_of_money}?", it, passage).values[SignalName.TOLD] == told


@pytest.mark.parametrize("question", ["what's the water temperature", "what is Ada Brandt's height", "what is her age"])
def test_whose_figure_is_asked_for_may_stand_before_it(question: str) -> None:
    assert answer_type(question) is AnswerType.NUMBER
