"""Languages of articles and of most questions are detected; with too little evidence the result is None."""

import pytest

from retrieval.language.detection import detect_language, likeliest_language
from retrieval.language.stop_words import STOP_WORDS


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("where do wounded soldiers recover?", "en"),
        ("who opened the bridge?", "en"),
        ("Где лечатся раненые солдаты?", "ru"),
        ("Де лікуються поранені солдати?", "uk"),
        ("Wo werden verwundete Soldaten behandelt?", "de"),
        ("¿Dónde se recuperan los soldados?", "es"),
        ("où se soignent les soldats blessés ?", "fr"),
        ("gdzie leczą się ranni żołnierze", "pl"),
        ("dove si curano i soldati", "it"),
        ("wat is de hoofdstad", "nl"),
        ("vem vann valet i Sverige", "sv"),
        ("橋はいつ開きますか", "ja"),
        ("桥什么时候开放", "zh"),
        ("다리는 언제 열리나요", "ko"),
        ("Πότε ανοίγει η γέφυρα;", "el"),
        ("Школа закрыта до понедельника из-за мороза.", "ru"),
        ("Число жертв аварии выросло до восьми: двое пассажиров скончались ночью в больнице.", "ru"),
        ("Школа закрита до понеділка через мороз.", "uk"),
        ("Школа је затворена до понедељка због мраза", "sr"),
    ],
)
def test_questions(question: str, language: str) -> None:
    assert detect_language(question) == language


def test_a_letter_that_two_languages_have_tells_neither() -> None:
    assert detect_language("как врач объяснил утечку") != "bg"


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("a que hora cortaran el agua en granada", "es"),
        ("que dijo fermin lacalle del aparcamiento", "es"),
        ("qui peignait les faux ravaillac", "fr"),
        ("wie oft fahren die ersatzbusse", "de"),
        ("паром расписание", "ru"),
        ("вузькоколійка ціна квитка", "uk"),
        ("Talbrücke", "de"),
        ("smart meter", "de"),  # no evidence: the most common language of the articles
        ("天気", None),
        ("что пишет kurier baltycki", "ru"),  # most letters belong to a foreign name
        ("wer ist Мацегора", "de"),
        ("кого посчитали дважды", "ru"),
    ],
)
def test_a_short_question_is_in_the_likeliest_language_of_the_articles(question: str, language: str | None) -> None:
    assert likeliest_language(question, ["de", "es", "fr", "ru", "uk", "en"]) == language


@pytest.mark.parametrize(
    ("question", "articles", "language"),
    [
        ("когда началась первая мировая", ["en"], "ru"),
        ("коли почалася перша світова", ["en", "de"], "uk"),
        ("столица нормандии", ["en"], "ru"),
        ("egg prices", ["ru"], "en"),
        ("prix des oeufs", ["ru", "uk"], "fr"),
        ("egg prices", ["ar", "fa"], "en"),
        ("Tehran earthquake", ["fa", "en"], "en"),
        ("天気", ["en", "ja"], "ja"),
    ],
)
def test_a_short_question_may_be_in_none_of_the_languages_of_the_articles(
    question: str, articles: list[str], language: str | None
) -> None:
    assert likeliest_language(question, articles) == language


@pytest.mark.parametrize("question", ["Kim Jong Un", "Tesla", "", "42", "die hard cast", "en la"])
def test_names_and_words_of_several_languages_are_none(question: str) -> None:
    assert detect_language(question) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "Ferien am See sind schön, aber wer im Sommer kommt, muss lange vorher buchen, denn Häuser gibt es wenige.",
            "de",
        ),
        (
            "As férias no lago são boas, mas quem vem no verão tem de reservar muito antes, porque há poucas.",
            "pt",
        ),
        (
            "Prázdniny u jezera jsou pěkné, ale kdo přijede v létě, musí si je objednat předem, protože domů je málo.",
            "cs",
        ),
        (
            "Відпустка біля озера гарна, але хто приїде влітку, той має замовляти задовго до того, бо їх мало.",
            "uk",
        ),
    ],
)
def test_sentences(text: str, language: str) -> None:
    assert detect_language(text) == language


def test_stop_words_are_lower_case_and_cover_the_large_languages() -> None:
    assert {"en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "uk", "sv", "cs", "tr"} <= STOP_WORDS.keys()
    assert all(word == word.lower() for words in STOP_WORDS.values() for word in words)
