"""Signals against a hit: a name, a number or the thing asked for is missing from its quote."""

import pytest
from msgspec.structs import replace

from retrieval.types import Article, Hit, Passage, SignalName

from .ranking_parts import article, candidate, only_hit, passages, rank
from .ranking_parts import question as asked

CONVOY = article(
    "Orvenia sent 400 soldiers over Skarn Pass in October 2024, the ministry said on Tuesday in the capital.",
    title="Soldiers over the pass",
)


def first_hit(text: str) -> Hit:
    found = passages(CONVOY)
    return rank(asked(text, found), [candidate(CONVOY, found[0], bm25=1.0)])[0]


@pytest.mark.parametrize(
    ("signal", "fits", "does_not"),
    [
        (SignalName.NAMES, "How many soldiers did Orvenia send?", "How many soldiers did Merrin send?"),
        (
            SignalName.NUMBER,
            "How many soldiers did Orvenia send in 2024?",
            "How many soldiers did Orvenia send in 2022?",
        ),
        (SignalName.NAMES, "How many soldiers went in october?", "How many soldiers went in june?"),
        (SignalName.NAMES, "How many soldiers could march in October?", "How many soldiers were sent in march?"),
        (SignalName.RAREST, "How many soldiers did Orvenia send?", "How many tanks did Orvenia send?"),
        (SignalName.CONTRARY, "Who sent soldiers over the pass?", "Who never sent soldiers over the pass?"),
        (SignalName.LACKING, "How many soldiers did Orvenia send?", "What did Merrin say about the soldiers?"),
        (SignalName.COUNTING, "Who sent soldiers over the pass?", "How many soldiers did Orvenia send?"),
    ],
)
def test_what_speaks_against_a_hit_has_a_figure(signal: SignalName, fits: str, does_not: str) -> None:
    assert first_hit(fits).values[signal] < first_hit(does_not).values[signal]


def test_a_quote_that_says_the_contrary_tells_nothing() -> None:
    assert first_hit("Who sent soldiers over the pass?").values[SignalName.TOLD] == 0
    denied = first_hit("Who never sent soldiers over the pass?").values
    assert (denied[SignalName.TOLD], denied[SignalName.LACKING]) == (-1, 1)


@pytest.mark.parametrize(
    ("question", "told"),
    [("what did the ministry say?", 1), ("what did the ministry say about tanks?", 0), ("what did Merrin say?", 0)],
)
def test_a_quote_of_whom_is_asked_for_tells_if_nothing_else_is_missing(question: str, told: int) -> None:
    assert first_hit(question).values[SignalName.TOLD] == told


@pytest.mark.parametrize(
    ("language", "question", "text", "told"),
    [
        ("en", "What did Emil Krahn say?", "Emil Krahn patented it under his own name.", -1),
        ("en", "What did Emil Krahn say?", "Emil Krahn called it a lie.", 0),
        ("en", "What did Emil Krahn say?", "According to Jo Hart he left Emil Krahn alone.", 0),
        ("en", "When did Emil Krahn patent it?", "Emil Krahn patented it under his own name.", 0),
        ("en", "What does the Dog Act say?", "Under the Dog Act dogs are kept on a lead.", 0),
        ("de", "Was sagte Emil Krahn?", "Das Patent meldete Emil Krahn selbst an.", -1),
        ("fr", "Qu'a dit Ana Vidal ?", "Ana Vidal dirige un orchestre à Lyon.", -1),
        ("es", "¿Qué dijo Abel Soto?", "Abel Soto se negó a marcharse.", -1),
        ("es", "¿Qué dijo Abel Soto?", "Un vecino replicó a Abel Soto que no.", 0),
        ("ru", "Что сказал Отто Шотт?", "Научным руководителем был Отто Шотт.", -1),
        ("ru", "Что говорит закон о собаках?", "По улице закон о собаках велит водить их на поводке.", 0),
        ("uk", "Що сказала Соломія Гай?", "Адвокатка Соломія Гай вимагає обмежити швидкість.", -1),
    ],
)
def test_where_nobody_says_anything_nothing_said_is_told(language: str, question: str, text: str, told: int) -> None:
    it = article(text, language=language)
    [passage] = passages(it)
    wanted = asked(question, [passage], language=language, articles=language)
    [hit] = rank(wanted, [candidate(it, passage, bm25=1.0)])
    assert hit.values[SignalName.TOLD] == told


@pytest.mark.parametrize(
    ("question", "lacking", "told"),
    [
        ("was sagte Jochen Pahl", 0, 1),
        ("was sagte Verteidiger Jochen Pahl", 0, 0),
        ("was sagte Ines Roloff", 1, 0),
        ("was sagte der Verteidiger", 0, 0),
    ],
)
def test_whose_words_are_asked_for_is_known_by_name_in_another_language(question: str, lacking: int, told: int) -> None:
    it = article("“He has confessed,” said Jochen Pahl. Prosecutor Ines Roloff had asked for six years.")
    [passage] = passages(it)
    [hit] = rank(asked(question, [passage], language="de"), [candidate(it, passage, bm25=1.0)])
    assert (hit.values[SignalName.LACKING], hit.values[SignalName.TOLD]) == (lacking, told)


@pytest.mark.parametrize(("year", "told"), [(2012, 0), (2022, -1), (2023, 0), (2024, 0), (2025, 0)])
def test_a_year_may_be_told_elsewhere_or_by_another_word(year: int, told: int) -> None:
    text = f"Orvenia sent 400 soldiers last year.\n\n{'They came home over the pass. ' * 60}\n\nThe war began in 2012."
    it = replace(article(text), published="2024-03-05")
    passage = passages(it)[0]
    hit = only_hit(f"How many soldiers did Orvenia send in {year}?", it, passage)
    assert hit.values[SignalName.TOLD] == told


@pytest.mark.parametrize(
    ("question", "text", "lacking"),
    [
        ("When will the bridge be rebuilt?", "The bridge was rebuilt in May 2019.", True),
        ("When will the bridge be rebuilt?", "The bridge, built in 2019, is to be rebuilt in May.", False),
        ("When will the bridge be rebuilt?", "The bridge is to be rebuilt in 2024.", False),
        ("When was the bridge rebuilt?", "The bridge was rebuilt in May 2019.", False),
        ("Wann wird die Brücke gebaut?", "Die Brücke wurde 2019 gebaut.", True),
        ("Wann wurde die Brücke gebaut?", "Die Brücke wurde 2019 gebaut.", False),
        ("Quand le pont sera-t-il reconstruit ?", "Le pont a été reconstruit en 2019.", True),
        ("Quand est née la chorale de Clara ?", "La chorale de Clara est née en 2019.", False),
        ("¿Cuándo abrirá el puente?", "El puente abrió en mayo de 2019.", True),
        ("¿Cuándo abrió el puente de Orán?", "El puente de Orán abrió en mayo de 2019.", False),
        ("Когда откроют мост?", "Мост открыли 3 мая 2019 года.", True),
        ("Когда открыли мост?", "Мост открыли 3 мая 2019 года.", False),
        ("Коли відкриють міст?", "Міст відкрили у травні 2019 року.", True),
        ("Коли відкрили міст?", "Міст відкрили у травні 2019 року.", False),
    ],
)
def test_a_year_before_the_article_does_not_tell_when_something_will_be(
    question: str, text: str, lacking: bool
) -> None:
    it = replace(article(text), published="2024-03-05")
    [passage] = passages(it)
    hit = only_hit(question, it, passage)
    assert hit.values[SignalName.LACKING] == lacking


@pytest.mark.parametrize(
    ("language", "question", "text", "told"),
    [
        ("en", "Why did Walter Pike retire?", "The last ferryman, Walter Pike, retired to Whitby.", -1),
        ("en", "Why did Walter Pike retire?", "Walter Pike retired with a bad back.", 0),
        ("en", "Why did Walter Pike retire?", "Walter Pike retired because of his back.", 0),
        ("en", "Why did Walter Pike retire?", "Walter Pike retired; cold winters on the river had ruined his back.", 0),
        ("en", "Why did Walter Pike retire?", "Walter Pike retired in May. He wanted to build harpsichords.", 0),
        ("en", "When did Walter Pike retire?", "The last ferryman, Walter Pike, retired in May.", 0),
        ("en", "Why did Walter Pike vote for the tram?", "The last ferryman, Walter Pike, voted for the tram.", -1),
        ("en", "Why did Walter Pike retire?", "The old ferryman, Walter Pike, retired to Hull on Tuesday evening.", -1),
        ("en", "What did Ada Brandt die of?", "Ada Brandt, who swam the strait twice, died in Carrow on Monday.", -1),
        ("en", "What did Ada Brandt die of?", "Ada Brandt, who swam the strait twice, died of pneumonia.", 0),
        ("de", "Warum zog Uwe Lorenz nach Rostock?", "Der Bademeister Uwe Lorenz zog nach Rostock.", -1),
        ("de", "Woran ist Anton Seidl gestorben?", "Anton Seidl ist am Freitag in Mittenwald im Beisein seiner Töchter "
         "gestorben.", -1),
        ("en", "Why is the lake empty?", "The lake is empty: the dam broke.", 0),
        ("fr", "Pourquoi la piscine est-elle fermée ?", "La piscine de la ville est fermée depuis l'inondation.", 0),
        ("fr", "Pourquoi la piscine est-elle fermée ?", "La piscine de la ville est fermée depuis le 3 mai.", -1),
        ("ru", "Почему мост закрыт?", "С понедельника Старый мост в Ковде закрыт.", -1),
        ("fr", "Pourquoi Loubet s'est-il installé à Sète ?", "Le passeur Henri Loubet s'est installé à Sète.", -1),
        ("es", "¿Por qué dejó Lobo la escena?", "En 2015 Lobo dejó la escena por la artrosis.", 0),
        ("en", "Why did Walter Pike retire?", "A fall had cost him a leg. So he, Walter Pike, retired.", -1),
        ("en", "Why did Walter Pike retire?", "A fall had cost him a leg. He, Walter Pike, retired.", 0),
        ("es", "¿Por qué se mudó Lobo a Cádiz?", "El último barquero, Lobo, se mudó a Cádiz.", -1),
        ("ru", "Почему Щукин переехал в Псков?", "Последний паромщик Щукин переехал в Псков.", -1),
        ("uk", "Чому Вальчук відмовилася від премії?", "Від премії Вальчук теж відмовилася.", -1),
        ("uk", "Від чого померла Олена Вальчук?", "Ботанікиня Олена Вальчук померла в Чернівцях у колі великої родини "
         "та друзів.", -1),
    ],
)  # fmt: skip
def test_a_sentence_with_little_more_than_the_question_gives_no_reason(
    language: str, question: str, text: str, told: int
) -> None:
    it = article(text, language=language)
    [passage] = passages(it)
    wanted = asked(question, [passage], language=language, articles=language)
    [hit] = rank(wanted, [candidate(it, passage, bm25=1.0)])
    assert hit.values[SignalName.TOLD] == told


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        ("When did Maret take over Tarn?", "Aubry took over Carrow in 2022. Maret of Tarn would not comment.", -1),
        ("When did Maret take over Tarn?", "A new coach took over in 2022. He is Maret of Tarn.", 0),
        ("When did Maret take over Tarn?", "Maret took over Tarn in 2022. Maret would not comment.", 0),
        ("When did Maret take over Tarn?", "Maret took over Tarn. That was in 2022.", 0),
        ("How many saves did Maret make?", "Aubry made nine saves in the final. Maret watched.", -1),
    ],
)
def test_what_is_told_before_the_person_is_named_is_of_another(question: str, text: str, told: int) -> None:
    it = article(f"{text}\n\nThe river froze twice.")  # a paragraph of an entry is quoted whole
    [passage] = passages(it)
    hit = only_hit(question, it, passage)
    assert hit.quote.text == text
    assert hit.values[SignalName.TOLD] == told


def test_whom_the_title_names_a_sentence_without_a_reason_need_not_name() -> None:
    it = article("She retired to Whitby.", title="Ada Brandt, diver")
    [passage] = passages(it)
    assert only_hit("Why did Ada Brandt retire?", it, passage).values[SignalName.TOLD] == -1


def test_words_of_the_title_are_nothing_new_in_a_sentence_without_a_reason() -> None:
    it = article(
        "Diver Ada Brandt of the Tarn Bay rescue retired to Whitby.", title="Ada Brandt, diver: Tarn Bay rescue"
    )
    [passage] = passages(it)
    assert only_hit("Why did Ada Brandt retire?", it, passage).values[SignalName.TOLD] == -1


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        ("How many soldiers did Orvenia send in 2022?", "Orvenia sent 400 soldiers in 2012.", -1),
        ("When before 2022 did Orvenia send soldiers?", "Orvenia sent 400 soldiers in 2012.", 0),
        ("Did Orvenia send soldiers in 2022?", "Orvenia sent 400 soldiers in 2012.", 0),
        ("Who was the mayor of Tarn in 2022?", "Ida Lund became mayor of Tarn in 2012.", 0),
    ],
)
def test_another_year_may_answer_when_whether_and_who_held_an_office(question: str, text: str, told: int) -> None:
    it = replace(article(f"{text}\n\n{'It was cold. ' * 90}\n\nIn 2022 it snowed."), published="2024-03-05")
    assert only_hit(question, it, passages(it)[0]).values[SignalName.TOLD] == told


def test_a_hit_tells_which_words_of_the_question_it_has_and_where_it_stands() -> None:
    end = " It was cold, and the road to the coast was shut for the carts of the farmers until the next morning." * 3
    it = article(f"Orvenia sent soldiers over the pass at dawn.\n\nThe mayor of Talvik had seen nothing like it.{end}")
    other = article("Nobody went over the pass that day.", name="b")
    found = [passages(it)[0], passages(other)[0]]
    rows = [candidate(it, found[0], bm25=1.0), candidate(other, found[1], bm25=2.0)]
    hit = rank(asked("How many tanks did Orvenia send to Talvik?", found), rows)[0]
    about = {name: hit.signal(name).about for name in (SignalName.COVERAGE, SignalName.MISSING, SignalName.RAREST)}
    assert about == {
        SignalName.COVERAGE: ("Orvenia", "send", "Talvik"),
        SignalName.MISSING: ("tanks",),
        SignalName.RAREST: ("Talvik",),
    }
    assert hit.signal(SignalName.WORDS).rank == 2
    assert first_hit("Who sent soldiers?").signal(SignalName.RAREST).value == 0


def test_words_that_only_ask_are_hardly_missed() -> None:
    """“How old is she?” is answered by “aged 91”: the missing “old” counts little, and is not given as a reason."""
    plain, asking = (
        first_hit("How many soldiers were sent by Orvenia"),
        first_hit("How long were soldiers sent by Orvenia"),
    )
    other = first_hit("How angry were soldiers sent by Orvenia")
    missing = [hit.signal(SignalName.MISSING) for hit in (plain, asking, other)]
    assert missing[0].value < missing[1].value < 0.6 * missing[2].value
    rarest = [hit.signal(SignalName.RAREST) for hit in (asking, other)]
    assert rarest[0].value < 0.7 * rarest[1].value
    assert first_hit("How long did Orvenia send tanks?").signal(SignalName.MISSING).about == ("tanks",)


def test_articles_of_a_source_need_not_name_it() -> None:
    named, other = (
        first_hit("How many soldiers of the Valley were sent?"),
        first_hit("How many soldiers of the Harbour were sent?"),
    )
    assert named.signal(SignalName.MISSING).about == ()
    assert other.signal(SignalName.MISSING).about == ("Harbour",)
    assert named.score > other.score


def alone(it: Article, sentence: str) -> Passage:
    start = it.text.index(sentence)
    return Passage("p", it.id, 2, 2, start, start + len(sentence), sentence, ((0, len(sentence)),))


@pytest.mark.parametrize(
    ("wording", "missing"),
    [
        ("what does Beatrice Lowther treat?", ()),
        ("what does beatrice lowther treat?", ()),
        ("what does sandra lowther treat?", ("sandra",)),
        ("what does vale lowther treat?", ("vale",)),
    ],
)
def test_a_surname_stands_for_the_full_name_that_the_article_has(wording: str, missing: tuple[str, ...]) -> None:
    it = article("Beatrice Lowther has won the vale by a few votes.\n\nMs Lowther has to treat cows.")
    passage = alone(it, "Ms Lowther has to treat cows.")
    hit = only_hit(wording, it, passage)
    assert hit.signal(SignalName.MISSING).about == missing


@pytest.mark.parametrize(
    ("language", "wording", "text", "missing"),
    [
        ("en", "Is the bridge open?", "The bridge is closed on Mondays.", ()),
        ("en", "Who may open the bridge?", "The bridge is closed on Mondays.", ("open",)),
        ("de", "Ist die Brücke offen?", "Die Brücke ist bis Montag gesperrt.", ()),
        ("fr", "Est-ce que le pont est ouvert ?", "Le pont est fermé le lundi.", ()),
        ("es", "¿Está abierto el puente?", "El puente está cerrado los lunes.", ()),
        ("ru", "Открыт ли мост?", "Мост закрыт по понедельникам.", ()),
        ("uk", "Чи відкритий міст?", "Міст закритий щопонеділка.", ()),
    ],
)
def test_the_opposite_of_a_state_answers_whether_it_is_so(
    language: str, wording: str, text: str, missing: tuple[str, ...]
) -> None:
    it = article(text, language=language)
    found = passages(it)
    [hit] = rank(asked(wording, found, language=language, articles=language), [candidate(it, found[0], bm25=1.0)])
    assert hit.signal(SignalName.MISSING).about == missing


@pytest.mark.parametrize("other", ["Daniel Lowther treats cows.", "Zebedee Lowther treats cows."])
def test_a_surname_behind_another_given_name_does_not(other: str) -> None:
    it = article(f"Beatrice Lowther has won the vale.\n\n{other}", title="Zebedee Lowther")
    passage = alone(it, other)
    hit = only_hit("what does Beatrice Lowther treat?", it, passage)
    assert hit.signal(SignalName.MISSING).about == ("Beatrice",)


@pytest.mark.parametrize(
    ("signal", "question", "text", "value"),
    [
        # A reason that is asked for is given or not.
        (SignalName.REASON, "Why did Ada go?", "Ada went to Talvik because of the storm.", 1.0),
        (SignalName.REASON, "Why did Ada go?", "Ada went to Talvik in the storm.", -1.0),
        (SignalName.REASON, "Who went to Talvik?", "Ada went to Talvik because of the storm.", 0.0),
        # The quote can be seen to tell what is asked for, or not to tell it.
        (SignalName.TOLD, "Who built the tower?", "The tower was built in 1847.", -1.0),
        (SignalName.TOLD, "Who built the tower?", "The tower was built by Ada in 1847.", 0.0),
        (SignalName.TOLD, "Who was shut in the tower?", "Two women were shut in the tower.", 0.0),
        (SignalName.TOLD, "When was the tower built?", "The tower was built in 1847.", 0.0),
        (
            SignalName.TOLD,
            "Why do the bees go home?",
            "The bees go home before a storm. But how? Some think they know.",
            -1.0,
        ),
        (SignalName.LACKING, "Why do the bees go home?", "The bees go home. But why?", 1.0),
        (
            SignalName.TOLD,
            "Why do the bees go home?",
            "The bees go home before a storm. How? Because they feel it.",
            0.0,
        ),
        (SignalName.TOLD, "Who built the tower in 1950?", "Ada built the tower in 1847.", -1.0),
        (SignalName.TOLD, "Who built the tower in 1847?", "Ada built the tower in 1847.", 0.0),
        (SignalName.TOLD, "What does Ada recommend?", "Ada recommends a fence.", 1.0),
        (SignalName.TOLD, "What does Ada recommend for dogs?", "Ada recommends a fence.", 0.0),
        (SignalName.TOLD, "What does Ada build?", "Ada builds a fence.", 0.0),
        (SignalName.TOLD, "Who is Ada Brandt?", "Ada Brandt is a baker.", 1.0),
        (SignalName.TOLD, "How old is Ada Brandt?", "Ada Brandt is a baker.", -1.0),
        # Who did it is lacking where the quote names nobody.
        (SignalName.LACKING, "Who cut the recording?", "The recording was cut, say the police.", 1.0),
        (SignalName.LACKING, "Who cut the recording?", "The recording was cut by Ada.", 0.0),
        # Of a name asked for, the name of somebody else is none.
        (
            SignalName.LACKING,
            "What is the name of the captain of the ferry?",
            "The captain of the ferry has left, as the town council of Wexmere and the Harbour Police said.",
            1.0,
        ),
        (
            SignalName.LACKING,
            "What is the name of the captain of the ferry?",
            "The captain of the ferry, Ida Holm, has left the town.",
            0.0,
        ),
        (SignalName.LACKING, "What is the name of the boat?", "Her new ship, which is called Marta, has left.", 0.0),
        (SignalName.LACKING, "What was the name of the boat?", "Her ship, known as the Marta, has left.", 0.0),
        (SignalName.LACKING, "¿Cómo se llamaba el barco?", "Zarpó con el nombre de Marta.", 0.0),
        (SignalName.LACKING, "Comment s'appelait le bateau ?", "Il partit sous le nom de Marta.", 0.0),
        (SignalName.LACKING, "Wie hieß das Boot?", "Es fuhr unter dem Namen Marta Lund aus.", 0.0),
        (SignalName.LACKING, "Как звали кошку?", "Зверь известен как Мурка.", 0.0),
        (SignalName.LACKING, "Як звали кішку?", "Звір відомий як Мурка.", 0.0),
        (SignalName.LACKING, "What was the name of Ida's boat?", "Today Ida has left on her boat, the Marta.", 0.0),
        (SignalName.TOLD, "What is the name of the captain?", "The captain, a man of 52, was unhurt.", -1.0),
        (SignalName.TOLD, "What is the name of the captain?", "The captain, Ida Holm, was unhurt.", 1.0),
        (
            SignalName.LACKING,
            "What is the name of the head?",
            "In May the head of the old school in Lowton became Ida Holm.",
            0.0,
        ),
        # Words that only ask for the name are not missing in an answer.
        (SignalName.MISSING, "What is the captain's name?", "The captain, Ida Holm, was unhurt.", 0.0),
        (SignalName.MISSING, "Wie heißt die Kapitänin?", "Die Kapitänin Ida Holm blieb unverletzt.", 0.0),
        (SignalName.MISSING, "Comment s'appelle la capitaine ?", "La capitaine, Ida Holm, est indemne.", 0.0),
        (SignalName.MISSING, "¿Cómo se llama la capitana?", "La capitana, Ida Holm, salió ilesa.", 0.0),
        # Nor are those that only ask for a count.
        (SignalName.MISSING, "number of passengers", "The coach had 31 passengers on board.", 0.0),
        (SignalName.LACKING, "number of passengers", "The passengers were unhurt.", 1.0),
        (SignalName.MISSING, "Zahl der Fahrgäste", "Im Bus waren 31 Fahrgäste.", 0.0),
        (SignalName.MISSING, "nombre de passagers", "Le car avait 31 passagers à bord.", 0.0),
        (SignalName.MISSING, "número de pasajeros", "El autobús llevaba 31 pasajeros.", 0.0),
        (SignalName.LACKING, "Who may hear the recording?", "All that work here may hear the recording.", 0.0),
    ],
)
def test_whether_the_quote_has_the_kind_of_thing_asked_for(
    signal: SignalName, question: str, text: str, value: float
) -> None:
    it = article(text)
    [passage] = passages(it)
    hit = only_hit(question, it, passage)
    assert hit.values[signal] == value
