"""Fuzzing as part of the suite: every seed, some inputs mutated from the seeds, and bounds on the cost of an input."""

import json
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.articles.document import Document
from retrieval.articles.registry import FORMATS, reader_for

from .fuzzing import SEED_FOLDER, TARGETS, batch, fuzz, harm_of, verify

INPUTS = 80
"""Per target, including its seeds."""


def test_every_format_has_a_sample_and_every_sample_a_target() -> None:
    samples = [Document(str(file), str(file)) for file in SEED_FOLDER.glob("*/*")]
    assert {reader_for(sample) for sample in samples} == {known.read for known in FORMATS}
    assert {folder.name for folder in SEED_FOLDER.iterdir()} == TARGETS.keys()


@pytest.mark.parametrize("name", TARGETS)
def test_no_input_does_harm(name: str) -> None:
    assert not list(fuzz(TARGETS[name], INPUTS, seed=20_250_331))


@pytest.mark.parametrize("name", ["question", "conversation", "batch", "verify", "settings", "press", "start"])
@settings(max_examples=40)
@given(text=st.text(max_size=300) | st.binary(max_size=300).map(lambda data: data.decode("utf-8", "replace")))
def test_no_text_does_harm(name: str, text: str) -> None:
    TARGETS[name].check(text.encode("utf-8", "surrogatepass"))


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(
        ["question", "history", "answer", "k", "since", "until", "source", "id", "passages", "quote", "article", "text"]
    ) | st.text(max_size=5), inner, max_size=6),
    max_leaves=20,
)  # fmt: skip


@settings(max_examples=150)
@given(
    row=st.dictionaries(st.sampled_from(["question", "history", "k", "since", "source", "passages", "answer"]), _JSON)
)
def test_no_row_does_harm(row: dict[str, object]) -> None:
    batch(json.dumps(row).encode())
    verify(json.dumps(row).encode())


@pytest.mark.parametrize("line", ['{"question": "who?", "k": ' + "9" * 5_000 + "}", '{"a":' * 5_000, '{"question": 7}'])
def test_lines_that_did_harm(line: str) -> None:
    batch(line.encode())
    verify(line.encode())


# --- cost of an input ---


@pytest.mark.parametrize(
    "unit", ["where is it? ", "a", "(", "“", "'s ", "since 2020 ", "Über-", "字", "\u0301", "\U0001f3f4\u200d"]
)
def test_a_question_of_a_megabyte_is_bounded(unit: str) -> None:
    data = (unit * (1_000_000 // len(unit.encode()) + 1)).encode()
    TARGETS["question"].check(b"where is it?")  # loads model and patterns, which takes seconds while memory is traced
    tracemalloc.start()
    try:
        assert harm_of(TARGETS["question"], data) is None
        assert harm_of(TARGETS["batch"], data) is None
        assert tracemalloc.get_traced_memory()[1] < 200_000_000
    finally:
        tracemalloc.stop()
