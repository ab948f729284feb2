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
        ("In which year did Ada Brandt marry?", "Her wedding took place in 1950.", "She came to Carrow in 1950."),
        ("On what date did the factory close?", "Its last shift was on 4 May.", "It was opened on 4 May."),
        ("Wann schließt das Bad?", "Um 20 Uhr ist Schluss.", "Das Bad hat drei Becken."),
        ("In welchem Monat wurde der Verein gegründet?", "Er besteht seit Mai.", "Im Mai holte er den Pokal."),
        ("À quelle date le pont a-t-il été fermé ?", "Fin du passage le 4 mai.", "Le pont a été repeint le 4 mai."),
        ("¿Qué día cerró la fábrica?", "Cesó su actividad el 4 de mayo.", "Fue inaugurada el 4 de mayo."),
        ("Какого числа закрыли мост?", "Мост перекрыт с 4 мая.", "Мост открыли 4 мая."),
        ("Якого року заснували клуб?", "Клуб створено 1905 року.", "Клуб виграв кубок 1987 року."),
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
        (
            "When was the dam demolished?",
            "It made way for a lock in 1972.",
            "Finished in 1958, it blocked the eels' way.",
        ),
        ("When did Ada Brandt die?", "Her widower sold the mill in 1938.", "Ada Brandt (born 1861) drew maps."),
        ("Where did Ada Brandt die?", "She was killed near Carrow.", "She drew maps in Carrow."),
        ("Wann ist Anton Seidl gestorben?", "Anton Seidl († 1898) war Dirigent.", "Anton Seidl (* 1850) war Dirigent."),
        ("Wo starb Anton Seidl?", "In Passau kam er ums Leben.", "Er wohnte in Passau."),
        ("Quand est morte Inès Caradec ?", "Ses obsèques ont eu lieu en 2019.", "Elle a joué à Brest en 2019."),
        ("¿Dónde murió Elena?", "Falleció en Avilés.", "Residía en Avilés."),
        ("Когда умер Осип Терен?", "Осип Терен (2 мая 1861 — 5 мая 1938).", "Терен уехал в Псков в 1938 году."),
        ("Де померла Ганна?", "Ганна загинула в Косові.", "Ганна малювала в Косові."),
        ("Who wrote the ballad?", "The words are Ada Brandt's.", "Ada Brandt sang the ballad."),
        ("Wer hat das Bild gemalt?", "Das Bild stammt von Lena Broich.", "Lena Broich kaufte das Bild."),
        ("Qui a écrit la pièce ?", "L'auteur est Yann Riou.", "Yann Riou joue la pièce."),
        ("¿Quién pintó el retablo?", "El autor es Pablo Ruiz.", "Pablo Ruiz restauró el retablo."),
        ("Кто написал письмо?", "Автор — Осип Терен.", "Осип Терен нашёл тетрадь."),
        ("Хто намалював обкладинку?", "Обкладинку малював Тарас.", "Обкладинку загубив Тарас."),
        ("Who designed the library?", "Its architect was Thomas Cray.", "Thomas Cray runs the library."),
        ("Wer hat den Turm entworfen?", "Der Architekt war Kai Broich.", "Kai Broich bestieg den Turm."),
        ("Qui a conçu la tour ?", "Les plans sont de Yann Riou.", "Yann Riou habite la tour."),
        ("¿Quién diseñó la campana?", "Los planos los trazó Pablo Ruiz.", "La torre alberga la campana de Pablo Ruiz."),
        ("Кто спроектировал башню?", "Архитектор — Щукин.", "В башне живёт Щукин."),
        ("Who invented the lamp?", "Rolf Kern patented the lamp.", "Rolf Kern sells the lamp."),
        ("Wann wurde die Lampe erfunden?", "Kern entwickelte sie 1847.", "Kern verkaufte sie 1847."),
        ("Qui a inventé la lampe ?", "Elle fut mise au point en 1847.", "Yann Riou vend la lampe."),
        ("¿Quién descubrió la cueva?", "Pablo Ruiz halló la cueva.", "Pablo Ruiz vive en la cueva."),
        ("Кто изобрёл лампу?", "Лампу придумал Щукин.", "Лампу продаёт Щукин."),
        ("Хто винайшов лампу?", "Лампу вигадав Лис.", "Лампу продає Лис."),
        ("Who won the appeal?", "Ada Brandt was victorious.", "The court will decide who owns the copies."),
        ("Wer gewann das Rennen?", "Lena Broich siegte knapp.", "Lena Broich startet in Passau."),
        ("Qui a remporté la Palme ?", "Le jury l'a remise à Inès Caradec.", "Inès Caradec vit à Brest."),
        ("¿Quién ganó la final?", "Avilés derrotó a Oviedo.", "La final fue vista por un millón de personas."),
        ("Кто выиграл финал?", "Псков обыграл Ригу.", "Финал смотрели в Пскове."),
        ("Хто виграв фінал?", "Косів здолав Ригу і здобув кубок.", "Фінал дивилися в Косові."),
        ("When was the tax introduced?", "The tax took effect in 1401.", "The tax was abolished in 1401."),
        ("Wann wurde die Steuer eingeführt?", "Sie gilt seit 1949.", "Die Steuer wurde 1949 abgeschafft."),
        ("Quand l'impôt a-t-il été instauré ?", "Il est en vigueur depuis 1949.", "L'impôt fut aboli en 1949."),
        ("¿Cuándo se introdujo el impuesto?", "Entró en vigor en 1949.", "El impuesto se suprimió en 1949."),
        ("Когда ввели налог?", "Налог установили в 1949 году.", "Налог отменили в 1949 году."),
        (
            "Коли запровадили податок?",
            "Податок уведено 1949 року, коли набув чинності закон.",
            "Податок скасували 1949 року.",
        ),
        ("When was the tax abolished?", "The tax was levied until 1949.", "The king had doubled the tax in 1401."),
        ("Wann wurde der Chor aufgelöst?", "Der Chor bestand bis 1949.", "Der Chor hatte 1817 nur 24 Mitglieder."),
        ("Quand l'ordre a-t-il été dissous ?", "L'ordre disparut en 1949.", "L'ordre fut fondé en 1817."),
        ("¿Cuándo se disolvió el coro?", "El coro dejó de existir en 1949.", "El coro tenía 24 voces en 1817."),
        ("Когда отменили налог?", "Налог упразднили в 1949 году.", "Налог ввели в 1817 году."),
        ("Коли скасували податок?", "Податок ліквідували 1949 року.", "Податок увели 1817 року."),
    ],
)
def test_a_text_without_a_word_for_a_deed_does_not_tell_it(question: str, tells: str, tells_none: str) -> None:
    assert not tells_no_event(tells, plain(question))
    assert tells_no_event(tells_none, plain(question))


@pytest.mark.parametrize(
    "question",
    [
        "Who sang after the stadium closed?",
        "When is it open on Wed?",
        "When did the man that bought the inn arrive?",
        "Wer ist der Mann, der das Haus kaufte?",
        "Qui est la femme qui a acheté l'hôtel ?",
        "Кто пел после того, как стадион закрыли?",
        "Хто співав, коли стадіон закрили?",
    ],
)
def test_a_deed_of_another_clause_is_not_asked_for(question: str) -> None:
    assert not tells_no_event("Ada Brandt", plain(question))
