"""Those who live, work or died somewhere are counted by a text in other words than by a question."""

import pytest

from retrieval.question.headcounts import counted_otherwise
from retrieval.types import SignalName

from .ranking_parts import article, only_hit, passages


@pytest.mark.parametrize(
    ("question", "text", "words"),
    [
        ("How many people live in Hexley?", "Hexley has 48,300 inhabitants.", "people live"),
        ("How many inhabitants does Hexley have?", "Hexley is home to 48,300 people.", "inhabitants"),
        ("How many people work there?", "It had 640 employees.", "people work"),
        ("How many employees has Ohlsen?", "Ohlsen employs 640 people.", "employees"),
        ("How many people died in the flood?", "38 people drowned.", "died"),
        ("Wie viele Leute wohnen in Lenz?", "Lenz hat 48.300 Einwohner.", "leute wohnen"),
        ("Wie viele Leute arbeiten bei Ohlsen?", "Ohlsen hat 300 Beschäftigte.", "leute arbeiten"),
        ("Combien d'habitants a Brive ?", "La population est de 48 300.", "habitants"),
        ("Combien de gens travaillent chez Ohlsen ?", "Ohlsen compte 300 salariés.", "gens travaillent"),
        ("¿Cuánta gente vive en Olmo?", "Olmo tiene 48.300 habitantes.", "gente vive"),
        ("¿Cuántas personas trabajan en Ohlsen?", "Ohlsen tiene 300 empleados.", "personas trabajan"),
        ("Сколько людей живёт в Ковде?", "Население — 48 тысяч.", "людей живёт"),
        ("Сколько человек работает на заводе?", "На заводе 300 сотрудников.", "человек работает"),
        ("Скільки людей живе у Ковелі?", "Населення — 48 тисяч.", "людей живе"),
        ("Скільки людей працює на заводі?", "На заводі 300 працівників.", "людей працює"),
        ("How many sailors died at Kiel?", "A blast at Kiel killed nineteen sailors.", "died"),
        ("Wie viele Gäste starben in der Lawine?", "Ein Zug, in dem 48 Gäste umkamen.", "starben"),
        ("Combien de marins sont morts à Brest ?", "Une explosion tua 19 marins.", "morts"),
        ("¿Cuántos mineros murieron en 1931?", "El ejército mató a 27 mineros.", "murieron"),
        ("Сколько матросов погибло в Пскове?", "Взрыв убил 19 матросов.", "погибло"),
        ("Скільки матросів загинуло в Косові?", "Вибух убив 19 матросів.", "загинуло"),
        # The text counts others, or the question something else.
        ("How many people live in Hexley?", "Otters live in the river near Hexley.", ""),
        ("How many fish live in the pond?", "The pond has a population of 300.", ""),
        ("How many people were hurt?", "38 people drowned.", ""),
        ("How many sailors were rescued at Kiel?", "A blast at Kiel killed nineteen sailors.", ""),
        ("How long do people live?", "Hexley has 48,300 inhabitants.", ""),
        ("Wie viele Hunde leben in Lenz?", "Lenz hat 48.300 Einwohner.", ""),
    ],
)
def test_words_that_a_text_counts_otherwise_are_excused(question: str, text: str, words: str) -> None:
    assert " ".join(counted_otherwise(question, text)) == words


def test_a_quote_that_counts_otherwise_misses_nothing() -> None:
    it = article("Hexley is a town of 48,300 inhabitants on the left bank of the Mure.", title="Hexley")
    [passage] = passages(it)
    hit = only_hit("How many people live in Hexley?", it, passage)
    assert hit.values[SignalName.MISSING] == hit.values[SignalName.RAREST] == 0
