"""The same corpus in three languages: questions in each find the right article, even with misspelt names."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot import config
from bot.app import make_assistant
from bot.assistant import Assistant
from bot.cli import main
from bot.config import Settings
from retrieval.types import Filter, SignalName

from .conftest import Update

DUMP = Path(__file__).parent / "data" / "three-languages.jsonl"
"""Eight short articles, each in English, French and Ukrainian."""

QUESTIONS = {
    "bees": ("Where do bees spend the winter?", "Où les abeilles passent-elles l'hiver ?", "Де зимують бджоли?"),
    "tunnel": ("Why is the tunnel shut?", "Pourquoi le tunnel est-il fermé ?", "Чому закрили тунель?"),
    "violin": ("Where was the stolen violin?", "Où était le violon volé ?", "Де була вкрадена скрипка?"),
    "bread": ("Why does bread cost more?", "Pourquoi le pain coûte-t-il plus cher ?", "Чому подорожчав хліб?"),
    "teacher": ("How many pupils does the teacher have?", "Combien d'élèves a l'institutrice ?",
                "Скільки учнів має вчителька?"),
    "glacier": ("How much ice did the glacier lose?", "Combien de glace le glacier a-t-il perdu ?",
                "Скільки льоду втратив льодовик?"),
    "strike": ("Why do the tram drivers strike?", "Pourquoi les conducteurs de tramway font-ils grève ?",
               "Чому страйкують водії трамваїв?"),
    "vaccine": ("Whom does the vaccine protect?", "Qui le vaccin protège-t-il ?", "Кого захищає вакцина?"),
}  # fmt: skip

LANGUAGES = ("en", "fr", "uk")


@pytest.fixture(scope="module")
def parallel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("parallel") / "index"
    assert main(["--index", str(folder), "index", "--model", "multilingual", str(DUMP)]) == 0
    with closing(make_assistant(Settings(index=folder))) as made:
        yield made


def test_a_question_finds_its_article_in_each_language(parallel: Assistant) -> None:
    """Measured: 71 of 72."""
    right = [
        parallel.ask(question, where=Filter(languages=(code,))).hits[0].article.id == f"{topic}-{code}"
        for topic, asked in QUESTIONS.items()
        for question in asked
        for code in LANGUAGES
    ]
    assert sum(right) >= 70


def test_a_question_finds_its_article_in_its_own_language_first(parallel: Assistant) -> None:
    for topic, asked in QUESTIONS.items():
        for code, question in zip(LANGUAGES, asked, strict=True):
            assert parallel.ask(question).hits[0].article.id == f"{topic}-{code}"


FORGIVEN = """
Who is Tarant? Tarrant
Where is the Quelen Sanatorium? Quellen
Who is Petra Lindqvai? Lindqvay
What did Orla Fenwrigt promise? Fenwright
Who is Edmund Quil? Quill
When did the Saint Oreil burn? Oriel
How long is the detour by Coldhabour? Coldharbour
What happened in Ilowford? Illowford
Who is Agnes Thorely? Thorley
Where is Harrowmuoth? Harrowmouth
What is the Halycon Grace? Halcyon
Who is Otoline Wray? Ottoline
Who is Rufino Sable? Sabel
Who is Imke Solander? Sollander
Who runs the Penant Line? Pennant
Where is Orvennia? Orvenia
Who is Sunnyva Brack? Sunniva
Where is Lower Tarow? Tarrow
What is Skran Pass? Skarn
Wer ist Oberkich? Oberkirch
Wer ist Gerlinde Ascheuer? Aschauer
Was geschah in Brenhollt? Brenholt
Wie groß ist der Holsee? Hollsee
Wer ist Alois Henschke? Hentschke
¿Quién es Anselmo Durate? Duarte
Кто такая Ладигина? Ладыгина
Кто такая Зоя Ладыгна? Ладыгина
""".strip().splitlines()

LEFT_ALONE = """
Who was the midwife?
Where did the soldiers heal?
Who summarized the report?
Was the bridge painted?
Who is Putin?
Where is London?
What is quantum computing?
Is there a casino?
Who plays the trumpet?
Who is Trump?
Where is Iran?
What is a battery made of?
Wer ist der Kanzler?
¿Quién es el presidente?
Что такое инфляция?
Кто такой Пушкин?
Хто такий Шевченко?
Qui est le président ?
""".strip().splitlines()


@pytest.mark.parametrize("line", FORGIVEN)
def test_a_slip_in_a_name_is_forgiven(line: str, assistant: Assistant) -> None:
    question, meant = line.rsplit(" ", 1)
    assert any(f"as “{meant}”" in said for said in assistant.ask(question).understood)


@pytest.mark.parametrize("question", LEFT_ALONE)
def test_a_right_word_is_left_alone(question: str, assistant: Assistant) -> None:
    assert assistant.ask(question).understood == ()


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("quantos anos tem Amélia Roque?", "A antiga dona da padaria, Amélia Roque, de 81 anos, vendeu-a a um casal."),
        ("quanti cani ha Dario Menin?", "Nella casa accanto Dario Menin abiterà con la moglie e due cani."),
        ("ile lat ma Zofia Krawiec?", "Piekarnię sprzedała jej dawna właścicielka, Zofia Krawiec, która ma 81 lat."),
        ("hoeveel honden heeft Dirk Maas?", "In het huis ernaast woont Dirk Maas met zijn vrouw en twee honden."),
    ],
)
def test_question_words_of_further_languages_need_not_be_said(
    question: str, sentence: str, tmp_path: Path, folder: Path, update: Update
) -> None:
    (tmp_path / "article.txt").write_text(f"{sentence}\n", encoding="utf-8")
    update(tmp_path / "article.txt")
    with closing(make_assistant(config.load(environment={}, flags={"index": folder}))) as assistant:
        answer = assistant.ask(question)
    assert answer.reason is None or question.split(maxsplit=1)[0] not in answer.reason.words


def test_an_article_of_unknown_language_is_found_by_its_words(tmp_path: Path, folder: Path, update: Update) -> None:
    (tmp_path / "hours.txt").write_text("Sprechzeiten Bürgeramt Rathaus: Montag 8–12 Uhr, Zimmer 214.", "utf-8")
    (tmp_path / "bridge.txt").write_text("Die Brücke über die Weser ist zu, weil sie nicht mehr sicher war.", "utf-8")
    update(tmp_path)
    with closing(make_assistant(config.load(environment={}, flags={"index": folder}))) as assistant:
        assert set(dict(assistant.status().languages)) == {"de", None}
        assert assistant.ask("Wann sind die Sprechzeiten?").hits[0].values[SignalName.WORDS] > 0
