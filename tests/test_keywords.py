"""Keywords, as typed into a search box, are read as the question that they stand for."""

import pytest

from retrieval.language.text import normal_form
from retrieval.question.answer_type import AnswerType, answer_type, asking_words, asks_of_nothing, plain
from retrieval.question.keywords import keywords
from retrieval.types import SignalName

from .ranking_parts import article, only_hit, passages


@pytest.mark.parametrize(
    ("question", "forms"),
    [
        ("what is the name of mayor", "mayor name|name of mayor|mayor's name|the mayor’s names"),
        ("what is the name of bürgermeisterin", "bürgermeisterin name|Name der Bürgermeisterin|name bürgermeisterin"),
        ("what is the name of maire", "nom du maire|maire nom|Nom maire ?"),
        ("what is the name of alcalde", "nombre alcalde|alcalde nombre|nombre del alcalde|apellido alcalde"),
        ("what is the name of мэра", "фамилия мэра|имя мэра|фио мэра"),
        ("what is the name of мера", "прізвище мера|ім'я мера|ім’я мера"),
        ("what is the age of mayor stroud", "mayor stroud age|age mayor stroud"),
        ("what is the age of алкальда лужина", "возраст алкальда лужина"),
        ("what is the date of bridge opening", "bridge opening date|date of bridge opening"),
        ("what is the date of brücke", "brücke eröffnungsdatum|baujahr brücke"),
        ("what is the date of apertura puente", "fecha apertura puente|fecha de apertura puente"),
        ("what is the date of міст", "міст рік побудови|міст дата"),
        ("what time is museum sunday", "museum sunday hours|museum opening hours sunday"),
        ("what time is музея", "график работы музея|часы работы музея"),
        ("where is museo", "dirección museo|museo ubicacion"),
        ("where is музей", "музей адрес|адреса музей"),
        ("phone number library", "library phone|library phone number"),
        ("phone number mairie", "téléphone mairie|telephone de la mairie"),
        ("number of fire victims", "fire victims number"),
        ("number of victimes incendie", "nombre victimes incendie|nombre de victimes incendie"),
        ("what is the price of museum admission", "museum admission price|museum admission fee"),
        ("what is the price of автобус билета", "автобус цена билета"),
        ("what is the salary of мэр", "зарплата мэр|оклад мэр?"),
        ("how long is weir bridge", "weir bridge length|length weir bridge|length of the weir bridge"),
        ("what is the height of pont", "hauteur pont|hauteur du pont"),
        ("what is the duration of führung", "führung dauer|Dauer der Führung"),
        ("what is the population of población", "población población"),
        ("what is the cause of incendio", "causa incendio|motivo del incendio"),
        ("about museum", "info museum|museum details|museum infos"),
        ("what is the cause of роста цены", "причина роста цены"),
        ("what is the salary of info desk", "info desk salary"),
        ("what is the price of", "price|and the price?|Und der Preis?|et le prix ?|а цена?"),
        ("what is the price of (weir bridge)", "price? (weir bridge)|y el precio? (weir bridge)"),
    ],
)
def test_keywords_ask_for_what_their_head_names(question: str, forms: str) -> None:
    for form in forms.split("|"):
        assert plain(form).rstrip() == question, form


@pytest.mark.parametrize(
    "question",
    [
        "Why did the price rise?", "did they change the date", "is there a fee", "what is the mayor's name",
        "D'où vient le nom de l'ardoise", "c'est le prix", "Der Preis wird steigen", "no me gusta el precio",
        "есть ли цена", "price cap energy", "tram price increase", "age limit pool", "name change street",
        "mobile phone theft", "stone age village", "frühjahr konzerte", "bus number 5", "edad media",
        "in depth interview", "cuanto costo el puente", "hours of sunshine", "cost of living protest",
        "buchpreis gewinner", "grand prix monaco", "prix goncourt lauréat", "valor del peso", "causa penal alcalde",
        "deadline day transfers", "concours au lieu du bal",
        "the house whose length of forty metres and width of ten",
    ],
)  # fmt: skip
def test_other_words_are_no_keywords(question: str) -> None:
    assert keywords(normal_form(question).rstrip("?")) is None


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("weir bridge opening date", AnswerType.TIME),
        ("mayor name", AnswerType.PERSON),
        ("museum adresse", AnswerType.PLACE),
        ("число погибших пожар", AnswerType.NUMBER),
        ("longueur pont", AnswerType.NUMBER),
        ("motivo retraso puente", AnswerType.REASON),
        ("brücke", None),
    ],
)
def test_keywords_have_an_answer_type(question: str, kind: AnswerType | None) -> None:
    assert answer_type(question) is kind


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("bridge opening date", {"date"}),
        ("length of bridge", {"length", "of"}),
        ("bridge height", set()),  # how long it is does not tell
        ("height?", {"height"}),
        ("height? (bridge)", {"height"}),
        ("bridge", set()),
    ],
)
def test_which_keywords_an_answer_need_not_have(question: str, words: set[str]) -> None:
    assert asking_words(question) == words


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        ("bridge opening date", "The opening of the bridge is on 14 September.", True),
        ("bridge opening date", "The opening of the bridge is late.", False),
        ("bridge height", "The bridge is 84 metres long.", False),
    ],
)
def test_a_quote_holds_what_keywords_ask_for(question: str, text: str, told: bool) -> None:
    it = article(text)
    hit = only_hit(question, it, passages(it)[0])
    assert hit.values[SignalName.LACKING] == float(not told)
    if told:
        assert hit.values[SignalName.MISSING] == 0


def test_keywords_may_leave_out_of_what() -> None:
    assert all(map(asks_of_nothing, ("opening hours", "и график работы?", "salary?", "y el precio?")))
    assert not any(map(asks_of_nothing, ("museum opening hours", "museum", "зарплата мэра", "what is the price?")))
