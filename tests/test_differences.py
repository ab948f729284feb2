"""Questions for how things stand now or ended are told from those for any state."""

import pytest

from retrieval.answering.differences import asks_for_now


@pytest.mark.parametrize(
    "question",
    [
        "is the bridge open now",
        "what is the latest toll",
        "Who won in the end?",
        "what was the final bill for the bridge",
        "ist das Bad noch offen",
        "wer wurde am Ende Bürgermeister",
        "Combien coûte le billet maintenant ?",
        "¿Quién ganó al final?",
        "сколько сейчас стоит билет",
        "кто в итоге выиграл",
        "хто зараз директор",
    ],
)
def test_a_question_for_now(question: str) -> None:
    assert asks_for_now(question)


@pytest.mark.parametrize(
    "question",
    [
        "when does the bridge open",
        "what happened in the end of the war",
        "who knows the final exam",
        "how many people came at last year's fair",
        "was geschah am Ende des Krieges",
        "¿Qué pasó al final del partido?",
        "сколько стоил билет",
    ],
)
def test_a_question_for_any_state(question: str) -> None:
    assert not asks_for_now(question)
