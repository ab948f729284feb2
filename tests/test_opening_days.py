"""The hours of other weekdays do not answer a question about one of them; that it is closed then does."""

import pytest

from retrieval.question.answer_type import AnswerType, plain
from retrieval.question.opening_days import of_other_days
from retrieval.ranking.holding import holds

from .ranking_parts import article, only_hit, passages


@pytest.mark.parametrize(
    ("question", "other_days", "closed"),
    [
        ("What time does it open on Monday?", "Open Tuesday to Sunday, 10–18:00.", "Open daily except Mondays."),
        ("When is it open on Sunday?", "Open on weekdays from 9:00.", "It is closed on Sundays."),
        ("What time does it open on Thursday?", "Friday–Monday from 10:00.", "On Thursdays it is shut."),
        ("Wann hat es montags auf?", "Dienstag bis Sonntag von 10:00 bis 18:00.", "Montags ist zu."),
        ("À quelle heure ouvre-t-il le lundi ?", "Du mardi au dimanche de 10:00 à 18:00.", "Il est fermé le lundi."),
        ("¿A qué hora abre el domingo?", "De lunes a sábado de 9:00 a 14:00.", "Los domingos permanece cerrado."),
        ("Во сколько он открыт в среду?", "С четверга по вторник с 9:00.", "Ежедневно, кроме среды."),
        ("О котрій він працює у неділю?", "З понеділка до п'ятниці з 9:00.", "Неділя — вихідний."),
    ],
)
def test_of_a_weekday_only_its_own_hours_are_told_or_that_it_is_closed(
    question: str, other_days: str, closed: str
) -> None:
    assert not holds(other_days, AnswerType.TIME, question)
    assert holds(closed, AnswerType.TIME, question)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("What time does it open on Wednesday?", "Open Tuesday to Sunday, 10–18:00."),
        ("What time does it open on Sunday?", "Friday to Monday from 10:00."),
        ("What time does it open on Tuesday?", "Open from 10:00, closed on Mondays."),
        ("What time does it open on Tuesday?", "Open weekdays from 9:00, Saturdays from 10:00."),
        ("What time does it open on Tuesday?", "Mon–Fri from 9:00, Saturday from 10:00."),
        ("What time does it open on Saturday?", "Open at weekends from 9:00 and Mondays from 14:00."),
        ("Wann ist es dienstags offen?", "Täglich ab 10:00, sonntags ab 14:00."),
        ("When did Holm, arrested on Monday, die?", "He died on Wednesday."),
    ],
)
def test_hours_of_other_days_are_seen_only_where_they_must_be(question: str, sentence: str) -> None:
    assert of_other_days(sentence, plain(question)) is None


def test_the_quote_tells_that_it_is_closed_then() -> None:
    it = article("The library opens on weekdays at 9:00. Its doors are closed on Sundays.", title="Library")
    [passage] = passages(it)
    assert only_hit("What time does the library open on Sundays?", it, passage).quote.text.endswith("on Sundays.")
