"""What was done, when and by whom, who followed or who a relative is, no text tells that does not speak of it."""

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
        ("Who was mayor before Ada Brandt?", "She defeated Walter Pike.", "Ada Brandt, mayor, lives in Carrow."),
        ("Who succeeded Ada Brandt?", "Owen Tarrant took over in May.", "Ada Brandt lost a leg at Carrow."),
        ("Wer war Wirt vor Anton Seidl?", "Seidl besiegte Kai Broich.", "Anton Seidl ist Wirt in Passau."),
        ("Qui était maire avant Inès Caradec ?", "Elle a battu Yann Riou.", "Inès Caradec est maire."),
        ("¿Quién fue alcalde antes que Elena?", "Elena derrotó a Pablo Ruiz.", "Elena es alcaldesa."),
        ("Кто был мэром до Терена?", "Терен победил Щукина.", "Мэр Терен живёт в Пскове."),
        ("Хто був мером до Ганни?", "Ганна перемогла Петра Лиса.", "Ганна живе в Косові."),
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


@pytest.mark.parametrize(("question", "told"), [("Where was Ada Brandt buried?", -1), ("Where did Ada Brandt die?", 0)])
def test_a_quote_of_no_such_event_does_not_tell(question: str, told: int) -> None:
    it = article("The painter Ada Brandt died in Carrow on Monday.", title="Painter")
    [passage] = passages(it)
    hit = only_hit(question, it, passage)
    assert hit.values[SignalName.TOLD] == told


def test_of_several_sentences_with_a_name_those_that_tell_the_event_hold_the_answer() -> None:
    it = article(
        "Fenland moved production from its own workshop in the old town of Ely to a factory of Plessant near the "
        "harbour of Dundee in the spring, after which the rate of returns fell for the first time in many years, to "
        "the relief of all who worked there. In May Fenland was taken over by Dalton for 3 million."
    )
    [passage] = passages(it)
    hit = only_hit("Who bought Fenland?", it, passage)
    assert "Dalton" in hit.quote.text


def test_who_holds_an_office_now_is_no_predecessor() -> None:
    it = article("“No,” said the director Rolf Kern. He has run the mill since 2021, when he succeeded Ida Holm.")
    [passage] = passages(it)
    hit = only_hit("Who was director before Kern?", it, passage)
    assert "Ida Holm" in hit.quote.text
    assert hit.values[SignalName.TOLD] == 0
