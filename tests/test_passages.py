"""Passages are exact spans of their article, whole paragraphs as a rule, and lose nothing but white space."""

from hypothesis import given
from hypothesis import strategies as st

from retrieval.passages import CHARS_A_WORD, MAX_WORDS, MIN_WORDS, split
from retrieval.types import Article


def length(text: str) -> int:
    return max(len(text.split()), len(text) // CHARS_A_WORD)


def passages_of(text: str) -> list[str]:
    return [passage.text for passage in split(Article("a", "a", text))]


PARAGRAPH = st.text(st.sampled_from("abc def. ! “”é—1,"), min_size=1, max_size=9_000).map(str.strip).filter(bool)


@given(st.lists(PARAGRAPH, min_size=1, max_size=6))
def test_every_passage_is_a_span_and_nothing_is_lost(paragraphs: list[str]) -> None:
    article = Article("a", "a", "\n\n".join(paragraphs))
    found = split(article)
    assert all(p.text == article.text[p.start : p.end] == p.text.strip() for p in found)
    assert "".join("".join(p.text.split()) for p in found) == "".join(article.text.split())
    assert all(length(p.text) <= MAX_WORDS for p in found)
    assert [p.ordinal for p in found] == list(range(1, len(found) + 1))
    assert len({p.id for p in found}) == len(found)


@given(st.lists(PARAGRAPH, min_size=1, max_size=4))
def test_sentences_are_spans_of_their_passage_and_cover_it(paragraphs: list[str]) -> None:
    for passage in split(Article("a", "a", "\n\n".join(paragraphs))):
        covered = "".join(passage.text[start:end] for start, end in passage.sentences)
        assert "".join(covered.split()) == "".join(passage.text.split())


def test_paragraphs_stay_whole_and_apart() -> None:
    first, second = "The ferry left at dawn. " * 4, "Nobody on the quay saw it leave. " * 4
    assert passages_of(f"{first.strip()}\n\n{second.strip()}") == [first.strip(), second.strip()]


def test_a_subheading_joins_what_follows() -> None:
    body = "The commission met on Monday and heard forty witnesses, among them the keeper of the dam and his wife."
    assert passages_of(f"What went wrong\n\n{body}") == [f"What went wrong\n\n{body}"]
    assert len(body.split()) > MIN_WORDS


def test_a_subheading_stands_in_no_passage_without_its_paragraph() -> None:
    line = "The commission met on Monday and nobody was there."
    for words in (MIN_WORDS, MAX_WORDS - 5, 2 * MAX_WORDS):
        body = " ".join([line] * (words // len(line.split()) + 1))
        for above in ("", f"{line}\n\n"):
            pieces = passages_of(f"{above}What went wrong on that day\n\n{body}")
            assert sum(f"What went wrong on that day\n\n{line}" in piece for piece in pieces) == 1


def test_a_long_paragraph_is_cut_at_a_sentence_and_not_inside_a_quotation() -> None:
    calm = "The water rose in the night and nobody noticed it."
    quotation = "“It came over the wall. We ran. Then the lights went out,” said Mara Quill, who keeps the mill."
    pieces = passages_of(" ".join([calm] * 19 + [quotation] + [calm] * 20))
    assert [len(passages_of(" ".join([calm] * 30))), len(pieces)] == [1, 2]
    assert all(piece.count("“") == piece.count("”") for piece in pieces)
    assert all(piece.endswith(".") for piece in pieces)


def test_a_finished_german_quotation_is_not_open() -> None:
    calm = "Das Wasser stieg in der Nacht und keiner sah es."
    pieces = passages_of(" ".join(["„Ja“, sagte sie.", *[calm] * 50]))
    assert len(pieces) == 2
    assert abs(length(pieces[0]) - length(pieces[1])) <= len(calm.split())


def test_a_passage_keeps_its_id_while_other_paragraphs_change() -> None:
    kept = "The keeper of the dam told the commission that nobody had rung the bell that night, nor before. " * 2
    before = split(Article("a", "a", f"{'Old text here. ' * 20}\n\n{kept.strip()}"))
    after = split(Article("a", "a", f"{'New words there. ' * 20}\n\n{kept.strip()}"))
    assert before[-1].id == after[-1].id
    assert before[0].id != after[0].id


def test_a_paragraph_without_an_end_is_cut_at_spaces() -> None:
    pieces = passages_of("word " * 5_000)
    assert max(map(length, pieces)) <= MAX_WORDS
    assert sum(len(piece.split()) for piece in pieces) == 5_000


def test_text_without_spaces_is_cut() -> None:
    pieces = passages_of("水" * 20_000)
    assert max(map(length, pieces)) <= MAX_WORDS
    assert "".join(pieces) == "水" * 20_000
