"""What a refusal reports as missing is really missing, is informative, and was typed by the user."""

import numpy as np
import pytest
from msgspec.structs import replace

from retrieval.answering.missing_words import missing
from retrieval.ranking.asked import Question
from retrieval.types import Article, Lack

from .ranking_parts import article, candidate, passages, question, rank, unit

CLINIC = article(
    "The treatment takes two weeks, and most owls fly again after it.\n\nVisitors pay £4 at the door.",
    title="Owls",
)
HAUS = article("Das Kellerabteil und die Ladesäule gehören zur Wohnung. Der Hof ist klein.", title="Hof", language="de")


def lacks(
    text: str,
    it: Article = CLINIC,
    *others: Article,
    near: float = 0.1,
    languages: tuple[str, ...] = ("en",),
    carried: str = "",
) -> tuple[Lack, tuple[str, ...]]:
    found = [passages(one)[0] for one in (it, *others)]
    code = it.language or "en"
    vector = unit(near, (1 - near**2) ** 0.5)
    counted = question(text, found, language=code, articles=code)
    asked = Question(
        counted.text, unit(1, 0), code, document_frequencies=counted.document_frequencies, passages=len(found),
        model="minilm", languages=languages, carried=carried,
    )  # fmt: skip
    hits = rank(
        asked,
        [
            candidate(one, passage, vector=vector, sentences=np.stack([vector] * len(passage.sentences)))
            for one, passage in zip((it, *others), found, strict=True)
        ],
    )
    return missing(asked, hits)


@pytest.mark.parametrize(
    ("text", "languages", "lack", "words"),
    [
        ("Who feeds the wolf?", ("en",), Lack.MENTION, ("feeds", "wolf")),
        ("Who feeds the wolf?", ("en", "de"), Lack.MENTION_IN_LANGUAGE, ("feeds", "wolf")),
        ("Who is Tiedtke among owls?", ("en", "de"), Lack.MENTION, ("Tiedtke",)),
        ("Who is Tiedtke to the wolf?", ("en", "de"), Lack.MENTION_IN_LANGUAGE, ("Tiedtke", "wolf")),
        ("Who is Tiedtke among owls?", ("en", "ru"), Lack.MENTION_IN_LANGUAGE, ("Tiedtke",)),
        ("How many owls in 1987?", ("en", "ru"), Lack.MENTION, ("1987",)),
    ],
)
def test_that_no_article_mentions_a_word_is_said_where_none_can(
    text: str, languages: tuple[str, ...], lack: Lack, words: tuple[str, ...]
) -> None:
    assert lacks(text, languages=languages) == (lack, words)


@pytest.mark.parametrize(
    "text",
    [
        "How are owls treated?",  # the articles say "treatment"
        "How long do I wait myself though, meanwhile, tho?",
        "Which owls live in band D?",
        "Can owls fly 20mins after it?",
        "What does the Valley say about owls?",  # the name of the source
        "How much money do visitors pay?",
        "And him, who are they?",
    ],
)
def test_what_is_said_otherwise_or_tells_nothing_is_not_told_to_be_missing(text: str) -> None:
    _, words = lacks(text)
    untold = {"treated", "myself", "though", "meanwhile", "tho", "D", "mins", "20", "Valley", "money", "And", "him"}
    assert not untold & {*words}


def test_what_another_article_says_in_another_form_is_only_not_told_together() -> None:
    fed = article("The feeders of the wolves are paid.", name="b", title="Wolves")
    assert lacks("Who feeds owls?", CLINIC) == (Lack.MENTION, ("feeds",))
    assert lacks("Who feeds owls?", CLINIC, fed) == (Lack.TOGETHER, ("feeds",))


@pytest.mark.parametrize(
    ("text", "told", "word"),
    [
        ("Do owls fly 1200 miles?", "Owls fly 12000 miles.", "1200"),
        ("Which owls have a car?", "Owls care for kin.", "car"),
    ],
)
def test_a_number_and_a_short_word_are_no_beginning_of_another(text: str, told: str, word: str) -> None:
    assert lacks(text, article(told, title="Owls")) == (Lack.MENTION, (word,))


def test_a_name_in_cyrillic_letters_is_the_same_in_languages_that_have_them() -> None:
    bridge = article("Мост закрыт до мая.", title="Мост", language="ru")
    assert lacks("Где мост у ТАСС?", bridge, languages=("ru", "uk")) == (Lack.MENTION, ("ТАСС",))
    assert lacks("Где мост у ТАСС?", bridge, languages=("ru", "en")) == (Lack.MENTION_IN_LANGUAGE, ("ТАСС",))


def test_an_article_of_an_unknown_language_is_read_as_the_question_is() -> None:
    assert lacks("Who feeds the wolf?", replace(CLINIC, language=None)) == (Lack.MENTION, ("feeds", "wolf"))


def test_a_part_of_a_compound_is_there() -> None:
    assert lacks("Gibt es Säulen im Keller am Hof?", HAUS, languages=("de",)) == (Lack.CLEARNESS, ())
    yard = article("Der Hof ist klein.", name="b", title="Hof", language="de")
    assert lacks("Gibt es Säulen am Hof?", yard, HAUS, languages=("de",)) == (Lack.TOGETHER, ("Säulen",))
    foreign = article("Foreign birds come in May.", name="b", title="Birds")
    assert lacks("Who reigns over owls?", CLINIC, foreign) == (Lack.MENTION, ("reigns",))


def test_another_case_of_a_word_is_there_though_its_stem_is_longer() -> None:
    ferry = article("Перевозить жителей будет паром, билет стоит 45 рублей.", title="Мост", language="ru")
    assert lacks("Сколько стоит билет на пароме?", ferry, languages=("ru",)) == (Lack.CLEARNESS, ())


@pytest.mark.parametrize(
    ("told", "asked", "language"),
    [
        ("Zoë D'Souza of the co-op sent an e-mail.", "Did DSouza of the coop send an email?", "en"),
        ("Zoe DSouza of the coop sent an email.", "Did D’Souza of the co-op send an e-mail?", "en"),
        ("Der E-Mail-Dienst der S-Bahn ist aus.", "Ist der Emaildienst der Sbahn aus?", "de"),
        ("Le micro-ondes et l'arc-en-ciel.", "Où est le microondes et l'arcenciel ?", "fr"),
        ("Llegó un premio de los EE. UU. en enero.", "¿Llegó un premio de EEUU en enero?", "es"),
        ("Кафе на Уолл-стрит закрыто.", "Закрыто ли кафе на Уоллстрит?", "ru"),
        ("У Кам’янці запалили ялинку.", "Чи запалили у Камянці ялинку?", "uk"),
    ],
)
def test_a_word_parted_by_a_mark_is_there_without_it(told: str, asked: str, language: str) -> None:
    assert lacks(asked, article(told, title="News", language=language), languages=(language,)) == (Lack.CLEARNESS, ())


@pytest.mark.parametrize(
    ("told", "lack"),
    [
        ("Keeper Nell Harding runs the clinic.", (Lack.CLEARNESS, ())),
        ("Keeper Harding runs the clinic.", (Lack.MENTION, ("Nell",))),
    ],
)
def test_a_surname_is_enough_where_the_article_has_the_full_name(told: str, lack: tuple[Lack, tuple[str, ...]]) -> None:
    owls = article(f"Harding fed the owls at night. {'Cold. ' * 80}\n\n{told} {'Open. ' * 80}", title="Owls")
    assert lacks("Did Nell Harding feed owls?", owls) == lack


def test_an_ordinary_word_is_no_surname() -> None:
    told = f"The clinic fed the owls at night. {'Cold. ' * 80}\n\nMure Clinic is old. {'Open. ' * 80}"
    assert lacks("Did the Mure Clinic feed owls?", article(told, title="Owls")) == (Lack.MENTION, ("Mure",))


def test_an_author_is_mentioned() -> None:
    assert lacks("What does Nell tell about owls?", replace(CLINIC, author="Nell Harding")) == (Lack.CLEARNESS, ())


def test_a_code_is_named_whole() -> None:
    assert lacks("What do owls mean by S-14?") == (Lack.MENTION, ("S-14",))


def test_words_of_earlier_turns_are_not_told_to_be_missing() -> None:
    text = "Who feeds owls? (library, card)"
    assert lacks(text, carried="library, card") == (Lack.MENTION, ("feeds",))


def test_a_near_quote_says_ordinary_words_in_others() -> None:
    assert lacks("Who feeds owls?", near=0.9) == (Lack.CLEARNESS, ())
    assert lacks("Who feeds Tiedtke?", near=0.9) == (Lack.MENTION, ("Tiedtke",))
    assert lacks("Who feeds owls in 1987?", near=0.9) == (Lack.MENTION, ("1987",))
