"""When or by whom something was built, bought, closed or opposed is not told by a text that does not speak of it."""

import pytest

from retrieval.question.answer_type import plain
from retrieval.question.events import tells_no_event


@pytest.mark.parametrize(
    ("question", "tells", "tells_none"),
    [
        ("When did Ada Brandt marry?", "Her wedding took place in 1950.", "She came to Carrow in 1950."),
        ("When was the mill built?", "The mill dates from 1847.", "The mill was restored at Carrow, 1998."),
        ("Who bought the inn?", "The inn now belongs to Owen Tarrant.", "The council offered the inn to Owen Tarrant."),
        ("When was the fire put out?", "It was under control by noon.", "It broke out in a barn at noon."),
        ("When did the factory close?", "The last shift ended in 2019.", "The factory was opened in 1959."),
        ("When does the pool close?", "The pool is open from ten to four.", "The pool was repainted on Friday."),
        ("When was the club founded?", "The club goes back to 1905.", "The club won the cup in 1987."),
        ("Who voted for the plan?", "The Greens were in favour.", "Ada Brandt voted against the plan."),
        ("Who voted against the plan?", "Ada Brandt was not in favour.", "They voted four to two to adopt the plan."),
        ("When was the mill demolished?", "The mill made room in 1972 when it was razed.", "It was built in 1847."),
        ("Wer hat das Hotel gekauft?", "Es gehört nun Lena Broich.", "Lena Broich lobte das Hotel."),
        ("Wann wurde die Mühle abgerissen?", "Sie musste 1972 weichen.", "Sie wurde 1847 errichtet."),
        ("Wer hat für den Plan gestimmt?", "Die SPD war dafür.", "Die SPD stimmte dagegen."),
        ("Quand la tour a-t-elle été construite ?", "La tour date de 1957.", "La tour a été repeinte lundi."),
        ("Qui a éteint l'incendie ?", "Les pompiers l'ont maîtrisé.", "Rémi Castel avait incendié la scierie."),
        ("Qui a voté pour le projet ?", "La gauche l'a approuvé.", "La gauche a voté contre."),
        ("¿Quién compró el hotel?", "Pertenece a Pablo Ruiz.", "Pablo Ruiz elogió el hotel."),
        ("¿Cuándo cerró la fábrica?", "Cesó su actividad en 2019.", "Fue inaugurada en 1959."),
        ("Кто закрыл мост?", "Мост перекрыл Щукин.", "Мост открыл Щукин."),
        ("Когда поженились Терены?", "Свадьбу сыграли в мае.", "Терены приехали в мае."),
        ("Хто голосував проти плану?", "Опозиція плану не підтримала.", "За план було 19 голосів."),
        ("Коли заснували клуб?", "Клуб існує від 1905 року, як його створено.", "Клуб виграв кубок 1987 року."),
    ],
)
def test_a_text_without_a_word_for_a_deed_does_not_tell_it(question: str, tells: str, tells_none: str) -> None:
    assert not tells_no_event(tells, plain(question))
    assert tells_no_event(tells_none, plain(question))


@pytest.mark.parametrize(
    "question",
    [
        "Who won after the stadium closed?",
        "When is it open on Wed?",
        "When did the man that bought the inn die?",
        "Wer ist der Mann, der das Haus kaufte?",
        "Qui est la femme qui a acheté l'hôtel ?",
        "Кто выиграл после того, как стадион закрыли?",
        "Хто виграв, коли стадіон закрили?",
    ],
)
def test_a_deed_of_another_clause_is_not_asked_for(question: str) -> None:
    assert not tells_no_event("Ada Brandt", plain(question))
