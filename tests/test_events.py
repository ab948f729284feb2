"""When somebody was born or arrested, who followed or who a relative is, no text tells that does not speak of it."""

import pytest

from retrieval.question.answer_type import plain
from retrieval.question.events import tells_no_event
from retrieval.types import SignalName

from .ranking_parts import article, only_hit, passages


@pytest.mark.parametrize(
    ("question", "tells", "tells_none"),
    [
        ("Where was Ada Brandt born?", "Ada Brandt, a native of Carrow, died at 91.", "Ada Brandt lived in Carrow."),
        ("When was Ada Brandt born?", "Ada Brandt (1861–1938) drew maps.", "Ada Brandt drew maps in 1901."),
        ("When was Ada Brandt born?", "Ada Brandt (4 May 1861, Ely – 2 June 1938, Bath).", "Ely (see 1861 – its map)."),
        ("Wann wurde Anton Seidl geboren?", "Anton Seidl (* 7. Mai 1850 in Pest).", "Anton Seidl (7 Opern)."),
        ("Когда родился Осип Терен?", "Осип Терен (2 (14) мая 1861, Псков — 1938, Рига).", "Терен (1861, Псков)."),
        ("Where is Ada Brandt buried?", "Her grave is in Carrow.", "Ada Brandt died in Carrow."),
        ("When did Ada Brandt divorce?", "The marriage was dissolved in 1977.", "In 1972 she married Owen Tarrant."),
        ("Who was arrested?", "Police detained Rolf Kern.", "Thieves broke into the museum on Tuesday."),
        ("Who sold the ferry?", "The council bought it from Walter Pike.", "Walter Pike retired to Whitby."),
        ("Wo wurde Anton Seidl geboren?", "Er stammte aus Passau.", "Er wohnte in Passau."),
        ("Wo ist Anton Seidl begraben?", "Sein Grab liegt in Passau.", "Er starb in Passau."),
        ("Wer verkaufte die Geige?", "Lena Broich kaufte sie von ihm.", "Lena Broich spielt die Geige."),
        ("Où est née Inès Caradec ?", "Originaire de Brest, elle joue.", "Elle joue à Brest."),
        ("Où est enterrée Inès Caradec ?", "Sa tombe est à Brest.", "Elle est morte à Brest."),
        ("¿Cuándo se divorció Elena?", "Se separaron en 1980.", "Se casó en 1972."),
        ("¿Dónde está enterrada Elena?", "Fue sepultada en Avilés.", "Murió en Avilés."),
        ("Где родился Осип Терен?", "Он уроженец Пскова.", "Он учился в Пскове."),
        ("Кто продал паром?", "Паром купили у Виктора Щукина.", "Виктор Щукин уехал в Псков."),
        ("Де похована Олена Вальчук?", "Її могила в Косові.", "Вона померла в Косові."),
        ("Who succeeded Ada Brandt?", "Owen Tarrant took over in May.", "Ada Brandt drew maps in Carrow."),
        ("Who will run the inn after Ada Brandt?", "The new owner is Owen Tarrant.", "Ada Brandt runs the inn."),
        ("Who was mayor before Ada Brandt?", "She succeeded Walter Pike.", "Ada Brandt, mayor, lives in Carrow."),
        ("Wer ist der Nachfolger von Anton Seidl?", "Auf ihn folgt Lena Broich.", "Anton Seidl ging 2018 in Rente."),
        ("Wer löste Anton Seidl ab?", "Lena Broich ist die neue Leiterin.", "Anton Seidl ging 2018 in Rente."),
        ("Wer war Wirt vor Anton Seidl?", "Sein Vorgänger war Kai Broich.", "Anton Seidl ist Wirt in Passau."),
        ("Qui a succédé à Inès Caradec ?", "Yann Riou la remplace.", "Inès Caradec joue à Brest."),
        ("Qui était maire avant Inès Caradec ?", "L'ancien maire est Yann Riou.", "Inès Caradec est maire."),
        ("¿Quién sustituye a Elena?", "Su lugar lo ocupa Pablo Ruiz.", "Elena vive en Avilés."),
        ("¿Quién fue alcalde antes que Elena?", "Elena sucedió a Pablo Ruiz.", "Elena es alcaldesa."),
        ("Кто сменил Осипа Терена?", "На его место назначен Щукин.", "Осип Терен живёт в Пскове."),
        ("Кто был мэром до Терена?", "Терен сменил Щукина.", "Мэр Терен живёт в Пскове."),
        ("Хто замінив Ганну?", "Тепер там працює Петро Лис.", "Ганна живе в Косові."),
        ("Хто був мером до Ганни?", "Попередником був Петро Лис.", "Ганна живе в Косові."),
        ("Кто был тренером «Зари» до Терена?", "Терен сменил Щукина.", "Терен возглавляет «Зарю»."),
        ("Хто був тренером «Прута» до Гнатюка?", "Попередником був Лис.", "Гнатюк очолює «Прут»."),
        ("Qui dirigeait « Marée » avant Riou ?", "Riou a succédé à Inès Caradec.", "Riou dirige Marée."),
        ("Who is Ada Brandt's brother?", "Her twin, Rolf, lives in Carrow.", "Ada Brandt lives with Owen Tarrant."),
        ("Who is her husband?", "She married Owen Tarrant.", "Owen Tarrant painted her."),
        ("Wie heißt Seidls Tochter?", "Anna ist Seidls einziges Kind.", "Anna wohnt bei Seidl."),
        ("Qui est le frère d'Inès Caradec ?", "Son frère Yann joue.", "Yann Riou joue avec Inès."),
        ("Comment s'appelle son fils ?", "Elle a deux enfants, Luc et Ève.", "Luc joue avec elle."),
        ("¿Quién es el tío de Elena?", "Es sobrina de Pablo Ruiz.", "Pablo Ruiz es su médico."),
        ("Кто брат Осипа Терена?", "Его братья — Пётр и Павел.", "Его друг — Пётр Щукин."),
        ("Как зовут её мать?", "Она родилась в семье Анны Щукиной.", "Анна Щукина живёт в Пскове."),
        ("Хто син Івана Шелевера?", "Його син Петро живе в Косові.", "Його справу веде донька Катерина."),
        ("Хто її чоловік?", "Вона одружена з Петром Лисом.", "Її лікар — Петро Лис."),
        ("Де народилися близнюки?", "Вони уродженки Косова.", "Вони живуть у Косові."),
        ("Коли заарештували Ганну?", "Ганну затримали у вівторок.", "Ганну звільнили у вівторок."),
    ],
)
def test_a_text_without_a_word_for_an_event_does_not_tell_it(question: str, tells: str, tells_none: str) -> None:
    assert not tells_no_event(tells, plain(question))
    assert tells_no_event(tells_none, plain(question))


@pytest.mark.parametrize(
    "question",
    [
        "Who lived in the house before the war?",
        "Who was here before dinner?",
        "Wer wohnte hier vor dem Krieg?",
        "Qui habitait ici avant la guerre ?",
        "Кто жил здесь до войны?",
        "Коли вийде наступний фільм?",
        "Who killed his brother?",
        "Qui est la femme de ménage ?",
        "Qui est la femme qui a écrit ce livre ?",
        "¿Quién es la mujer del vestido?",
        "Wer ist die Frau auf dem Foto?",
        "Кто убил её отца?",
        "Хто цей чоловік?",
    ],
)
def test_a_time_or_what_comes_next_is_no_predecessor(question: str) -> None:
    assert not tells_no_event("Ada Brandt", plain(question))


def test_the_event_of_an_earlier_turn_is_not_asked_for() -> None:
    assert not tells_no_event("The first teacher was Rolf Kern.", "who was her first teacher? (ada brandt, born)")


@pytest.mark.parametrize(("question", "told"), [("Where was Ada Brandt buried?", -1), ("Where did Ada Brandt die?", 0)])
def test_a_quote_of_no_such_event_does_not_tell(question: str, told: int) -> None:
    it = article("The painter Ada Brandt died in Carrow on Monday.", title="Painter")
    [passage] = passages(it)
    hit = only_hit(question, it, passage)
    assert hit.values[SignalName.TOLD] == told
