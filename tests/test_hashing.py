"""The hashing embedder gives the same vectors everywhere, and distinguishes words."""

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st

from embeddings.hashing import HashingEmbedder

from .conftest import python

HASHING = HashingEmbedder()


def test_the_same_in_every_process() -> None:
    """Python's own hash changes with each process; these vectors do not."""
    code = (
        "from embeddings.hashing import HashingEmbedder as H; print(H().embed_queries(['Saltmere pier'])[0].tolist())"
    )
    assert {python(code).stdout for _ in range(2)} == {f"{HASHING.embed_queries(['Saltmere pier'])[0].tolist()}\n"}


def test_pinned() -> None:
    """Existing indexes stay readable: if the vectors change, the fingerprint must change."""
    vector = HASHING.embed_passages(["The harbour of Saltmere"])[0]
    found = (HASHING.fingerprint, int(vector.argmax()), round(float(vector.max()), 4))
    assert found == ("hashing-384-1", 0, 0.2375)


def test_word_stems_and_case_matter_little() -> None:
    """Another form of the same word is nearer than another word, and case does not matter."""
    base, form, other, loud = HASHING.embed_passages(["soldier", "soldiers", "bakery", "SOLDIER"])
    assert base @ form > 0.4 > abs(base @ other)
    np.testing.assert_allclose(base, loud, atol=1e-6)


@given(st.lists(st.text(max_size=200), max_size=5))
@example(["8:¾"])
def test_any_text_becomes_a_unit_row(texts: list[str]) -> None:
    """No text gives a zero vector."""
    vectors = HASHING.embed_passages(texts)
    assert vectors.shape == (len(texts), 384)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), np.ones(len(texts)), atol=1e-5)
