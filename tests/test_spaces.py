"""A space that a question lacks, or has too many of, does not hide a word of the articles."""

import pytest

from retrieval.language.stop_words import stop_words
from retrieval.language.text import normal_form, words
from retrieval.question.spelling.correct import Correction, correct
from retrieval.types import StandAlone

from .conftest import Open

ARTICLES = [
    ("en", "The ferry\n\nThe new ferry crossed the sound in May. The lifeboat crew took honey to Overton."),
    ("en", "The school\n\nThe headteacher spoke. A teacher scratched his head."),
    ("en", "Hives\n\nThe life of a beekeeper is hard. The farm lies by the market."),
    ("en", "The boat\n\nNo boat comes."),
    ("de", "Die Fähre\n\nDie neue Fähre fährt mit dem Rathaus als Paten; ein Lehrer fuhr sie."),
    ("fr", "Le pont\n\nLe nouveau pont de Lorvan a coûté cher."),
    ("es", "El puente\n\nEl nuevo puente costó mucho dinero."),
    ("ru", "Паром\n\nНовый паром пересек залив в мае."),
    ("uk", "Міст\n\nНовий міст відкрили у травні."),
]  # fmt: skip

LANGUAGES = ("en", "de", "fr", "es", "ru", "uk")
STOP_WORDS = [it for code in LANGUAGES for it in stop_words(code)]
WHOLE = {normal_form(word.text) for text in [*STOP_WORDS, *(text for _, text in ARTICLES)] for word in words(text)}


def pieces(word: str) -> int:
    """Count tokens as a model does that knows the words of the articles, and parts of others."""
    return 1 if normal_form(word) in WHOLE else 2


def read(question: str, language: str, index_of: Open) -> tuple[str, tuple[Correction, ...]]:
    found, changed = correct(
        StandAlone(question),
        language,
        LANGUAGES,
        index_of(ARTICLES),
        known=lambda word: pieces(word) == 1,
        pieces=pieces,
    )
    return found.text, changed


@pytest.mark.parametrize(
    ("language", "typed", "meant"),
    [
        ("en", "when did the newferry cross", "when did the new ferry cross"),
        ("en", "whenis the ferry", "when is the ferry"),
        ("en", "when didthe ferry cross", "when did the ferry cross"),
        ("en", "who was onthe ferry", "who was on the ferry"),
        ("en", "what did the crewtook", "what did the crew took"),
        ("de", "wann fährt die neuefähre", "wann fährt die neue fähre"),
        ("de", "wannfährt die neue Fähre", "wann fährt die neue Fähre"),
        ("fr", "combien a coûté le nouveaupont", "combien a coûté le nouveau pont"),
        ("es", "cuánto costó el nuevopuente", "cuánto costó el nuevo puente"),
        ("ru", "когда новыйпаром пересек залив", "когда новый паром пересек залив"),
        ("uk", "коли відкрили новийміст", "коли відкрили новий міст"),
    ],
)
def test_a_space_that_was_left_out_is_put_in(language: str, typed: str, meant: str, index_of: Open) -> None:
    assert read(typed, language, index_of)[0] == meant


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "who is the landlord of the ferry"),  # the articles have neither "land" nor "lord"
        ("en", "what is the marketlife like"),  # nor "market" and "life" in one passage
        ("en", "does the takeover cross the sound"),
        ("en", "did the ferry overcross the sound"),
        ("en", "who is Crewthe of the ferry"),  # a name
        ("de", "wer ist die Lehrerin"),
        ("de", "kann man die Fähre mitfahren"),
        ("ru", "кто перепересек залив"),
    ],
)
def test_a_word_that_the_articles_lack_is_left_whole(language: str, question: str, index_of: Open) -> None:
    assert read(question, language, index_of) == (question, ())


@pytest.mark.parametrize(
    ("language", "typed", "meant"),
    [
        ("en", "where did the bee keeper live", "where did the beekeeper live"),  # no "keeper"
        ("en", "who rescued the life boat crew", "who rescued the lifeboat crew"),  # no "life" beside a "boat"
        ("en", "what did the fer ry cost", "what did the ferry cost"),
        ("de", "wann kommt das rat haus dran", "wann kommt das rathaus dran"),
        ("fr", "combien a coûté le nou veau pont", "combien a coûté le nouveau pont"),
        ("ru", "когда па ром пересек залив", "когда паром пересек залив"),
    ],
)
def test_a_word_that_was_typed_as_two_is_read_as_one(language: str, typed: str, meant: str, index_of: Open) -> None:
    assert read(typed, language, index_of)[0] == meant


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "did a teacher scratch his head teacher"),
        ("en", "does the farm land lie far"),  # no "farmland"
        ("en", "who moved over ton by ton"),
        ("ru", "что пересек ив монтан"),  # "пересекив" would have the stem of "пересек"
    ],
)
def test_two_words_of_the_articles_stay_two(language: str, question: str, index_of: Open) -> None:
    assert read(question, language, index_of)[0] == question


def test_what_was_parted_and_joined_is_told(index_of: Open) -> None:
    assert read("did the newferry sink the life boat crew", "en", index_of)[1] == (
        Correction("life boat", "lifeboat"),
        Correction("newferry", "new ferry"),
    )
