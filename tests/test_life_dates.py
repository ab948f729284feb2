"""A birth or death is told by dates in brackets behind a name, which no word for it need stand beside."""

import numpy as np
import pytest
from msgspec.structs import replace

from retrieval.passages import split
from retrieval.ranking.asked import Asked, asked_of
from retrieval.ranking.following import FollowUpContext
from retrieval.ranking.life_dates import life_told
from retrieval.types import Passage, SignalName

from .ranking_parts import article, candidate, question, rank, unit

_LIVES = {
    "en": "Ada Brandt (4 May 1861, Ely – 2 June 1938, Bath) was a botanist.",
    "de": "Ada Brandt (* 4. Mai 1861 in Ely; † 2. Juni 1938 in Bath) war eine Botanikerin.",
    "fr": "Ada Brandt (Ely, 4 mai 1861 – Bath, 2 juin 1938) est une botaniste.",
    "es": "Ada Brandt (Ely, 4 de mayo de 1861-Bath, 2 de junio de 1938) fue una botánica.",
    "ru": "Ада Брандт (4 (16) мая 1861, Псков — 2 июня 1938, Рига) — ботаник.",
    "uk": "Ада Брандт (4 травня 1861, Косів — 2 червня 1938, Рига) — ботанік.",
}


def _asked(text: str, said: str, language: str) -> tuple[Asked, Passage]:
    it = article(f"{said}\n\nBath.", language=language)
    passage = split(it)[0]
    [asked] = asked_of(question(text, [passage], language=language, articles=language), [candidate(it, passage)])
    return asked, passage


def _tells(text: str, said: str, language: str) -> bool:
    return life_told(*_asked(text, said, language)) == [0]


_QUESTIONS = {
    "en": [
        "When was Ada Brandt born?",
        "Where did Brandt die?",
        "What year was Brandt born?",
        "In what city was Brandt born?",
        "What is Brandt's birthplace?",
        "brandt date of birth",
    ],
    "de": [
        "Wann wurde Ada Brandt geboren?",
        "Wo starb Brandt?",
        "Wann ist Brandt gestorben?",
        "In welcher Stadt kam Brandt zur Welt?",
        "Was ist der Geburtsort von Ada Brandt?",
    ],
    "fr": [
        "Quand est née Ada Brandt ?",
        "Où est morte Brandt ?",
        "Où Brandt est-elle décédée ?",
        "Quel est le lieu de naissance d'Ada Brandt ?",
        "En quelle année Brandt naquit-elle ?",
    ],
    "es": [
        "¿Cuándo nació Ada Brandt?",
        "¿Dónde murió Brandt?",
        "¿En qué año falleció Brandt?",
        "¿En qué ciudad nació Brandt?",
        "¿Cuál es la fecha de nacimiento de Ada Brandt?",
    ],
    "ru": [
        "Когда родилась Ада Брандт?",
        "Где умерла Брандт?",
        "В каком городе родилась Брандт?",
        "В каком году скончалась Брандт?",
        "Дата рождения Ады Брандт?",
    ],
    "uk": [
        "Коли народилася Ада Брандт?",
        "Де померла Брандт?",
        "Якого року померла Брандт?",
        "У якому місті народилася Брандт?",
        "Місце народження Брандт?",
        "Дата смерті Брандт?",
    ],
}


@pytest.mark.parametrize(("language", "text"), [(code, it) for code, asked in _QUESTIONS.items() for it in asked])
def test_dates_in_brackets_tell_a_life(language: str, text: str) -> None:
    assert _tells(text, _LIVES[language], language)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("When was Ada Brandt born?", "Ada Brandt (born 4 May 1861) is a botanist."),
        ("When was Ada Brandt born?", "Ada Brandt (born 1861) is a botanist."),
        ("When did Ada Brandt die?", "Her teacher was Ada Brandt (died 1938)."),
        ("When did Ada Brandt die?", "Ada Brandt (1861–1938) was a botanist."),
        ("When was Ada Brandt born?", "Ada Brandt, Baroness of Lowton (1861–1938), was a botanist."),
        ("When was Ada Brandt born?", "Ada Brandt (Polish: Ada Brand; 4 May 1861 – 2 June 1938) was a botanist."),
    ],
)
def test_either_may_stand_alone(text: str, said: str) -> None:
    assert _tells(text, said, "en")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("When did Ada Brandt die?", "Ada Brandt (born 4 May 1861) is a botanist."),
        ("Where was Ada Brandt born?", "Ada Brandt (4 May 1861 – 2 June 1938, Bath) was a botanist."),
        (
            "When was Rolf Kern born?",
            "Rolf Kern was the pupil of Ada Brandt (1861–1938).",
        ),
        ("When was Ada Brandt's husband born?", "Ada Brandt (1861–1938) was a botanist."),
        ("When did Ada Brandt marry?", "Ada Brandt (1861–1938) was a botanist."),
        ("How did Ada Brandt die?", "Ada Brandt (1861–1938) was a botanist."),
        ("When was Queen Ada born?", "Queen Ada (reigned 1861–1938) was a botanist."),
        ("When was Brandt born?", "Her best book is Brandt (1902), a novel."),
    ],
)
def test_other_brackets_tell_no_life(text: str, said: str) -> None:
    assert not _tells(text, said, "en")


def test_a_birth_in_brackets_is_quoted_rather_than_its_mention() -> None:
    it = article(
        f"{_LIVES['en']} She drew maps.\n\nBrandt was born the fifth child of a weaver. In 1885 she went to York.",
        title="Ada Brandt",
    )
    among = split(it)
    read = [candidate(it, one, bm25=float(at)) for at, one in enumerate(among)]
    [first, *_] = rank(question("When was Ada Brandt born?", among), read)
    assert first.quote.text == _LIVES["en"]
    assert first.values[SignalName.TOLD] == 1
    assert first.values[SignalName.RAREST] == 0


def test_a_life_that_was_shown_answers_a_follow_up() -> None:
    it = article(f"{_LIVES['en']} She drew maps. In 1885 she went to York.", title="Ada Brandt")
    [passage] = split(it)
    asked = question("When was she born? (Ada Brandt)", [passage], vector=unit(1, 0))
    after = replace(asked, before=FollowUpContext((_LIVES["en"],), "When was she born?", unit(1, 0)))
    read = candidate(it, passage, vector=unit(1, 0), sentences=np.array([unit(3, 4), unit(1, 1), unit(1, 1)]))
    assert rank(after, [read])[0].quote.text == _LIVES["en"]


def test_a_pronoun_means_the_first_name_carried_over() -> None:
    asked, passage = _asked("When was she born? (Jane Coulter, Brandt)", _LIVES["en"], "en")
    assert life_told(replace(asked, carried=frozenset({"jane", "coulter", "brandt"})), passage) == []
    assert life_told(replace(asked, carried=frozenset({"jane", "coulter"})), passage) == [0]
