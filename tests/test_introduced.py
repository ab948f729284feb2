"""Questions about who somebody is, or how old: a sentence that introduces the person named answers them."""

import pytest
from msgspec.structs import replace

from retrieval.language.text import stems
from retrieval.question.answer_type import AnswerType
from retrieval.ranking.asked_person import Named, asks_about, asks_for_holder
from retrieval.ranking.introduced import introduced
from retrieval.types import SignalName

from .ranking_parts import article, candidate, passages, question, rank


@pytest.mark.parametrize(
    ("asked", "kind", "name"),
    [
        ("Who is Gemma Locke?", AnswerType.IDENTITY, "gemma locke"),
        ("whos gemma locke", AnswerType.IDENTITY, "gemma locke"),
        ("Who is J.R. Marsh?", AnswerType.IDENTITY, "j. r. marsh"),
        ("Wer ist Svea Lindqvist?", AnswerType.IDENTITY, "svea lindqvist"),
        ("Qui est Odile Ferrand ?", AnswerType.IDENTITY, "odile ferrand"),
        ("¿Quién es Inés de la Cobaleda?", AnswerType.IDENTITY, "inés de la cobaleda"),
        ("quién fue fermín de olaizola", AnswerType.IDENTITY, "fermín de olaizola"),
        ("кто такая Наталья Орешкина", AnswerType.IDENTITY, "наталья орешкина"),
        ("хто такий роман хоменко", AnswerType.IDENTITY, "роман хоменко"),
        ("how old was Ada Brandt when she died", AnswerType.AGE, "ada brandt"),
        ("How old was Ada when she met the postman Hinnerk Paulsen?", AnswerType.AGE, "ada"),
        ("Wie alt ist Bürgermeister Jens Thamm?", AnswerType.AGE, "bürgermeister jens thamm"),
        ("Wie alt ist der Postbote Hinnerk Paulsen?", AnswerType.AGE, "postbote hinnerk paulsen"),
        ("Wie alt wurde Ada Brandt?", AnswerType.AGE, "ada brandt"),
        ("C'est qui Odile Ferrand ?", AnswerType.IDENTITY, "odile ferrand"),
        ("who is the mayor Ilse Brandt", AnswerType.IDENTITY, "mayor ilse brandt"),
        ("Quel âge a le facteur Abel Soto ?", AnswerType.AGE, "facteur abel soto"),
        ("quién es ruiz de la torre", AnswerType.IDENTITY, "ruiz de la torre"),
        ("сколько лет мэру Ивану Петрову", AnswerType.AGE, "мэру ивану петрову"),
        ("сколько лет Жене Ивановой", AnswerType.AGE, "жене ивановой"),
        ("Quel âge a Ana Vidal ?", AnswerType.AGE, "ana vidal"),
        ("cuántos años tiene Abel Soto", AnswerType.AGE, "abel soto"),
        ("сколько лет судье Зотовой", AnswerType.AGE, "судье зотовой"),
        ("скільки років Ірині Паньків зараз", AnswerType.AGE, "ірині паньків"),
    ],
)
def test_whom_a_question_names(asked: str, kind: AnswerType, name: str) -> None:
    found = asks_about(asked)
    assert found is not None
    assert (found.kind, " ".join(found.name)) == (kind, name)


@pytest.mark.parametrize(
    ("language", "asked", "text", "tells"),
    [
        ("ru", "how old is artyom Лыткин", "Шайбу забросил 19-летний Артём Лыткин.", True),
        ("ru", "who is boris Мальцев", "«Нет», — сказал тренер Борис Мальцев.", True),
        ("uk", "how old is taras Білик", "Тарас Білик тридцять років працює в бібліотеці.", False),
        ("en", "сколько лет аде Brandt", "Ada Brandt, 61, is a pharmacist.", True),
    ],
)
def test_a_given_name_in_the_other_alphabet_is_not_compared(language: str, asked: str, text: str, tells: bool) -> None:
    assert told(asked, text, language) == [float(tells)]


@pytest.mark.parametrize(
    ("asked", "carried", "tells"),
    [
        ("how old is Rudolf Zwengel", "", True),
        ("how old is he? (Rudolf Zwengel)", "Rudolf Zwengel", True),
        ("how old is he? (Zwengel)", "Zwengel", False),  # perhaps somebody else of that name
    ],
)
def test_a_passage_that_tells_the_age_comes_first(asked: str, carried: str, tells: bool) -> None:
    it = article(
        "The court in Marling sent the builder Rudolf Zwengel to prison for four years and three months on Thursday, "
        "and the people in the gallery stood up and clapped until the judge had them put out into the street.\n\n"
        "Zwengel, 61, had paid the head of the building office in crates of wine, most of them in a car park, so that "
        "his firm would get the contract for the new pool, which has stood half built behind the station ever since.",
        title="Builder Rudolf Zwengel sent to prison",
    )
    found = passages(it)
    among = [candidate(it, each, bm25=weight) for each, weight in zip(found, (3.0, 1.0), strict=True)]
    wanted = replace(question(asked, found), carried=carried)
    assert ("61" in rank(wanted, among)[0].quote.text) == tells


def test_a_pronoun_means_whom_the_conversation_was_about() -> None:
    for carried, name in (("Ada Brandt, strait", ("ada", "brandt")), ("ada brandt", ("ada", "brandt"))):
        assert asks_about(f"how old is she? ({carried})", carried) == Named(
            AnswerType.AGE, name, frozenset(("how", "old", "is"))
        )
    assert asks_about("how old is she?") is None


@pytest.mark.parametrize(
    "asked",
    [
        "Wer ist Bürgermeisterin von Brunnfeld?", "who is mayor of Hexley",
        "who is the mayor", "who is in charge of the orchestra", "who is paying to keep the pool warm",
        "wer ist der Trainer", "qui est la maire", "qui est l'entraîneur", "quién es el alcalde",
        "how old are the ships",
        "How old is the Golden Gate Bridge?", "Quel âge a la fille d'Ana Vidal ?",
        "wer ist die Tochter von Ilse Brandt", "who is -", "How old is - ?",
        "How old was Ida Holm? Where is she buried?", "How old was Ida Holm when she left? Why did she?",
        "qui est l'avocat de Franck Morvan", "who is lawyer of Ian Orr",
        "quién es abogado de rafael osuna", "wer ist Anwalt von Manuela Krause", "кто такая жена Ивана Петрова",
        "скільки років дружині Івана Петренка", "сколько лет сыну Ивана Петрова",
        "сколько лет дали Лосевой", "сколько лет грозит Олегу Ветрову", "скільки років дали Юсупову за вбивство",
    ],
)  # fmt: skip
def test_a_question_that_names_nobody_is_another(asked: str) -> None:
    assert asks_about(asked) is None


HOLDERS = {
    "mayor of hexley": "who is the mayor of Hexley?|who was mayor of Hexley|who's the new mayor of Hexley"
    "|what is the name of the mayor of Hexley|name of the mayor of Hexley",
    "mayor's name": "what's the mayor's name?",
    "deputy": "who is the mayor's deputy?|what is the name of the mayor's first female deputy",
    "owner of tom's diner": "who is the owner of Tom's Diner?",
    "deputy (bridge, hexley)": "who is the mayor's deputy (bridge, hexley)",
    "bürgermeisterin von brunnfeld": "wer ist die Bürgermeisterin von Brunnfeld?|wer ist Bürgermeisterin von Brunnfeld"
    "|wie heißt die Bürgermeisterin von Brunnfeld?|Name der Bürgermeisterin von Brunnfeld",
    "entraîneur": "qui est l'entraîneur ?|qui était l’entraîneur|c'est qui l'entraîneur|nom de l'entraîneur"
    "|comment s'appelle l'entraîneur ?|quel est le nom du nouvel entraîneur ?",
    "directora": "¿quién es la nueva directora?|quien fue la directora|¿cómo se llama la directora?"
    "|nombre de la directora",
    "мэр томска": "кто мэр Томска?|кто сейчас мэр Томска|а кто новый мэр Томска",
    "мэра томска": "как зовут нового мэра Томска?|имя мэра Томска",
    "мер дніпра": "хто мер Дніпра?|хто зараз мер Дніпра",
    "мер (ціни, каву)": "а хто мер (ціни, каву)",
    "мера дніпра": "як звати мера Дніпра?|ім'я нового мера Дніпра",
}


@pytest.mark.parametrize(("holder", "questions"), HOLDERS.items())
def test_the_office_is_what_a_holder_is_asked_by(holder: str, questions: str) -> None:
    assert {it: asks_for_holder(it) for it in questions.split("|")} == dict.fromkeys(questions.split("|"), holder)


@pytest.mark.parametrize(
    "asked",
    [
        "who is the mayor's son who was detained", "who is standing for mayor", "who is elected", "wer hat gewonnen",
        "кто просит разрешения", "хто керує",
        "what are the names of the mayors", "nombre de stations",
        "what is the name of the electrician who was detained", "как зовут электрика, которого задержали",
    ],
)  # fmt: skip
def test_who_does_something_holds_no_office(asked: str) -> None:
    assert asks_for_holder(asked) is None


@pytest.mark.parametrize(
    ("asked", "told"),
    [("who is the manager of Saltby Rovers?", 1), ("who is the manager of Hatch?", 0), ("who is the referee?", 0)],
)
def test_a_name_beside_the_office_tells_who_holds_it(asked: str, told: int) -> None:
    it = article(
        "Saltby Rovers came from behind to beat Hatch 3-2 on Saturday before six thousand people who sang.\n\n"
        '"I have never heard a noise like it in all my nineteen years here," said manager Wendy Achebe afterwards.',
        title="Saltby Rovers stun the leaders",
    )
    found = passages(it)
    first = rank(question(asked, found), [candidate(it, each, bm25=2.0) for each in found])[0]
    assert first.values[SignalName.TOLD] == told
    assert "Achebe" in first.quote.text or not told


@pytest.mark.parametrize(
    "asked",
    [
        "who is the museum director?", "what is the museum director's name?", "what's the name of the museum director",
        "museum director name", "who is the director of the museum?",
    ],
)  # fmt: skip
def test_the_office_is_the_last_of_several_nouns(asked: str) -> None:
    it = article("The new roof was a gift, said director Miriam Vance.", title="The museum opens")
    [found] = passages(it)
    [hit] = rank(question(asked, [found]), [candidate(it, found, bm25=2.0)])
    assert hit.values[SignalName.TOLD] == 1


def test_the_office_may_be_somebody_elses_where_another_sentence_has_more_of_the_question() -> None:
    it = article("The Luddish fleet under Henrik Saar won. The Ronnish commander, Jens Toll, went down with his ship.")
    found = passages(it)
    [hit] = rank(question("who was the commander of the Luddish fleet?", found), [candidate(it, found[0], bm25=2.0)])
    assert hit.values[SignalName.TOLD] == 0


def told(asked: str, text: str, language: str, title: str | None = None) -> list[float] | None:
    it = article(text, language=language, title=title)
    [passage] = passages(it)
    named = asks_about(asked)
    assert named is not None
    found = introduced(
        named,
        passage,
        it,
        tuple(tuple(stems(sentence, language)) for sentence in passage.sentence_texts),
        frozenset(stems(title or "", language)),
    )
    return None if found is None else list(found)


@pytest.mark.parametrize(
    ("language", "asked", "tells"),
    [
        ("en", "who is gemma locke", "Zentra's spokeswoman, Gemma Locke, said nothing."),
        ("en", "who is gemma locke", "“No,” said Gemma Locke, a dealer in London."),
        ("en", "who is gemma locke", "“No,” said site foreman Gemma Locke."),
        ("en", "who was gemma locke", "It was found by the Swedish chemist Gemma Locke."),
        ("en", "who is gemma locke", "Gemma Locke is the head of the board."),
        ("en", "who is gemma locke", "Gemma Locke, who keeps 400 sheep, was wary."),
        ("en", "who is dara o’dea", "Dara O'Dea is the head of the board."),
        ("en", "who is andrei harauski", "Harauski, 47, was arrested in Porto. Andrei is here."),
        ("en", "who is gemma locke", "Gemma Locke of Pell & Co said that debt left little room."),
        ("en", "who is gemma locke", "According to Gemma Locke, the mayor, the bridge is shut."),
        ("de", "wer ist svea lindqvist", "„Nein“, sagt die Geophysikerin Svea Lindqvist."),
        ("de", "wer ist svea lindqvist", "Svea Lindqvist, Vorsitzende des Vereins, kam."),
        ("fr", "qui est odile ferrand", "« Non », sourit la juriste Odile Ferrand."),
        ("fr", "qui est odile ferrand", "Son président, Odile Ferrand, réclame une enquête."),
        ("es", "quién es abel soto", "El informático forense Abel Soto calcula otra cosa."),
        ("es", "quién es abel soto", "Eso opina Abel Soto, arriero."),
        ("ru", "кто такая наталья орешкина", "Наталья Орешкина — зоолог."),
        ("ru", "кто такая наталья орешкина", "Об этом рассказала посол России в Лаосе Наталья Орешкина."),
        ("uk", "хто такий роман хоменко", "Суд обрав захід колишньому заступникові міністра Роману Хоменку."),
        ("uk", "хто такий роман хоменко", "Голова правління «Укренерго» Роман Хоменко назвав удар важким."),
        ("uk", "хто такий роман хоменко", "Роман Хоменко очолює посольство у Польщі."),
        ("uk", "хто така мар'яна хоменко", "Мар’яна Хоменко — директорка школи."),
        ("ru", "кто такой макар тетерин", "Вечером играет на трубе староста Макар Ильич Тетерин."),
    ],
)
def test_a_sentence_that_says_who_somebody_is(language: str, asked: str, tells: str) -> None:
    assert told(asked, tells, language) in ([1.0], [1.0, 0.0])


@pytest.mark.parametrize(
    ("language", "asked", "names"),
    [
        ("de", "wer ist baudezernentin", "Das teilte Baudezernentin Silke Hoyer mit."),
        ("en", "who is mayor", "Mayor Silke Hoyer said so."),
    ],
)
def test_what_somebody_is_called_before_a_name_is_no_name(language: str, asked: str, names: str) -> None:
    assert told(asked, names, language) is None
    assert told("quién es rosario", "Rosario Benítez Ruiz, alcaldesa, no vino.", "es") is not None


@pytest.mark.parametrize(
    ("language", "asked", "tells"),
    [
        ("es", "cuántos años tiene lucía bernal", "Lucía Bernal, de trece años, ganó el domingo."),
        ("es", "cuántos años tiene lucía bernal", "Lucía Bernal tiene cuarenta y dos años."),
        ("en", "how old was ada brandt", "Ada Brandt died at the age of ninety-one years."),
        ("ru", "сколько лет было ивану бронскому", "На 87-м году жизни умер краевед, основатель музея Иван Бронский."),
        ("ru", "сколько лет было ивану бронскому", "Ивану Бронскому было восемьдесят шесть лет."),
        ("uk", "скільки років олені хоменко", "Пізно, сказала 43-річна Олена Хоменко."),
        ("ru", "сколько лет было ивану бронскому", "Иван Ильич Бронский умер в понедельник на 82-м году жизни."),
        ("en", "how old is ada brandt", "They chose nineteen-year-old Ada Brandt."),
        ("en", "how old was ada brandt", "There was his daughter Ada Brandt, who was fifteen."),
        ("en", "how old was ada brandt", "Ada Brandt was fifteen when she left."),
        ("en", "how old was ada brandt", "Ada Brandt, a widow of 53, came."),
        ("de", "wie alt ist ada brandt", "Ada Brandt, neunzehn Jahre alt, kam."),
        ("de", "wie alt war ada brandt", "Ada Brandt war neunzehn, als sie ging."),
        ("de", "wie alt ist ada brandt", "Ada Brandt, eine Witwe von 53 Jahren, kam."),
        ("fr", "quel âge a ana vidal", "La gardienne de dix-neuf ans Ana Vidal est venue."),
        ("es", "cuántos años tenía abel soto", "Abel Soto tenía diecinueve años cuando llegó."),
        ("ru", "сколько лет ивану бронскому", "Иван Бронский, которому было девятнадцать лет, ушёл."),
        ("uk", "скільки років олені хоменко", "Олена Хоменко, якій було дев’ятнадцять років, пішла."),
    ],
)
def test_an_age_in_words_and_in_an_obituary_is_told(language: str, asked: str, tells: str) -> None:
    assert told(asked, tells, language) == [1.0]


@pytest.mark.parametrize(
    ("language", "asked", "names"),
    [
        ("en", "who is gemma locke", "Gemma Locke was arrested on Monday."),
        ("en", "how old is gemma locke", "The 10-year-old son of Gemma Locke came."),
        ("en", "how old is gemma locke", "Gemma Locke, a mother of 12, came."),
        ("en", "who is gemma locke", "“No,” said Gemma Locke, and left."),
        ("en", "who is gemma locke", "In the morning, Gemma Locke came back."),
        ("en", "who is gemma locke", "According to Gemma Locke, the bridge is shut."),
        ("en", "who is gemma locke", "In the end, Gemma Locke came back."),
        ("en", "who is gemma locke", "The next morning, Gemma Locke came back."),
        ("en", "who is gemma locke", "At Tarn, Gemma Locke left."),
        ("en", "who is gemma locke", "Far from Tarn, Gemma Locke left."),
        ("en", "who is gemma locke", "It rained when all at once from far away on foot Gemma Locke came."),
        ("en", "who is gemma locke", "Gemma Locke, however, left."),
        ("en", "who is gemma locke", "Gemma Locke, speaking on Monday, said no."),
        ("en", "who is gemma locke", "Gemma Locke, Harrow and Sedge won."),
        ("en", "who is gemma locke", "Gemma Locke left. She was 47 years old."),
        ("fr", "qui est odile ferrand", "Selon Odile Ferrand, le pont est fermé."),
        ("es", "quién es abel soto", "Según Abel Soto, el puente está cerrado."),
        ("ru", "кто такая дарья полуянова", "По словам Дарьи Полуяновой, мост закрыт."),
        ("en", "who is gemma locke", "Gemma came. The baker Carl Locke, 47, sang. Later Gemma Locke left."),
        ("de", "wer ist svea lindqvist", "Gestern kam Svea Lindqvist nach Hause."),
        ("de", "wer ist svea lindqvist", "Da kam die müde Svea Lindqvist."),
        ("de", "wer ist svea lindqvist", "Svea Lindqvist, Karl und Ida kamen."),
        ("fr", "qui est odile ferrand", "Hier soir chantait Odile Ferrand."),
        ("fr", "qui est odile ferrand", "Odile Ferrand conseille de soigner le ménage."),
        ("es", "quién es abel soto", "Abel Soto ha decidido no opinar."),
        ("ru", "кто такая дарья полуянова", "«Нет», — сказала Дарья Полуянова."),
        ("ru", "кто такая дарья полуянова", "На мосту, Дарья Полуянова нашла камень."),
        ("uk", "хто такий василь бондаренко", "Василь Бондаренко: Двадцять два роки на літаку."),
    ],
)
def test_a_sentence_that_only_names_somebody(language: str, asked: str, names: str) -> None:
    found = told(asked, names, language)
    assert found is not None
    assert not any(found)


@pytest.mark.parametrize(
    ("language", "asked", "text", "tells"),
    [
        ("en", "how old is ada brandt", "“No,” said Ada Brandt, a 61-year-old pharmacist.", True),
        ("en", "how old was ada brandt when she died", "Ada Brandt, who has died aged 91, could not swim.", True),
        ("en", "how old was ada brandt", "Ada Brandt, the last ferryman of Tarn, has died at the age of 91.", True),
        ("en", "how old was ada brandt", f"Ada Brandt, who {'rowed ' * 15}alone, died on 2 May, aged 88.", True),
        ("en", "age of ada brandt", f"Ada Brandt, a cox, died {'far ' * 10}from home at the age of 52.", True),
        ("en", "how old is ada brandt-ilves", "She has a niece, Ada Brandt-Ilves, 58.", True),
        ("en", "how old is ada brandt", "Ada Brandt, a baker from Tarn, ran for 47 miles, at 9 in the morning.", False),
        ("en", "how old is ada brandt", "Ada Brandt, a baker, sold 47 loaves.", False),
        ("en", "how old is ada brandt", "Ada Brandt, who turns 62 in May, sent flowers.", True),
        ("en", "how old is ada brandt", "Ada Brandt turned 300 visitors away.", False),
        ("de", "wie alt wird ada brandt", "Ada Brandt, die im Mai 62 Jahre alt wird, schickte Blumen.", True),
        ("de", "wie alt ist ada brandt", "Ada Brandt wird 62 Stellen streichen.", False),
        ("fr", "quel âge a ada brandt", "Ada Brandt, qui fêtera ses 62 ans en mai, a envoyé des fleurs.", True),
        ("fr", "quel âge a ada brandt", "Ada Brandt fête ses 20 ans de carrière.", False),
        ("es", "cuántos años tiene ada brandt", "Ada Brandt, de 51 años de edad, deja la casa.", True),
        ("es", "cuántos años tiene ada brandt", "Ada Brandt, que cumple 62 años en mayo, envió flores.", True),
        ("es", "cuántos años tiene ada brandt", "Ada Brandt, que cumple 20 años de cárcel, envió flores.", False),
        ("ru", "сколько лет егору емелину", "Егору Емелину в мае исполнится 62 года.", True),
        ("uk", "скільки років єгору омеляну", "Єгору Омеляну в травні виповниться 62 роки.", True),
        ("en", "what age was ada brandt", "Ada Brandt is 72 and a baker.", True),
        ("en", "age of ada brandt", "Ada Brandt is 72 metres away.", False),
        ("en", "age of ada brandt", "The share of Ada Brandt is 4.5 per cent.", False),
        ("de", "wie alt ist ada brandt", "Die 34-jährige Ada Brandt kam.", True),
        ("de", "alter von ada brandt", "Ada Brandt ist 72 und gelernte Bäckerin.", True),
        ("de", "wie alt ist ada brandt", "Ada Brandt fehlen 34 Millionen Euro.", False),
        ("fr", "quel âge a ana vidal", "À 46 ans, Ana Vidal dirige un orchestre.", True),
        ("fr", "âge de ana vidal", "Ana Vidal a 46 ans et vit à Lyon.", True),
        ("fr", "quel âge a ana vidal", "Ana Vidal a pris 46 ans de prison.", False),
        ("fr", "quel âge a ana vidal", "Ana Vidal a 20 ans d’expérience.", False),
        ("es", "cuántos años tiene abel soto", "Convirtió Abel Soto, de 17 años y nieto del alcalde.", True),
        ("es", "edad de abel soto", "Abel Soto tiene 17 años y vive en Soria.", True),
        ("es", "edad de abel soto", "Un pastor viudo de 74 años, Abel Soto, se negó a irse.", True),
        ("es", "edad de abel soto", "Tras una pena de 12 años, Abel Soto volvió.", False),
        ("fr", "quel âge a ana vidal", "Une bergère de 74 ans, Ana Vidal, a refusé de partir.", True),
        ("es", "cuántos años tiene abel soto", "Abel Soto cumplió 17 años de condena.", False),
        ("ru", "сколько лет рустаму гайсину", "Умер 29-летний Рустам Гайсин.", True),
        ("ru", "сколько лет было вере лосевой", "На 92-м году жизни умерла переводчица Вера Лосева.", True),
        ("ru", "сколько лет было вере лосевой", "В возрасте 91 года скончалась переводчица Вера Лосева.", True),
        ("ru", "сколько лет было вере лосевой", "Вера Лосева умерла в 91 год.", True),
        ("ru", "сколько лет вере лосевой", "Вера Лосева получила срок в 5 лет.", False),
        ("ru", "сколько лет вере лосевой", "В возрасте 12 лет он встретил Веру Лосеву.", False),
        ("uk", "скільки років було вірі гай", "У віці 91 року померла поетка Віра Гай.", True),
        ("uk", "скільки років було вірі гай", "Поетка Віра Гай пішла з життя у віці 81 року.", True),
        ("de", "wie alt war Ada Brandt", "Im Alter von 91 Jahren ist die Sängerin Ada Brandt gestorben.", True),
        ("de", "wie alt war Ada Brandt", "Mit 91 Jahren starb in Bonn Ada Brandt.", True),
        ("fr", "quel âge avait Ada Brandt", "À l'âge de 91 ans est décédée la chanteuse Ada Brandt.", True),
        ("es", "qué edad tenía Ada Brandt", "A los 91 años murió en Vigo la cantante Ada Brandt.", True),
        ("ru", "возраст веры лосевой", "Вере Лосевой 92 года.", True),
        ("ru", "сколько лет было вере лосевой", "Девять лет Вера Лосева водила трамвай.", False),
        ("ru", "сколько лет макару тетерину", "Макар Ильич Тетерин, 71 год, играет на трубе.", True),
        ("ru", "сколько лет макару тетерину", "Староста Макар Ильич Тетерин играет на трубе.", False),
        ("ru", "сколько лет вере лосевой", "Вере Лосевой назначили девять с половиной лет.", False),
        ("uk", "скільки років було ірині паньків", "Ірині Паньків виповнилося 52 роки.", True),
        ("uk", "скільки років ірині паньків", "Ірина Паньків, 52 роки, працює у Львові.", True),
        ("uk", "скільки років ірині паньків", "Ірина Паньків працює на трамваї 26 років.", False),
        ("en", "what is the age of ada brandt", "Ada Brandt, 61, is a pharmacist.", True),
        ("ru", "сколько лет лужину", "Мэр Виктор Лужин, которому 47 лет, заявил об этом.", True),
        ("uk", "вік коваля", "Міський голова Андрій Коваль, якому 52 роки, обіцяє камери.", True),
        # a role in place of the given name
        ("en", "how old is mayor stroud", "Mayor Helen Stroud, 58, apologised.", True),
        ("de", "wie alt ist bürgermeisterin wessel", "Bürgermeisterin Karin Wessel (54) sprach.", True),
        ("fr", "âge maire doucet", "Le maire, Alain Doucet, 61 ans, a promis.", True),
        ("ru", "сколько лет мэру лужину", "Мэр Заречинска Виктор Лужин, 47 лет, заявил об этом.", True),
    ],
)
def test_an_age_is_told_beside_the_name(language: str, asked: str, text: str, *, tells: bool) -> None:
    assert told(asked, text, language) == [float(tells)]


def test_a_patronymic_behind_another_given_name_is_another_person_s() -> None:
    text = "Макар дома. Иван Ильич Тетерин, 71 год, тоже. Макар Тетерин спит."
    assert told("сколько лет макару тетерину", text, "ru") == [0.0, 0.0, 0.0]
    assert told("сколько лет макару тетерину", "Пришли Макар, Иван Тетерин, 71 год, и я.", "ru") is None


def test_a_longer_given_name_is_another_person_s() -> None:
    for asked, age in (("how old is paul meier", 1), ("how old is paula meier", 0)):
        assert told(asked, "Paula Meier, 47, and Paul's sister. Paul Meier, 51, bakes.", "en") == [1 - age, age]


def test_an_age_under_the_bearer_s_name_is_theirs() -> None:
    text = "Sie starb im Alter von 88 Jahren. Es kamen 312 Gäste. Hedwig fehlt."
    assert told("wie alt war hedwig lorentz", text, "de", title="Zum Tod von Hedwig Lorentz") == [1.0, 0.0, 0.0]


@pytest.mark.parametrize(
    ("language", "asked", "text", "tells"),
    [
        ("en", "how old was ada brandt when she died", "Ada Brandt died on Sunday. She was ninety-one.", [0.0, 1.0]),
        ("en", "how old was ada brandt", "Ada Brandt died. He was 60.", [0.0, 0.0]),
        ("en", "how old was ada brandt", "Jane Holm taught Ada Brandt. She was 60.", [0.0, 0.0]),
        ("de", "wie alt war hedwig lorentz", "Hedwig Lorentz ist tot. Sie war 88 Jahre alt.", [0.0, 1.0]),
        ("fr", "quel âge avait ana vidal", "Ana Vidal est morte. Elle avait 91 ans.", [0.0, 1.0]),
    ],
)
def test_an_age_may_follow_the_name_s_sentence(language: str, asked: str, text: str, tells: list[float]) -> None:
    assert told(asked, text, language) == tells


@pytest.mark.parametrize(
    ("language", "asked", "text", "tells"),
    [
        ("en", "how old is ada brandt", "Ada came. On Monday Brandt, 47, sang.", [0.0, 1.0]),
        ("en", "how old is ada brandt", "Ada came. Judge Brandt, 47, sang.", [0.0, 1.0]),
        ("en", "how old is ada brandt", "Ada came. To Carl, Brandt, 47, was kind.", [0.0, 1.0]),
        ("en", "how old is ada brandt", "Ada Brandt, 47, sang for Ada Brandt.", [1.0]),
        ("en", "how old is christian locke", "Christian Locke came. Christopher Locke, 47, sang.", [0.0, 0.0]),
        ("es", "cuántos años tiene ana ferrera", "Ana Ferrera vino. Ana Ferrero, de 47 años, cantó.", [0.0, 0.0]),
        ("es", "cuántos años tiene inés de la cobaleda", "A los 47 años, Inés de la Cobaleda canta.", [1.0]),
        ("ru", "сколько лет вере лосевой", "Вера пришла. Там судья Лосева, 47 лет, пела.", [0.0, 1.0]),
    ],
)
def test_a_surname_alone_is_the_same_person_s(language: str, asked: str, text: str, tells: list[float]) -> None:
    assert told(asked, text, language) == tells


def test_a_surname_without_the_given_name_anywhere_is_another_person_s() -> None:
    assert told("how old is ada brandt", "Brandt, 47, sang.", "en") is None
    assert told("how old was ada brandt", "Carl Brandt came. She was 91.", "en", title="Ada Brandt is dead") == [
        0.0,
        1.0,
    ]


def test_a_thing_is_no_person() -> None:
    assert told("who is responsible", "The council is responsible for the road.", "en") is None
    assert told("who is responsible", "The road is shut.", "en") is None
    assert told("who is ada brandt", "The road is shut.", "en") == [0.0]


def test_who_somebody_is_is_quoted_and_counted() -> None:
    """The sentence that says who she is is quoted; without one, the signal counts against the hit."""
    plain = "Gemma Locke likes gardens. The work goes on until the end of March, said the foreman, Gemma Locke."
    for text, quote, value in (
        (plain, "The work goes on until the end of March, said the foreman, Gemma Locke.", 1.0),
        ("Gemma Locke likes gardens.", "Gemma Locke likes gardens.", -1.0),
    ):
        it = article(text)
        found = passages(it)
        [hit] = rank(question("who is gemma locke", found), [candidate(it, found[0], bm25=1.0)])
        assert hit.quote.text == quote
        assert hit.values[SignalName.TOLD] == value
