"""A passage longer than the model's window is read whole, each sentence once; short ones get the model's own vector."""

import numpy as np
import pytest

from embeddings.base import Embedder
from embeddings.registry import load_embedder
from retrieval.index.embedding_text import embedding_text
from retrieval.index.windows import embed
from retrieval.passages import split
from retrieval.types import Article

SENTENCES = [
    f"In {1800 + number} the keeper of the northern light counted {number} ships from the gallery before the fog."
    for number in range(19)
]
LAST = "Nobody had told him that the harbour of Saltmere was to be closed for the repair of its cranes."


@pytest.fixture(scope="module")
def embedder() -> Embedder:
    return load_embedder("minilm")


def texts_of(body: str, title: str | None = "The northern light") -> list:  # type: ignore[type-arg]
    article = Article("a", "a", body, title=title)
    return [embedding_text(article, passage) for passage in split(article)]


def test_a_short_passage_is_the_models_own(embedder: Embedder) -> None:
    (text,) = texts_of(" ".join(SENTENCES[:3]))
    wholes, (sentences,) = embed(embedder, [text])
    expected, _ = embedder.embed_parts([text.text], [()])
    np.testing.assert_allclose(wholes, expected, atol=1e-6)
    assert sentences.shape == (3, embedder.dim)


def test_the_end_of_a_long_passage_is_read(embedder: Embedder) -> None:
    """A plain embedding, cut off at the model's window, would know nothing of the last sentence."""
    (text,) = texts_of(" ".join([*SENTENCES, LAST]))
    assert embedder.count_tokens([text.text])[0] > 1.3 * embedder.max_tokens
    wholes, (sentences,) = embed(embedder, [text])
    question = embedder.embed_queries(["Why was the harbour of Saltmere closed?"])[0]
    assert sentences.shape == (20, embedder.dim)
    assert int(np.argmax(sentences @ question)) == 19
    assert wholes[0] @ question > embedder.embed_passages([text.text])[0] @ question
    np.testing.assert_allclose(np.linalg.norm(sentences, axis=1), 1, atol=1e-5)
    np.testing.assert_allclose(np.linalg.norm(wholes, axis=1), 1, atol=1e-5)


def test_a_sentence_longer_than_the_window_has_one_vector(embedder: Embedder) -> None:
    (text,) = texts_of("and then the ship, " * 90 + "was gone.")
    assert embedder.count_tokens([text.text])[0] > embedder.max_tokens
    wholes, (sentences,) = embed(embedder, [text])
    assert (wholes.shape, sentences.shape) == ((1, embedder.dim), (1, embedder.dim))


def test_vectors_come_back_in_order(embedder: Embedder) -> None:
    texts = [*texts_of(" ".join(SENTENCES[:2])), *texts_of(" ".join(SENTENCES)), *texts_of(LAST)]
    wholes, sentences = embed(embedder, texts)
    for at, text in enumerate(texts):
        alone, (own,) = embed(embedder, [text])
        np.testing.assert_allclose(wholes[at], alone[0], atol=1e-4)
        np.testing.assert_allclose(sentences[at], own, atol=1e-4)
