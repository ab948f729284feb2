"""A length of another dimension than a question asks for does not answer it: how long a thing is says not how wide."""

import pytest

from retrieval.question.answer_type import AnswerType
from retrieval.ranking.holding import holds
from retrieval.types import SignalName

from .ranking_parts import article, candidate, passages, rank
from .ranking_parts import question as asked


@pytest.mark.parametrize(
    ("language", "other", "own", "tells"),
    [
        ("en", "how wide will the bridge be", "how long will the bridge be", "It will be 84 metres long."),
        ("en", "How high is the dam?", "How long is the dam?", "The 52-metre-long dam was built by beavers."),
        ("en", "How tall is the tower?", "What diameter has the tower?", "The tower has a diameter of 12 metres."),
        ("de", "Wie breit wird das Becken?", "Wie lang wird das Becken?", "Das Becken wird 25 Meter lang."),
        ("de", "Wie tief ist der See?", "Wie breit ist der See?", "Die Breite des Sees beträgt 400 Meter."),
        ("fr", "Quelle sera la largeur du pont ?", "Quelle sera la longueur du pont ?", "Il aura 84 mètres de long."),
        ("es", "¿Qué anchura tendrá el puente?", "¿Qué longitud tendrá el puente?", "Tendrá 84 metros de largo."),
        ("ru", "Какой будет ширина моста?", "Какой будет длина моста?", "Длина моста составит 84 метра."),
        ("uk", "Якою буде ширина мосту?", "Якою буде довжина мосту?", "Міст матиме 84 метри завдовжки."),
        ("uk", "Яка висота мосту?", "Яка довжина мосту?", "Міст завдовжки 84 метри збудували торік."),
        ("fr", "Quelle est la hauteur du pont ?", "Quelle est la longueur du pont ?", "Il est long de 84 mètres."),
    ],
)
def test_a_length_is_that_of_the_dimension_beside_it(language: str, other: str, own: str, tells: str) -> None:
    assert not holds(tells, AnswerType.NUMBER, other, language)
    assert holds(tells, AnswerType.NUMBER, own, language)


@pytest.mark.parametrize(
    ("question", "tells"),
    [
        ("How wide is the bridge?", "The bridge is 84 metres long and 12 metres wide."),
        ("How high is the tower?", "The 90-metre tower was built in 1847."),
        ("How high is the tower?", "The long tower rises 90 metres."),
        ("How deep is the lake?", "Divers went down 90 metres."),
        ("Wie breit ist der Tunnel?", "Der tiefe Tunnel misst 12 Meter."),
    ],
)
def test_a_length_without_a_dimension_may_be_any(question: str, tells: str) -> None:
    assert holds(tells, AnswerType.NUMBER, question)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("how wide will the bridge be", -1),
        ("how heavy is the bridge", -1),
        ("how long will the bridge be", 0),
        ("how far is the bridge", 0),
    ],
)
def test_a_quote_of_another_dimension_does_not_tell(question: str, told: int) -> None:
    bridge = article("The bridge over the Lave will be 84 metres long.", title="Bridge")
    found = passages(bridge)
    hit = rank(asked(question, found), [candidate(bridge, found[0], bm25=1.0)])[0]
    assert hit.values[SignalName.TOLD] == told
