"""Answer or abstain: the chance decides, the reason names what is missing, and the confidence curves are plausible."""

import json
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from retrieval.answering.answer import answer, is_borderline
from retrieval.answering.confidence import Curve, curve
from retrieval.language.text import stem
from retrieval.ranking.asked import Question
from retrieval.types import Answer, Filter, Lack, Reason, SignalName, Sureness

from .ranking_parts import article, candidate, passages, question, rank, unit

LIBRARY = article(
    "The library of Talvik is open on Sundays from ten to four, the council said.\n\n"
    "Readers may borrow six books at a time, and children may borrow as many as they can carry home.",
    title="Sunday opening",
)


def ask(text: str, *, near: float, max_error: float | None = None, model: str = "minilm") -> Answer:
    found = passages(LIBRARY)
    asked = question(text, found, vector=unit(1, 0), model=model)
    vectors = [unit(near, (1 - near**2) ** 0.5), unit(0.05, 1)]
    stacked = [vector[None, :] for vector in vectors]
    hits = rank(
        asked,
        [
            candidate(LIBRARY, p, vector=v, sentences=s, bm25=1.0)
            for p, v, s in zip(found, vectors, stacked, strict=True)
        ],
    )
    return answer(asked, hits, max_error=max_error, where=Filter(), generation=0)


def test_a_close_sentence_is_an_answer() -> None:
    found = ask("When is the library open?", near=0.8)
    assert found.answered
    assert found.reason is None
    assert found.quote is not None
    assert "open on Sundays" in found.quote.text


@pytest.mark.parametrize("text", ["who", "When is it?", "What?"])
def test_a_question_that_asks_for_nothing_has_no_answer(text: str) -> None:
    found = ask(text, near=0.8)
    assert not found.answered
    assert found.hits


def test_a_far_one_is_refused_with_what_no_article_mentions() -> None:
    found = ask("Who won the chess tournament in 1998?", near=0.1)
    assert not found.answered
    assert found.quote is None
    assert found.hits, "the closest passages stay"
    assert found.reason == Reason(Lack.MENTION, ("won", "chess", "tournament", "1998"), "Sunday opening")


def test_a_missing_word_with_a_hyphen_is_named_whole() -> None:
    found = ask("Where is the Baden-Powell statue?", near=0.1)
    assert found.reason == Reason(Lack.MENTION, ("Baden-Powell", "statue"), "Sunday opening")
    half = ask("Is the chess-library heated?", near=0.1)
    assert half.reason == Reason(Lack.MENTION, ("chess", "heated"), "Sunday opening")


def test_a_missing_word_that_another_article_has_is_named() -> None:
    found = ask("Do children carry the library home?", near=0.1)
    assert not found.answered
    assert found.reason is not None
    assert found.reason.lack is Lack.TOGETHER
    assert set(found.reason.words) <= {"children", "carry", "library", "home"}


def test_a_word_that_an_answer_may_do_without_is_not_told_to_be_missing() -> None:
    assert ask("How old is the library?", near=0.1).reason == Reason(Lack.CLEARNESS, title="Sunday opening")


def test_words_of_another_language_are_not_told_to_be_missing() -> None:
    found = passages(LIBRARY)
    asked = question("Wann öffnet die Bücherei in Talvik?", found, vector=unit(1, 0), language="de")
    hits = rank(asked, [candidate(LIBRARY, found[0], vector=unit(0.1, 1), sentences=unit(0.1, 1)[None, :])])
    refused = answer(asked, hits, max_error=None, where=Filter(), generation=1)
    assert refused.reason == Reason(Lack.CLEARNESS, title="Sunday opening")


def test_a_word_that_stands_in_an_article_of_another_language_is_not_told_to_be_mentioned_nowhere() -> None:
    found = passages(LIBRARY)
    asked = question("When is the Winkler library open?", found, vector=unit(1, 0))
    asked = replace(
        asked, document_frequencies={**asked.document_frequencies, stem("Winkler", "de"): 1}, languages=("en", "de")
    )
    hits = rank(asked, [candidate(LIBRARY, found[0], vector=unit(0.1, 1), sentences=unit(0.1, 1)[None, :])])
    refused = answer(asked, hits, max_error=None, where=Filter(), generation=1)
    assert refused.reason == Reason(Lack.TOGETHER, ("Winkler",), "Sunday opening")


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> Curve:
    """A curve with the stored weights whose error rate falls from 0.5 to 0.05 as the threshold rises."""
    measured = curve("minilm")
    found = replace(measured, errors=((measured.threshold, 0.5), (0.8, 0.2), (0.97, 0.05)))
    monkeypatch.setattr("retrieval.answering.answer.curve", lambda *_, **__: found)
    return found


def test_a_lower_error_is_bought_with_fewer_answers(steps: Curve) -> None:
    question = "When is the library open?"
    article_bonus = [at / 20 for at in range(21)]
    middling = next(near for near in article_bonus if steps.threshold <= ask(question, near=near).confidence < 0.8)
    assert ask(question, near=middling, max_error=0.5).answered
    refused = ask(question, near=middling, max_error=0.2)
    assert not refused.answered
    assert refused.reason is not None
    assert refused.reason.lack is Lack.SURENESS
    assert refused.reason.sureness == Sureness(refused.confidence, least=0.8, max_error=0.2)


def test_who_asks_for_few_wrong_answers_gets_none_that_nobody_else_would(monkeypatch: pytest.MonkeyPatch) -> None:
    lax = replace(curve("minilm"), threshold=0.99, errors=((0.1, 0.2),))
    monkeypatch.setattr("retrieval.answering.answer.curve", lambda *_, **__: lax)
    assert not ask("When is the library open?", near=0.8).answered
    assert not ask("When is the library open?", near=0.8, max_error=0.3).answered


def test_an_error_that_no_confidence_keeps_is_said_to_be_so(steps: Curve) -> None:
    refused = ask("When is the library open?", near=0.9, max_error=0.001)
    assert not refused.answered
    assert refused.reason is not None
    assert refused.reason.lack is Lack.ANY_SURENESS


def test_what_is_no_answer_in_any_case_keeps_its_reason(steps: Curve) -> None:
    question = "Who won the chess tournament in 1998?"
    assert ask(question, near=0.1, max_error=0.001).reason == ask(question, near=0.1).reason


def test_nearer_is_surer() -> None:
    chances = [ask("When is the library open?", near=near).confidence for near in (0.1, 0.3, 0.5, 0.7, 0.9)]
    assert chances == sorted(chances)
    assert chances[0] < 0.4 < chances[-1]


def test_a_model_that_nobody_calibrated_is_judged_by_words() -> None:
    assert curve("some/other-model") == curve("text")


@pytest.mark.parametrize("model", ["minilm", "multilingual"])
@pytest.mark.parametrize("language", ["en", "de", None])
@pytest.mark.parametrize("compared", [True, False])
def test_a_hit_is_judged_by_the_curve_of_its_model_and_languages(
    model: str, language: str | None, *, compared: bool
) -> None:
    it = replace(LIBRARY, language=language)
    (passage, *_), vector = passages(it), unit(1, 0) if compared else None
    asked = question("When is the library open?", [passage], vector=unit(1, 0), model=model)
    hits = rank(asked, [candidate(it, passage, vector=vector, bm25=1.0)])
    right = curve(model if compared else "text", across_languages=language == "de")
    found = answer(asked, hits, max_error=None, where=Filter(), generation=0)
    assert found.confidence == right.chance(hits[0].values)


@pytest.mark.parametrize(
    ("passages_there", "where", "in_scope", "lack"),
    [
        (0, Filter(), True, Lack.ARTICLES),
        (0, Filter(sources=("X",)), False, Lack.ARTICLES),
        (5, Filter(sources=("X",)), False, Lack.SCOPE),
        (5, Filter(sources=("X",)), True, Lack.WORDS_IN_SCOPE),
        (5, Filter(), True, Lack.WORDS),
    ],
)
def test_nothing_found_is_said_plainly(passages_there: int, where: Filter, lack: Lack, *, in_scope: bool) -> None:
    asked = Question("zzz", None, "en", {}, passages_there, "text")
    found = answer(asked, [], max_error=None, where=where, in_scope=in_scope, generation=0)
    assert (found.answered, found.confidence) == (False, 0.0)
    assert found.reason == Reason(lack)


def test_every_curve_has_a_partner_across_languages_and_surer_answers_are_seldomer_wrong() -> None:
    stored = json.loads(files("retrieval.answering").joinpath("confidence.json").read_text("utf-8"))
    assert {"english", "minilm", "multilingual", "text"} <= set(stored)
    for name, entry in stored.items():
        assert name.endswith("/cross") or f"{name}/cross" in stored
        assert 0 < entry["threshold"] < 1
        assert all(low[1] >= high[1] - 0.1 for low, high in zip(entry["errors"], entry["errors"][1:], strict=False))


def test_a_permitted_error_picks_the_lowest_threshold_that_keeps_it() -> None:
    steps = Curve(0.0, {}, 0.5, errors=((0.3, 0.4), (0.6, 0.2), (0.9, 0.04)))
    assert steps.threshold_for(0.25) == 0.6
    assert steps.threshold_for(0.05) == 0.9
    assert steps.threshold_for(0.01) == 1.0


@given(st.dictionaries(st.sampled_from(SignalName), st.floats(-1e6, 1e6)))
def test_a_chance_is_a_chance(values: dict[SignalName, float]) -> None:
    assert 0 <= curve("minilm").chance(values) <= 1


def test_what_a_word_means_is_looked_into_only_where_that_decides() -> None:
    found = passages(LIBRARY)
    asked = question("When does the library shut for cleaning?", found, vector=unit(1, 0))
    near = {
        nearness: rank(asked, [candidate(LIBRARY, found[0], vector=v, sentences=v[None, :])])[0]
        for nearness in (0.1, 0.5, 0.99)
        for v in [unit(nearness, (1 - nearness**2) ** 0.5)]
    }
    assert [is_borderline(asked, hit, None) for hit in near.values()] == [False, True, False]
    assert not is_borderline(asked, near[0.5], 0.01)
