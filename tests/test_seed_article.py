"""The article that the project began with: questions about each of its paragraphs, and some that it does not answer.

Its text is not part of the project; each question is listed with the paragraphs that answer it.
"""

from collections.abc import Iterator

import pytest

from bot.app import make_assistant
from bot.assistant import Assistant
from bot.cli import main
from bot.config import Settings

from .conftest import SHARED

ARTICLE = SHARED / "seed" / "article.txt"
pytestmark = pytest.mark.skipif(not ARTICLE.exists(), reason="needs ../shared/seed")

ANSWERED = [
    ("Who signed a strategic partnership agreement last June?", {1, 9}),
    ("When did Pyongyang begin sending troops, according to intelligence reports?", {1}),
    ("What had Pyongyang been supplying Moscow with?", {1, 10}),
    ("How many Russian soldiers have undergone rehabilitation in North Korea?", {2}),
    ("Who is Russia's ambassador to Pyongyang?", {2}),
    ("Which newspaper interviewed Matsegora?", {2}),
    ("Where are Russian troops recovering?", {1, 2, 3}),
    ("How did the ambassador describe the attitude of North Koreans toward Russians?", {3}),
    ("To what does Matsegora attribute the friendliness of North Koreans?", {3}),
    ("Which camp were the children of fallen soldiers sent to?", {4}),
    ("Where is the Songdowon camp?", {4}),
    ("Who paid for the children's stay?", {4}),
    ("Why were North Korean officials offended?", {4}),
    ("What did Matsegora say about talks between Pyongyang and Washington?", {5, 7}),
    ("How did he judge the negotiations with Donald Trump?", {5}),
    ("What did North Korea get in return for its steps?", {5}),
    ("Did North Korea dismantle its nuclear test site?", {6}),
    ("Whose remains did North Korea return?", {6}),
    ("Is the nuclear moratorium still in place?", {6}),
    ("What did the Americans regard as a sufficient concession?", {6}),
    ("Who is to blame for the tensions in the region?", {7}),
    ("What is reinforced by a nuclear component?", {7}),
    ("Is denuclearization still a viable goal?", {8}),
    ("Since when has the situation changed so dramatically?", {8}),
    ("When did Pyongyang ratify the treaty?", {9}),
    ("When did the treaty take effect?", {9}),
    ("What did Novaya Gazeta note about the agreement?", {9}),
    ("How many troops did North Korea send to fight alongside Russian forces?", {10}),
    ("What ammunition has North Korea supplied to Russia?", {10}),
    ("Why are both countries isolated?", {10}),
]

UNANSWERED = """
How many tanks did Pyongyang send?
How many children died at the Songdowon camp?
Who is North Korea's ambassador to Moscow?
When did Ukraine sign the strategic partnership treaty?
How much money does Russia pay for the soldiers' rehabilitation?
When did Matsegora meet Donald Trump?
Where are wounded Ukrainian soldiers recovering?
How many North Korean soldiers were killed fighting alongside Russian forces?
When did North Korea resume nuclear tests?
Which American soldiers were sent to the summer camp?
Who is South Korea's ambassador to Pyongyang?
What did Rossiyskaya Gazeta say about Meduza?
Where was Alexander Matsegora born?
How many Russian soldiers died in North Korean sanatoriums?
When did Russia ratify the treaty?
""".strip().splitlines()


@pytest.fixture(scope="module", params=["english", "multilingual"])
def assistant(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("seed") / "index"
    assert main(["--index", str(folder), "index", "--model", request.param, str(ARTICLE)]) == 0
    made = make_assistant(Settings(index=folder))
    yield made
    made.close()


def test_each_paragraph_answers_its_questions(assistant: Assistant) -> None:
    """Measured: all 30 come from the right paragraph; 26 and 27 of them are given as answers."""
    found = [(assistant.ask(question), wanted) for question, wanted in ANSWERED]
    assert set().union(*(wanted for _, wanted in found)) == set(range(1, 11))
    right = [answer for answer, wanted in found if answer.hits[0].passage.paragraph in wanted]
    assert len(right) >= 29
    assert sum(answer.answered for answer in right) >= 24


def test_what_it_does_not_say_is_refused_more_often_than_not(assistant: Assistant) -> None:
    """Measured: 8 and 7 of the 15 are answered, most of them with a wrong name or role in the question."""
    assert sum(assistant.ask(question).answered for question in UNANSWERED) <= 8
