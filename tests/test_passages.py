"""Passages are exact spans of their article, usually whole paragraphs, and together lose nothing but white space."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.index.embedding_text import embedding_text
from retrieval.passages import CHARS_A_WORD, MAX_WORDS, MIN_WORDS, heading_above, headline, split
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
    assert all(p.paragraph == article.paragraph_at(p.start) for p in found)


class CountedText(str):
    """A text that knows how much of it was searched by `count`."""

    searched = 0

    def count(self, sub: str, start: Any = None, end: Any = None, /) -> int:
        self.searched += len(range(len(self))[start:end])
        return super().count(sub, start, end)


def test_the_paragraphs_of_a_long_text_are_counted_once() -> None:
    text = CountedText("\n\n".join([f"The {'word ' * MIN_WORDS}ends."] * 1_000))
    assert [passage.paragraph for passage in split(Article("a", "a", text))] == list(range(1, 1_001))
    assert text.searched <= len(text)


@given(st.lists(PARAGRAPH, min_size=1, max_size=4))
def test_sentences_are_spans_of_their_passage_and_cover_it(paragraphs: list[str]) -> None:
    for passage in split(Article("a", "a", "\n\n".join(paragraphs))):
        covered = "".join(passage.text[start:end] for start, end in passage.sentences)
        assert "".join(covered.split()) == "".join(passage.text.split())


def test_paragraphs_stay_whole_and_apart() -> None:
    first, second = "The ferry left at dawn. " * 4, "Nobody on the quay saw it leave. " * 4
    assert passages_of(f"{first.strip()}\n\n{second.strip()}") == [first.strip(), second.strip()]


def test_a_short_paragraph_is_not_joined_to_one_that_it_makes_too_long() -> None:
    full = " ".join(["The ferry sails from the northern quay at noon today."] * (MAX_WORDS // 10))
    assert passages_of(f"A short start.\n\n{full}\n\nA short end.") == ["A short start.", full, "A short end."]


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


BODY = "The commission met on Monday and heard forty witnesses, among them the keeper of the dam and his wife."


def test_the_last_words_of_a_section_stay_in_it() -> None:
    last = "Nobody has a right to a place."
    assert passages_of(f"{BODY}\n\n{last}\n\nFees\n\nA year: 120 euros.\n\n{BODY}") == [
        f"{BODY}\n\n{last}", f"Fees\n\nA year: 120 euros.\n\n{BODY}"
    ]  # fmt: skip


@pytest.mark.parametrize("claim", ["«Boiled water is safe»", "« L'eau bouillie est sûre »", "Claim 2: “It is safe”"])
def test_a_claim_in_quotation_marks_heads_its_verdict(claim: str) -> None:
    assert passages_of(f"{BODY}\n\nVerdict: true.\n\n{claim}\n\nVerdict: false.\n\n{BODY}") == [
        f"{BODY}\n\nVerdict: true.", f"{claim}\n\nVerdict: false.\n\n{BODY}"
    ]  # fmt: skip


@pytest.mark.parametrize("spoken", ["“It is safe.”", "« Elle est sûre. »", "« Elle est sûre ! »", "»Ist sie das?«"])
def test_a_line_that_is_spoken_is_no_subheading(spoken: str) -> None:
    assert heading_above(f"{BODY}\n\n{spoken}\n\n{BODY}", len(BODY) + len(spoken) + 4) is None


@pytest.mark.parametrize("asker", ["", " (J. F., Hob Moor)"])
def test_a_question_that_is_longer_than_a_heading_joins_what_answers_it(asker: str) -> None:
    question = f"My neighbour's hedge is three metres high and since May I get no light. Can I cut it myself?{asker}"
    answer = " ".join(["You may cut what hangs over your side, back to the boundary."] * 2)
    assert passages_of(f"{answer}\n\n{question}\n\n{answer}") == [answer, f"{question}\n\n{answer}"]


def test_a_signature_is_no_subheading() -> None:
    assert passages_of(f"{BODY}\n\nWalter Hembry\n\nCobbler's Lane, Millbrook") == [
        f"{BODY}\n\nWalter Hembry\n\nCobbler's Lane, Millbrook"
    ]


@pytest.mark.parametrize("name", ["Cyril Ames, Upper Orrin", "Dr. Eva von Lang, Köln", "— Carol"])
def test_the_name_under_a_letter_heads_not_the_next_one(name: str) -> None:
    assert passages_of(f"{BODY}\n\n{name}\n\nBones to pick\n\n{BODY}") == [
        f"{BODY}\n\n{name}", f"Bones to pick\n\n{BODY}"
    ]  # fmt: skip
    assert passages_of(f"{BODY}\n\nCyril Ames, Upper Orrin\n\n{BODY}") == [BODY, f"Cyril Ames, Upper Orrin\n\n{BODY}"]


@pytest.mark.parametrize(
    "reason", ["The main reason is", "Grund ist", "La cause :", "El motivo es", "Причина —", "Причиною є"]
)
def test_a_reason_stays_with_what_it_explains(reason: str) -> None:
    told = f"{reason} {BODY}"
    assert passages_of(f"{BODY}\n\n{told}\n\n{BODY}") == [f"{BODY}\n\n{told}", BODY]
    assert passages_of(f"{BODY}\n\nThat {told}") == [BODY, f"That {told}"]
    assert passages_of(f"{BODY}\n\nGrundstück {BODY}") == [BODY, f"Grundstück {BODY}"]


def test_a_list_stays_with_what_announces_it() -> None:
    listed = [
        "Before you close the account, which nobody can undo once it has been done, you have to:",
        "pay off what you have drawn beyond your own money, with the interest of that month, in full,",
        "download your statements; we keep them for six years, but nobody can see them any more in the app",
        "and move your standing orders.",
    ]
    assert passages_of("\n\n".join([*listed, BODY])) == ["\n\n".join(listed), BODY]


@pytest.mark.parametrize("item", ["- {}, who has led the council since the last election;", "• {} and her party"])
def test_the_items_of_a_list_are_one_passage(item: str) -> None:
    listed = ["Standing are, in the order in which they will be on the paper that voters get:"]
    listed += [item.format(name) for name in "Ann Bea Cleo Dot Eve Fay Gwen".split()]
    listed[-1] = listed[-1].replace(";", ".")
    assert passages_of("\n\n".join([BODY, *listed, BODY])) == [BODY, "\n\n".join(listed), BODY]
    turns = [f"– {BODY}"] * 2
    assert passages_of("\n\n".join(turns)) == turns


@pytest.mark.parametrize(
    "row",
    ["Subject {}: 2026 51.8; 2025 52.1", "{}: 5 crowns", "Line {}: from the station to the old mill; every {} minutes"],
)
def test_the_rows_of_a_table_are_one_passage_and_head_nothing(row: str) -> None:
    table = [row.format(word, 20) for word in "Physics Chemistry Biology History Music Art".split()]
    assert passages_of("\n\n".join([BODY, *table, BODY])) == [BODY, "\n\n".join(table), BODY]
    assert passages_of("\n\n".join(["The lines", *table, BODY])) == ["\n\n".join(["The lines", *table]), BODY]


def test_what_stands_under_a_subheading_further_up_is_known() -> None:
    text = "\n\n".join([BODY, "What we do not take", BODY, "Tyres are for the yard", "paint", BODY, "Charges", BODY])
    found = [
        (passage.text.split("\n")[0][:8], heading_above(text, passage.start))
        for passage in split(Article("a", "a", text))
    ]
    assert found == [("The comm", None), ("What we ", None), ("Tyres ar", None), ("Charges", None)]
    below = "\n\n".join([BODY, "What we do not take", BODY, BODY.replace("Monday", "Friday")])
    assert heading_above(below, below.rindex("The comm")) == "What we do not take"
    items = "\n\n".join(["What it costs", "Tyres: 5 crowns", "Paint: free", "Glass", BODY, BODY])
    assert heading_above(items, items.index("Paint")) == "What it costs"
    assert (
        heading_above(items, items.rindex("The comm")) is None
    )  # "Glass" may be the last item of the list or the heading of what follows


def test_the_model_reads_a_short_passage_with_the_subheading_that_it_stands_under() -> None:
    long = " ".join([BODY] * 3)
    article = Article("a", "a", "\n\n".join(["What we do not take", BODY, BODY + " No.", long]), title="Bulky waste")
    heads = [embedding_text(article, passage).head for passage in split(article)]
    assert heads == ["Bulky waste\n", "Bulky waste\nWhat we do not take\n", "Bulky waste\n"]


@pytest.mark.parametrize(
    ("first", "below", "told"),
    [
        ("How a mill came to stand still, and who lit its lamp", BODY, True),
        ("A mill stands still since March. What became of its lamp is told by few.", BODY, True),
        ("The lamp of the mill.", BODY, False),
        (" ".join([BODY] * 2), BODY, False),
        (BODY, f"{BODY}\n\nWhat we do not take\n\n{BODY}", False),
        (BODY, f"Why did the mill stop?\n\n{BODY}\n\nWho lit its lamp?\n\n{BODY}", True),
        (BODY, f"My bin is full. May I burn it?\n\n{BODY}\n\nWho lit its lamp?\n\n{BODY}", False),
        (f"{BODY} Who lit its lamp?", f"{BODY}\n\nWhy did the mill stop?\n\n{BODY}", False),
    ],
)
def test_every_passage_is_known_by_the_standfirst_of_its_article(first: str, below: str, told: bool) -> None:
    """A long first paragraph is not a standfirst; above subheadings it covers only its own section, above an interview
    everything, above readers' questions nothing else."""
    article = Article("a", "a", f"{first}\n\n{below}", title="The mill")
    known = "The mill" + told * f" – {first}"
    assert headline(article.title, article.text) == known
    assert embedding_text(article, split(article)[-1]).head.startswith(known)
    assert headline("The mill", first) == "The mill"


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
