"""A question for the number of women, children or brothers is answered only by a sentence that speaks of them."""

import pytest

from retrieval.question.answer_type import AnswerType
from retrieval.ranking.holding import holds
from retrieval.types import SignalName

from .ranking_parts import article, only_hit, passages


@pytest.mark.parametrize(
    ("question", "counts", "counts_others"),
    [
        ("How many daughters did they have?", "They had two daughters.", "They had two sons."),
        ("How many children has she?", "She is the mother of three.", "She has 40 cows."),
        ("How many children has she?", "They have three sons.", "They have three cars."),
        ("How many women were hired?", "Of the 20, 12 were female.", "Two men were hired."),
        ("How many sisters has he?", "He has three siblings.", "He has two brothers."),
        ("Wie viele Kinder kamen?", "Es kamen 40 Schulkinder.", "Es kamen 400 Besucher."),
        ("Wie viele Söhne hatte er?", "Er hatte 3 Söhne.", "Er hatte 3 Töchter."),
        ("Wie viele Frauen arbeiten dort?", "Dort arbeiten 12 Verkäuferinnen.", "Dort arbeiten 12 Männer."),
        ("Mit wie vielen Frauen kam er?", "Er kam mit 12 Verkäuferinnen.", "Er kam mit 12 Männern."),
        ("У скольких женщин это нашли?", "Это нашли у 3 женщин.", "Это нашли у 3 человек."),
        ("Combien d'enfants ont pris le bac ?", "300 élèves ont pris le bac.", "300 personnes ont pris le bac."),
        ("¿Cuántos hijos tiene?", "Tiene 3 niñas.", "Tiene 3 gatos."),
        ("¿Cuántas hijas tuvo?", "Tuvo 3 hijas.", "Tuvo 3 hermanos."),
        ("Сколько женщин погибло?", "Погибли 3 женщины.", "Погибли 3 человека."),
        ("Сколько детей у неё?", "Она мать 3 сыновей.", "У неё 3 собаки."),
        ("Сколько у неё детей?", "Она мать 3 сыновей.", "У неё 3 собаки."),
        ("Скільки в них дочок?", "У них 3 дочки.", "У них 3 сини."),
        ("Скільки дітей їхало поромом?", "Їхали 3 дитини.", "Їхали 300 людей."),
        ("Скільки дочок було в неї?", "У неї було 3 дочки.", "У неї було 3 сини."),
    ],
)
def test_what_counts_others_holds_no_number(question: str, counts: str, counts_others: str) -> None:
    assert holds(counts, AnswerType.NUMBER, question)
    assert not holds(counts_others, AnswerType.NUMBER, question)


@pytest.mark.parametrize(("question", "told"), [("How many women were hurt?", -1), ("How many people were hurt?", 0)])
def test_a_quote_that_counts_others_does_not_tell(question: str, told: int) -> None:
    it = article("A landslide hit Corvell on Thursday. 7 men were hurt.", title="Landslide")
    [passage] = passages(it)
    hit = only_hit(question, it, passage)
    assert hit.values[SignalName.TOLD] == told
