"""A misspelt name is read as the articles spell it; a word that no article has is not changed into a similar one."""

import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from benchmarks.asking import ask
from embeddings.base import Vectors
from embeddings.hashing import HashingEmbedder
from retrieval.index import IndexReader, Snapshot
from retrieval.question.spelling import correct as spelling
from retrieval.question.spelling.correct import Correction
from retrieval.question.spelling.keyboard import as_meant
from retrieval.question.spelling.marks import with_marks
from retrieval.question.spelling.slips import Slip, slip
from retrieval.question_reader import QuestionReader
from retrieval.search import Retriever
from retrieval.types import Filter, StandAlone

from .conftest import Open, Update

ARTICLES = [
    ("en", "The doctor Ilse Varrandt spoke in Quellenheim. On Monday the Quellenheim sanatorium thanked Varrandt. "
           "The major of Iraq met Colonel Marten Ostrowsky at the harbour."),
    ("en", "In Lindmark the evacuation began at dawn; the commission of Lindmark watched the evacuation of the port."),
    ("ru", "Люстра качается на глазах. В городе говорили о полковнике Мацегоре. Вчера Мацегора сообщил, что школа "
           "закрыта."),
    ("es", "El billete del tranvía costará lo mismo, anunció la compañía en Lindmark."),
    ("de", "Am Montag sprach Bürgermeister Grünwaldner über die Schleuse; später schwieg Grünwaldner."),
]  # fmt: skip


@pytest.fixture
def snapshot(index_of: Open) -> Snapshot:
    return index_of(ARTICLES)


def nothing(_: str) -> bool:
    return False


def correct(
    question: str, *asked: Any, known: Callable[[str], bool], pieces: Callable[[str], int] = lambda _: 2
) -> tuple[str, tuple[Correction, ...]]:
    found, corrections = spelling.correct(StandAlone(question), *asked, known=known, pieces=pieces)
    return found.text, corrections


def read(question: str, snapshot: Snapshot, *, language: str = "en") -> str:
    return correct(question, language, ["en", "ru", "de"], snapshot, known=nothing)[0]


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("tarrant", "tarrant", Slip.NONE),
        ("tarant", "tarrant", Slip.LIGHT),
        ("tarratn", "tarrant", Slip.LIGHT),
        ("terrant", "tarrant", Slip.LIGHT),
        ("tarrand", "tarrant", Slip.LETTER),
        ("iran", "iraq", Slip.LETTER),
        ("slovakia", "slovenia", Slip.TWO),
        ("zelenskiy", "zelensky", Slip.LETTER),
        ("ca", "abc", None),  # swapped, with a letter between: more than two edits in the restricted distance
        ("tarrant", "merchant", None),
        ("", "abc", None),
    ],
)
def test_kinds_of_slips(one: str, other: str, kind: Slip | None) -> None:
    assert slip(one, other) is kind
    assert slip(other, one) is kind


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("who is Varandt?", "who is Varrandt?"),
        ("who is varandt?", "who is Varrandt?"),
        ("who is Varrandd?", "who is Varrandt?"),
        ("who is Warrandt?", "who is Varrandt?"),
        ("what did Varandt's doctor say?", "what did Varrandt's doctor say?"),
        ("where is Quelenhiem?", "where is Quellenheim?"),
        ("where is Qeullenheim?", "where is Quellenheim?"),
        ("who is Ostrovsky?", "who is Ostrowsky?"),
        ("when did the evacuaton begin?", "when did the evacuation begin?"),
        ("what about the sanatorum of Quellenheim?", "what about the sanatorium of Quellenheim?"),
        ("what does Matsegora say?", "what does Мацегора say?"),
        ("who is Grunwalder?", "who is Grünwaldner?"),
    ],
)
def test_slips_are_forgiven(written: str, meant: str, snapshot: Snapshot) -> None:
    assert read(written, snapshot) == meant


def test_a_place_is_a_name_though_its_adjective_is_none(index_of: Open) -> None:
    index = index_of([("ru", "Каток\n\nГородской каток в Каменске открыт. Рядом каменский музей.")])
    assert read("wann öffnet die Eisbahn in Kamensk?", index) == "wann öffnet die Eisbahn in Каменск?"


def test_a_possessive_is_known_by_the_word_itself(index_of: Open) -> None:
    """Only English stems know the ending; the name occurs in a German article, one like it in an English one."""
    index = index_of(
        [("de", "Bäckerei\n\nMeister Sauter sucht einen Gesellen."), ("en", "Bus\n\nRuth Salter was angry.")]
    )
    assert read("what do Sauter's children do?", index) == "what do Sauter's children do?"


def test_marks_on_letters_may_be_left_out_even_of_words_that_stand_so_elsewhere(snapshot: Snapshot) -> None:
    question = "cuanto cuesta hoy el tranvia, pregunto la compania"
    spelt = correct(question, "es", ["en", "es"], snapshot, known=lambda word: word == "compania")
    assert spelt == (
        "cuanto cuesta hoy el tranvía, pregunto la compañía",
        (Correction("tranvia", "tranvía"), Correction("compania", "compañía")),
    )
    assert correct("que dijo la companera", "es", ["es"], snapshot, known=nothing)[1] == ()


def test_marks_may_be_left_out_where_another_language_has_the_word_without_them(index_of: Open) -> None:
    rows = [("es", "El barco\n\nEn el puerto habló el capitán."), ("fr", "Le port\n\nLe vieux capitaine est parti.")]
    spelt = correct("que dijo el capitan", "es", ["fr", "es"], index_of(rows), known=nothing)
    assert spelt == ("que dijo el capitán", (Correction("capitan", "capitán"),))


@pytest.mark.parametrize(
    ("question", "language"), [("who is the crooked cashier", "en"), ("коли замінять трансформатор", "uk")]
)
def test_a_letter_more_or_less_at_its_head_makes_another_word(question: str, language: str, index_of: Open) -> None:
    rows = [("en", "The meal\n\nShe ate what he had cooked."), ("uk", "Закон\n\nДепутати змінять закон у травні.")]
    assert correct(question, language, ["en", "uk"], index_of(rows), known=nothing) == (question, ())


def test_a_name_in_another_alphabet_is_found(snapshot: Snapshot) -> None:
    assert read("кто такой Варрандт?", snapshot, language="ru") == "кто такой Varrandt?"


@pytest.mark.parametrize(
    "question",
    [
        "what is the capital of Iran?",  # the articles have Iraq
        "who is the mayor?",  # the articles have a major
        "who is Lindberg?",  # the articles have Lindmark
        "who is Barrandt?",
        "is the telephone in the garden?",
        "що казав мер?",  # the articles have "качается" (swings)
        "who is Iraz?",
        "???",
        "",
        "ааа ъъъъ 12345 x2000y",
    ],
)
def test_what_is_merely_absent_stays(question: str, snapshot: Snapshot) -> None:
    assert read(question, snapshot) == question


def test_a_word_that_the_model_knows_whole_is_no_slip(snapshot: Snapshot) -> None:
    assert correct("who is Martin?", "en", ["en"], snapshot, known=nothing)[0] == "who is Marten?"
    assert correct("who is Martin?", "en", ["en"], snapshot, known=lambda word: word == "Martin") == (
        "who is Martin?",
        (),
    )


KNOWN = {
    "ferry",
    "council",
    "bridge",
    "opened",
    "reigned",
    "driver",
    "where",
    "what",
    "weather",
    "міст",
    "відкрили",
    "завали",
}


def pieces(word: str) -> int:
    """Count tokens as a model does that knows some words whole, and of others letters."""
    return 1 if word.lower() in KNOWN else 3


@pytest.mark.parametrize(
    ("language", "typed", "meant"),
    [
        ("en", "what did the cuoncil say of the brigde", "what did the council say of the bridge"),
        ("en", "when was the bridfe opened", "when was the bridge opened"),
        ("en", "when was the bridge opned", "when was the bridge opened"),
        ("en", "who paid for the frery", "who paid for the ferry"),  # short, but the model knows the word
        ("en", "what did the Cuoncil say", "what did the Cuoncil say"),  # not as a name
        ("en", "Cuoncil of the bridge", "Council of the bridge"),
        ("en", "did childrn paint the bridge", "did children paint the bridge"),  # stand beside both words
        ("en", "did childrn swim in the river", "did childrn swim in the river"),
        ("en", "wehre is the ferry", "where is the ferry"),
        ("en", "weather at the ferry", "weather at the ferry"),
        ("en", "who resined", "who resined"),  # nothing speaks for "resigned"
        ("uk", "коли відкирли міст", "коли відкрили міст"),
        ("uk", "як звали міст", "як звали міст"),  # a word of questions
        ("de", "wann wurde die Fähre eingetsellt", "wann wurde die Fähre eingestellt"),
    ],
)
def test_a_slip_is_mended_where_the_rest_of_the_question_or_the_model_speaks_for_it(
    language: str, typed: str, meant: str, index_of: Open
) -> None:
    rows = [
        ("en", "The bridge\n\nThe council opened the bridge in May. Children paint the bridge, where a man resigned."),
        ("en", "The ferry\n\nThe ferry goes on Mondays."),
        ("uk", "Міст\n\nМіст відкрили у травні. Завали біля мосту прибрали."),
        ("de", "Die Fähre\n\nIm Mai wurde die Fähre eingestellt."),
    ]
    found = correct(
        typed, language, ["en", "uk", "de"], index_of(rows), known=lambda it: pieces(it) == 1, pieces=pieces
    )
    assert found[0] == meant


def test_a_long_word_is_not_tried_letter_by_letter(snapshot: Snapshot) -> None:
    begin = time.monotonic()
    read("evacuation " + "x" * 100_000, snapshot)
    assert time.monotonic() - begin < 5


def test_a_word_is_bent_into_no_form_of_another(index_of: Open) -> None:
    index = index_of([("en", "A title\n\nMinor injuries were treated in Lindmark.")])
    question = "who was injured in Lindmark"
    spelt = correct(question, "en", ["en"], index, known=nothing, pieces=lambda it: 2 if it == "injuryed" else 3)
    assert spelt == (question, ())


def test_a_form_of_a_word_that_the_model_knows_is_no_slip(index_of: Open) -> None:
    question = "do drivers meet here?"
    index = index_of([("en", "A title\n\nShe drives well, he drives badly, they meet.")])
    assert correct(question, "en", ["en"], index, known=nothing)[0] == "do drives meet here?"
    assert correct(question, "en", ["en"], index, known=lambda word: word == "driver")[0] == question


def test_what_was_changed_is_told(snapshot: Snapshot) -> None:
    _, changed = correct("is Varandt in Quelenheim?", "en", ["en"], snapshot, known=nothing)
    assert changed == (Correction("Varandt", "Varrandt"), Correction("Quelenheim", "Quellenheim"))


def test_a_question_in_a_language_of_no_article_keeps_its_own_words(snapshot: Snapshot) -> None:
    question = "¿cuándo empezó la evacuación del puerto con la comisión?"
    assert correct(question, "es", ["en"], snapshot, known=nothing) == (question, ())


def test_two_names_as_near_as_each_other_leave_it_open(tmp_path: Path, folder: Path, update: Update) -> None:
    (tmp_path / "a.txt").write_text(
        "A title\n\nWe met Jonsen in the harbour, and then Jansen came by boat.", encoding="utf-8"
    )
    update(tmp_path / "a.txt")
    with IndexReader(folder) as reader, reader.snapshot() as opened:
        assert correct("who is Junsen?", "en", ["en"], opened, known=nothing) == ("who is Junsen?", ())


@pytest.fixture
def newspaper(index_of: Open) -> Snapshot:
    rows = [
        ("de", "Der Strom\n\nHeute kostet der Strom mehr, sagte Vorstand Lechner an der Kasse."),
        ("ru", "Снимки\n\nТретий мост закрыт. Биолог Дроздов смотрит на него. Из Лондона: «Вернусь»."),
        ("es", "La sal\n\nEn el puerto de Almagre dijo Carmona que la sal se espera."),
        ("ru", "Почта\n\nГазеты пишут из Лондона, как суд выслушал Мельничука и Мельничук молчал."),
    ]  # fmt: skip
    return index_of(rows)


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("почему тает мерзлота", "ru"),  # "Третий" begins a sentence
        ("кто строит плотины", "ru"),  # every German noun is capitalised
        ("как лечит врач", "ru"),
        ("вечная мерзлота", "ru"),  # "Вернусь" begins a quotation
        ("qué publicó La Gaceta", "es"),
        ("кто такой мельник", "ru"),
        ("was kostet der Käse", "de"),
    ],
)
def test_an_ordinary_word_is_bent_into_no_name(question: str, language: str, newspaper: Snapshot) -> None:
    assert correct(question, language, ["de", "ru", "es"], newspaper, known=nothing) == (question, ())


def test_a_surname_without_its_capital_is_read_with_it(newspaper: Snapshot) -> None:
    read_as = correct("что говорит дроздов", "ru", ["de", "ru"], newspaper, known=nothing)
    assert read_as == ("что говорит Дроздов", ())
    assert correct("кто такой орлов", "ru", ["de", "ru"], newspaper, known=nothing) == ("кто такой орлов", ())


@pytest.mark.parametrize(
    ("birds", "question", "read_as"),
    [(0, "что сказал соколов", "что сказал Соколов"), (3, "сколько там соколов", "сколько там соколов")],
)
def test_a_surname_is_read_with_its_capital_where_the_articles_have_it_oftener_than_the_word(
    birds: int, question: str, read_as: str, index_of: Open
) -> None:
    rows = [("ru", "Сокол\n\nНад рекой летал сокол.")]
    rows += [("ru", f"Суд\n\nВ суде {day} мэр Соколов молчал.") for day in ("утром", "вечером")]
    rows += [("ru", f"Сокол\n\n{who} видел сокола над полем.") for who in ("Лесник", "Егерь", "Пастух")[:birds]]
    assert correct(question, "ru", ["ru"], index_of(rows), known=nothing) == (read_as, ())


def test_few_surnames_of_one_question_are_looked_up(index_of: Open) -> None:
    names = "Латыпов Сомов Голубев Ершов Селезнёв Бабаев Соколов Дроздов"
    read_as, _ = correct(names.lower(), "ru", ["ru"], index_of([("ru", f"Суд\n\nТам были {names}.")]), known=nothing)
    assert [word for word in read_as.split() if word.istitle()] == names.split()[: spelling.MAX_WORDS]


def test_a_declined_name_is_found_in_another_alphabet(newspaper: Snapshot) -> None:
    assert correct("what about London?", "en", ["en", "ru"], newspaper, known=nothing)[0] == "what about Лондон?"


@pytest.fixture
def abroad(index_of: Open) -> Snapshot:
    rows = [
        ("fr", "Le bac\n\nLe médecin, le docteur Marchadour, et la mairesse Courtepée se taisent."),
        ("de", "Die Praxis\n\nAm Montag sprach Doktor Ruckgaber, dann las Frau Harmsen aus der Zeitung vor."),
        ("ru", "Котельная\n\nМэр Вячеслав Жохов молчит, по словам инженера Дёминой, и река Кемжа тоже."),
        ("de", "Der Bus\n\nSeit Montag fährt ein Bus von Oberbirken in die Stadt."),
        ("uk", "Тролейбус\n\nВчора водій Нечитайло зустрів Лучака."),
    ]
    return index_of(rows)


@pytest.mark.parametrize(
    ("question", "language", "meant"),
    [
        ("кто такой Маршадур", "ru", "кто такой Marchadour"),
        ("сколько зарабатывает сейчас доктор маршадур", "ru", "сколько зарабатывает сейчас Doktor Marchadour"),
        ("що обіцяє мешканцям пані Куртепе", "uk", "що обіцяє мешканцям пані Courtepée"),
        ("кто такой рукгабер", "ru", "кто такой Ruckgaber"),
        ("доволен ли кто рукгабером", "ru", "доволен ли кто Ruckgaber"),
        ("скільки їхати автобусом до обербіркена", "uk", "скільки їхати автобусом до Oberbirken"),
        ("у якій газеті була Гармсен", "uk", "у якій газеті була Harmsen"),
        ("was erzählte Schochow den Nachbarn", "de", "was erzählte Жохов den Nachbarn"),
        ("qu'est-ce que jokhov a raconté aux journalistes", "fr", "qu'est-ce que Жохов a raconté aux journalistes"),
        ("qué contó Zhójov a los periodistas", "es", "qué contó Жохов a los periodistas"),
        ("qui est Netchytaïlo", "fr", "qui est Нечитайло"),
        ("wer ist Netschytajlo", "de", "wer ist Нечитайло"),
        ("cuánto cuesta cruzar el kemzha en lancha", "es", "cuánto cuesta cruzar el Кемжа en lancha"),
        ("who was Dyomina", "en", "who was Дёмина"),  # which the articles have only in another grammatical case
        ("qui est Loutchak", "fr", "qui est Лучак"),
    ],
)
def test_a_name_is_known_in_the_other_alphabet_by_its_sound(
    question: str, language: str, meant: str, abroad: Snapshot
) -> None:
    assert correct(question, language, ["fr", "de", "ru", "uk"], abroad, known=nothing)[0] == meant


@pytest.fixture
def names(index_of: Open) -> Snapshot:
    rows = [
        ("en", "Names\n\nThe judge met Hugh Wilson, Johnson, Imogen Taylor and Ashworth near Saltmere."),
        ("de", "Namen\n\nDer Richter sprach mit Otto Schott, Doktor Ruhlmann und Frau Schroeder."),
        ("fr", "Noms\n\nLe juge a vu Nadège Perrot, madame Legrand et monsieur Delcourt."),
        ("es", "Nombres\n\nEl juez vio a Inés García y a Hernández."),
        ("ru", "Имена\n\nСудья видел, как Илья Жохов и сын Тараса Билика ждали; молчала Лида Лосева."),
        ("ru", "Остров\n\nСудья видел остров Хвойный."),
    ]
    return index_of(rows)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("уилсон", "Wilson"), ("джонсон", "Johnson"), ("тейлор", "Taylor"),
        ("эшворт", "Ashworth"), ("солтмире", "Saltmere"), ("рулман", "Ruhlmann"),
        ("шредер", "Schroeder"), ("легран", "Legrand"), ("делькур", "Delcourt"), ("гарсиа", "García"),
        ("эрнандес", "Hernández"),
    ],
)  # fmt: skip
def test_a_name_sounds_as_its_own_language_pronounces_it(typed: str, meant: str, names: Snapshot) -> None:
    question = f"что было с судьёй и {typed} вчера"
    spelt, _ = correct(question, "ru", ["en", "de", "fr", "es", "ru"], names, known=nothing)
    assert spelt == question.replace(typed, meant)


@pytest.mark.parametrize(
    ("question", "language", "meant"),
    [
        ("что сказала надеж перро", "ru", "что сказала Nadège Perrot"),
        ("что сказал отто шотт", "ru", "что сказал Otto Schott"),
        ("что сказал Отто Шотт", "ru", "что сказал Otto Schott"),
        ("кто такая инес гарсиа", "ru", "кто такая Inés García"),
        ("кто такая имоджен тейлор", "ru", "кто такая Imogen Taylor"),
        ("how old is ilya zhokhov", "en", "how old is Илья Жохов"),
        ("what was lida loseva told", "en", "what was Лида Лосева told"),
        ("who is taras bilik", "en", "who is Тарас Билик"),
        ("what did peter wilson say", "en", "what did peter wilson say"),
        ("что сказал пётр уилсон", "ru", "что сказал пётр Wilson"),
    ],
)
def test_a_given_name_is_known_by_the_surname_beside_it(
    question: str, language: str, meant: str, names: Snapshot
) -> None:
    common = {"ilya", "lida", "taras", "надеж"}.__contains__
    assert correct(question, language, ["en", "de", "fr", "es", "ru"], names, known=common)[0] == meant


def test_a_plural_is_no_name(names: Snapshot) -> None:
    for question, meant in (("hay perros allí", "hay perros allí"), ("quién es perrod", "quién es Perrot")):
        assert correct(question, "es", ["en", "de", "fr", "es", "ru"], names, known=nothing)[0] == meant


@pytest.mark.parametrize(
    ("question", "meant"),
    [("what happened in Khvoyny", "what happened in Хвойный"), ("who is Zhokhova", "who is Жохова")],
)
def test_a_name_in_another_alphabet_keeps_its_own_spelling(question: str, meant: str, names: Snapshot) -> None:
    assert correct(question, "en", ["en", "ru"], names, known=nothing)[0] == meant


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("сколько медицинских газет читают жители", "ru"),
        ("wer hat die neue Kotel gebaut", "de"),
        ("how many people were renting flats there", "en"),
        ("зачем им столько волков", "ru"),
        ("кто видел сегодня волка", "ru"),
    ],
)
def test_an_ordinary_word_is_no_name_of_the_other_alphabet(question: str, language: str, index_of: Open) -> None:
    rows = [
        ("ru", "Аренда\n\nВчера сервис Рент открыл котельную."),
        ("de", "Die Zeitung\n\nGestern las man Zeitungen in der Praxis, und das Volk schwieg."),
    ]
    assert correct(question, language, ["ru", "de"], index_of(rows), known=nothing) == (question, ())


@pytest.fixture
def marked(index_of: Open) -> Snapshot:
    rows = [
        ("de", "Die Brücke\n\nIm Juni stand die Brücke offen, und auch die Straßenbahn fuhr. Aktuell steht sie still."),
        ("es", "La prisión\n\nTomás lleva un año en prisión, dijo el juez. La noche fue clara."),
        ("fr", "Le stade\n\nOn dit que l'entraîneur part."),
    ]
    return index_of(rows)


@pytest.mark.parametrize(
    ("question", "language", "meant"),
    [
        ("wann oeffnet die bruecke", "de", "wann öffnet die Brücke"),
        ("faehrt die strassenbahn aktuell", "de", "fährt die Straßenbahn aktuell"),
        ("wer ist der kaesehaendler", "de", "wer ist der käsehändler"),
        ("wann öffnet die bruecke", "de", "wann öffnet die bruecke"),  # whoever types one umlaut types all of them
        ("was ist virtuell neu", "de", "was ist virtuell neu"),
        ("cuantos anos de prision", "es", "cuantos anos de prisión"),
        ("la noche clara", "es", "la noche clara"),
        ("pourquoi l'entraineur part", "fr", "pourquoi l'entraîneur part"),
        ("when does the bruecke open", "en", "when does the bruecke open"),
    ],
)
def test_marks_that_were_left_out_are_put_back(question: str, language: str, meant: str, marked: Snapshot) -> None:
    assert with_marks(question, language, marked, known=lambda word: word == "virtuell") == meant


def test_the_model_reads_the_marks_and_nobody_is_told(folder: Path, marked: Snapshot) -> None:
    embedded: list[str] = []

    class Reading(HashingEmbedder):
        def embed_queries(self, texts: Sequence[str]) -> Vectors:
            embedded.extend(texts)
            return super().embed_queries(texts)

    question = "wann stand die bruecke offen"
    with IndexReader(folder) as reader:
        found = ask(Retriever(reader, lambda _: Reading()), question)
    assert embedded == ["wann stand die Brücke offen"]
    assert (found.question, found.interpreted_as, found.understood) == (question, question, ())


@pytest.mark.parametrize(
    ("question", "read"),
    [("WHO SAW THE SMOKE?", "who saw the smoke?"), ("КТО ВИДЕЛ ДЫМ?", "кто видел дым?"), ("NATO", "NATO")],
)
def test_a_model_reads_no_question_in_capitals(question: str, read: str, marked: Snapshot) -> None:
    reader = QuestionReader(lambda _: HashingEmbedder(), date.today)
    assert reader.read(StandAlone(question), Filter(), marked).marked == read


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("xnj cjj,obk vfwtujhf", "что сообщил мацегора"),
        ("rnj nfrjq vfwtujhf&", "кто такой мацегора?"),
        ("K>CNHF", "ЛЮСТРА"),
        ("Ilse Varrandt", "Ilse Varrandt"),  # a word of the articles as it stands
        ("who closed the school", "who closed the school"),  # none of the articles' words either way
        ("xnj ljtkfkf ,jgjxyfz", "xnj ljtkfkf ,jgjxyfz"),  # as Cyrillic, none of the articles' words either
    ],
)
def test_a_question_typed_on_the_other_keyboard_is_read_as_it_was_meant(
    snapshot: Snapshot, typed: str, meant: str
) -> None:
    assert as_meant(typed, ["en", "ru"], snapshot) == meant


def test_a_question_typed_on_the_other_keyboard_shows_how_it_was_read(snapshot: Snapshot) -> None:
    reader = QuestionReader(lambda _: HashingEmbedder(), date.today)
    read = reader.read(StandAlone("xnj cjj,obk vfwtujhf"), Filter(), snapshot)
    assert read.language == "ru"
    assert read.question.own == "что сообщил мацегора"
    assert read.understood[0] == "“xnj cjj,obk vfwtujhf” as “что сообщил мацегора”"


def test_ukrainian_has_keys_of_its_own(index_of: Open) -> None:
    snapshot = index_of([("uk", "Міст відкриють восени, каже інженерка Їжак.")])
    assert as_meant("rjkb dslrhb.nm vscn", ["uk"], snapshot) == "коли відкриють міст"
