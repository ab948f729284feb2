"""Of a message with several questions each is answered, as if they had been sent one after the other."""

import json
from pathlib import Path

import pytest

from bot.assistant import Assistant
from bot.commands.chat import Chat
from retrieval.types import Answer

from .conftest import Indexes, Run


def quotes(found: Answer) -> list[str]:
    return [it.quote.text for it in (found, *found.further) if it.quote]


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("How long was the Saint Oriel without power? And how many passengers were there?", ["seven hours", "212"]),
        ("how many passengers were on the Saint Oriel and how long was it without power?", ["212", "seven hours"]),
        (
            "Who signed the ceasefire of Skarn Pass, and where do wounded soldiers recover?",
            ["Quellen Sanatorium", "Merrin and Orvenia"],
        ),
        # nothing answers the whole
        ("who bakes the bread of Illowford, and how long will the Weir Bridge be shut?", ["at least a year"]),
        # one sentence tells both, or there is only one question
        ("how long was the Saint Oriel without power, and when was that?", ["seven hours"]),
        ("where do wounded soldiers recover?", ["Quellen Sanatorium"]),
    ],
)
def test_each_question_is_answered_once(assistant: Assistant, message: str, told: list[str]) -> None:
    found = assistant.ask(message)
    assert found.question == message
    for quote, figure in zip(quotes(found), told, strict=True):
        assert figure in quote


def test_a_further_question_leans_on_the_one_before_it(assistant: Assistant) -> None:
    found = assistant.ask("How long was the Saint Oriel without power? And how many passengers were there?")
    (further,) = found.further
    assert further.question == "And how many passengers were there?"
    assert "Saint Oriel" in further.interpreted_as
    assert [it.passage for it in further.hits] == [further.hits[0].passage]


def test_the_terminal_says_which_question_each_quote_answers(assistant: Assistant) -> None:
    chat = Chat(assistant)
    first, second = chat.respond(
        "How long was the Saint Oriel without power? And how many passengers were there?"
    ).split("\nOn: And how many passengers were there?")
    assert ("seven hours" in first, "212" in first) == (True, False), "nor as a further passage"
    assert "“There were 212 passengers" in second
    assert "Saint Oriel" in chat.respond("and crew?"), "the next message leans on the last question"


def test_programs_get_each_answer_and_can_verify_it(seeds_index: Indexes, run: Run, tmp_path: Path) -> None:
    index = seeds_index("multilingual")
    message = "How long was the Saint Oriel without power? And how many passengers were there?"
    result = json.loads(run("--index", index, "ask", "--json", "-k", 1, message).out)
    (further,) = result["further"]
    assert further["answer"]["text"].startswith("There were 212 passengers")
    file = tmp_path / "result.json"
    file.write_text(json.dumps(result))
    assert run("--index", index, "verify", file).out.endswith("\n2 quotes: 2 unchanged\n")
    further["passages"][0]["article"]["digest"] = "0" * 32
    file.write_text(json.dumps(result))
    assert run("--index", index, "verify", file).code == 1
