"""Passages are exact spans of their article, fit the model's window, and lose nothing but white space."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from retrieval.passages import MIN_WORDS, split
from retrieval.types import Article

MAX_TOKENS = 60


def words(texts: Sequence[str]) -> list[int]:
    """Measure as a model would: words, and long ones in pieces."""
    return [sum(1 + len(word) // 8 for word in text.split()) for text in texts]


def passages_of(text: str, max_tokens: int = MAX_TOKENS) -> list[str]:
    return [p.text for p in split(Article("a", "a", text), measure=words, max_tokens=max_tokens)]


PARAGRAPH = st.text(st.sampled_from("abc def. ! “”é—1,"), min_size=1, max_size=900).map(str.strip).filter(bool)


@given(st.lists(PARAGRAPH, min_size=1, max_size=6))
def test_every_passage_is_a_span_and_nothing_is_lost(paragraphs: list[str]) -> None:
    article = Article("a", "a", "\n\n".join(paragraphs))
    found = split(article, measure=words, max_tokens=MAX_TOKENS)
    assert all(p.text == article.text[p.start : p.end] == p.text.strip() for p in found)
    assert "".join("".join(p.text.split()) for p in found) == "".join(article.text.split())
    assert all(length <= MAX_TOKENS for length in words([p.text for p in found]))
    assert [p.ordinal for p in found] == list(range(1, len(found) + 1))
    assert len({p.id for p in found}) == len(found)


@given(st.lists(PARAGRAPH, min_size=1, max_size=4))
def test_sentences_are_spans_of_their_passage_and_cover_it(paragraphs: list[str]) -> None:
    for passage in split(Article("a", "a", "\n\n".join(paragraphs)), measure=words, max_tokens=MAX_TOKENS):
        covered = "".join(passage.text[start:end] for start, end in passage.sentences)
        assert "".join(covered.split()) == "".join(passage.text.split())


def test_paragraphs_stay_whole_and_apart() -> None:
    first, second = "The ferry left at dawn. " * 4, "Nobody on the quay saw it leave. " * 4
    assert passages_of(f"{first.strip()}\n\n{second.strip()}") == [first.strip(), second.strip()]


def test_a_subheading_joins_what_follows() -> None:
    body = "The commission met on Monday and heard forty witnesses, among them the keeper of the dam and his wife."
    assert passages_of(f"What went wrong\n\n{body}") == [f"What went wrong\n\n{body}"]
    assert len(body.split()) > MIN_WORDS


def test_a_long_paragraph_is_cut_at_a_sentence_and_not_inside_a_quotation() -> None:
    calm = "The water rose in the night and nobody noticed it."
    quotation = "“It came over the wall. We ran. Then the lights went out,” said Mara Quill, who keeps the mill."
    pieces = passages_of(" ".join([calm, calm, calm, calm, quotation, calm, calm]))
    assert len(pieces) == 2
    assert all(piece.count("“") == piece.count("”") for piece in pieces)


def test_a_passage_keeps_its_id_while_other_paragraphs_change() -> None:
    kept = "The keeper of the dam told the commission that nobody had rung the bell that night, nor before. " * 2
    before = split(Article("a", "a", f"{'Old text here. ' * 20}\n\n{kept.strip()}"), measure=words, max_tokens=100)
    after = split(Article("a", "a", f"{'New words there. ' * 20}\n\n{kept.strip()}"), measure=words, max_tokens=100)
    assert before[-1].id == after[-1].id
    assert before[0].id != after[0].id


def test_a_paragraph_without_an_end_is_cut_at_spaces() -> None:
    pieces = passages_of("word " * 5_000)
    assert max(words(pieces)) <= MAX_TOKENS
    assert sum(len(piece.split()) for piece in pieces) == 5_000
