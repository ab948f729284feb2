"""A Russian or Ukrainian question in Latin letters is read as it was meant; one in another language is left alone."""

import pytest

from retrieval.language.text import normal_form
from retrieval.question.spelling.transliterated import in_own_letters

from .conftest import Open

ARTICLES = [
    (
        "ru",
        "Мост\n\nМост через Лугу откроют в мае. Сколько стоил новый мост, мэр Громов не сказал. Статью читают жители.",
    ),
    ("ru", "Суд\n\nВчера судья Галина Громова молчала."),
    ("uk", "Пошта\n\nПошту відчинять у березні. Скільки їхніх листів згоріло, досі не знають."),
    ("uk", "Суд\n\nУчора суддя Галина Мороз мовчала."),
    ("en", "The bridge\n\nThe bridge over the Luga opens in May."),
]
COMMON = "который почему сколько скільки чому когда коли откроют стоил статью відчинять world".split()


def known(word: str) -> bool:
    """Say which words have one token, as a model does."""
    return normal_form(word) in COMMON


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("kogda otkroyut most", "когда откроют мост"),
        ("kogda otkrojut most?", "когда откроют мост?"),
        ("Pochemu gromov ne skazal", "Почему громов не сказал"),
        ("skol'ko stoil novyy most", "сколько стоил новый мост"),
        ("skolko stoil novyj most", "сколько стоил новый мост"),
        ("kto takaya galina gromova", "кто такая галина громова"),
        ("kto chitaet «stat'yu»", "кто читает «статью»"),
        ("kto chitaet statyu pro most", "кто читает статью про мост"),
        ("koly vidchynyat poshtu", "коли відчинять пошту"),
        ("skilky yikhnikh lystiv zhorilo", "скільки їхніх листів згоріло"),
        ("chomu dosi ne znayut skilky lystiv zhorilo", "чому досі не знають скільки листів згоріло"),
    ],
)
def test_a_question_in_latin_letters_is_read_in_cyrillic(typed: str, meant: str, index_of: Open) -> None:
    assert in_own_letters(typed, ["ru", "uk", "en"], index_of(ARTICLES), known=known) == meant


@pytest.mark.parametrize(
    "question",
    [
        "when does the bridge open",
        "who on the bridge do no mayors see",  # "на", "до", "но" are words, too
        "cuándo abre el puente sobre el Luga",
        "who is galina gromova",
        "Who is Galina Gromova",
        "wer ist halyna moroz",
        "qui est Halyna Moroz",
        "wann wird die brücke geöffnet",
        "most na dom",  # known as they stand, for what the model knows
        "когда откроют most",
        "WHO ATM",
        "???",
    ],
)
def test_a_question_in_another_language_or_alphabet_is_left_alone(question: str, index_of: Open) -> None:
    languages = ["ru", "uk", "en", "es", "de"]
    index = index_of(ARTICLES)
    assert in_own_letters(question, languages, index, known=lambda word: known(word) or word == "dom") == question


@pytest.mark.parametrize("question", ["kto gde " + "lnytieshcj" * 10, "kto gde kogda " + "y" * 1900, "lnytiescj" * 200])
def test_a_hostile_question_takes_no_time(question: str, index_of: Open) -> None:
    looked_up: list[str] = []

    def known(word: str) -> bool:
        looked_up.append(word)
        return False

    in_own_letters(question, ["ru"], index_of(ARTICLES), known=known)
    assert len(looked_up) < 5_000
