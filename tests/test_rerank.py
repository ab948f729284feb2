"""Ranking: results of full text and vectors are fused, names count, copies appear once, and order does not matter."""

import random

import numpy as np
import pytest
from msgspec.structs import replace

from retrieval.ranking.following import FollowUpContext, Home
from retrieval.ranking.fusion import attainable, fuse, scaled
from retrieval.types import Article, SignalName

from .ranking_parts import article, candidate, passages, question, rank, unit

FERRY = article(
    "The ferry to Norrholm leaves at seven in the morning. It takes forty minutes in calm weather.\n\n"
    "The old ferry was sold to a museum in Talvik after the winter of 1998 and never sailed again on the lake.\n\n"
    "Passengers complained about the price of tickets, which the council of Norrholm had raised by a third in June.",
    title="The lake ferry",
)


def test_meaning_and_words_both_move_a_passage_up() -> None:
    """A passage near in meaning ranks before a distant one; of two equally near ones, the one with the words wins."""
    first, second, third = passages(FERRY)
    asked = question("When does the ferry leave?", [first, second, third], vector=unit(1, 0))
    near, far = unit(1, 0.2), unit(0, 1)
    hits = rank(
        asked,
        [
            candidate(FERRY, third, vector=far, sentences=np.stack([far])),
            candidate(FERRY, second, vector=near, sentences=np.stack([near])),
            candidate(FERRY, first, vector=near, sentences=np.stack([near, far]), bm25=2.0),
        ],
    )
    assert [hit.passage.ordinal for hit in hits] == [1, 2, 3]


def test_a_model_that_does_not_read_the_question_is_outvoted_by_its_words() -> None:
    """Whether the nearest passage or the one with the question's words wins depends on the trust in the model."""
    first, second, _ = passages(FERRY)
    asked = question("¿Cuándo sale el ferry a Norrholm?", [first, second], vector=unit(1, 0), language="es")
    near, far = unit(1, 0.6), unit(0.2, 1)
    found = [
        candidate(FERRY, second, vector=near, sentences=np.stack([near])),
        candidate(FERRY, first, vector=far, sentences=np.stack([far, far]), bm25=3.0),
    ]
    best = [rank(replace(asked, trust=trust), found)[0].passage.ordinal for trust in (1.0, 0.0)]
    assert best == [2, 1]


def test_a_name_of_the_question_decides_between_equals() -> None:
    """Of two passages with equal scores for words and meaning, the one with the name asked for ranks first."""
    one, other = (
        article("The bridge in Talvik was built in 1931 by the county and is closed in winter.", name="t"),
        article("The bridge in Norrholm was built in 1954 by the county and is closed in winter.", name="n"),
    )
    found = [*passages(one), *passages(other)]
    asked = question("Who built the bridge in Norrholm?", found, vector=unit(1, 0))
    same = unit(1, 1)
    hits = rank(asked, [candidate(it, p, vector=same, bm25=1.0) for it, p in zip((one, other), found, strict=True)])
    assert hits[0].article.id == "n"


@pytest.mark.parametrize("told", ["in the paper", "in February"])
@pytest.mark.parametrize("asked", ["Was kostete die Butter im Februar?", "What did butter cost in February?"])
def test_a_month_of_the_question_decides_between_equals(told: str, asked: str) -> None:
    """Either the text mentions the month, in any language, or it was published then."""
    spring = replace(article("A pack of butter cost three pounds, it says in March.", name="m"), published="2026-03-09")
    winter = article(f"A pack of butter cost two pounds, it says {told}.", name="f")
    winter = replace(winter, published="2026-03-01" if "Feb" in told else "2026-02-10")
    found = [*passages(spring), *passages(winter)]
    near = np.stack([unit(1, 1)])
    texts = [
        candidate(it, passage, vector=unit(1, 1), sentences=near, bm25=1.0)
        for it, passage in zip((spring, winter), found, strict=True)
    ]
    about = question(asked, found, vector=unit(1, 0), language="de" if asked.startswith("Was") else "en")
    assert [hit.article.id for hit in rank(about, texts)] == ["f", "m"]


@pytest.mark.parametrize(
    ("asked", "first"), [("How many died in the crash?", 2), ("Where was the coach in the crash going to?", 1)]
)
def test_how_many_died_is_told_where_the_dead_are_counted(asked: str, first: int) -> None:
    crash = article(
        "The coach in the crash was on its way from Hull to Perth with 31 passengers on board, and the road wet.\n\n"
        "Two people were killed, a woman and a man, and seven others were hurt when it left the road at the wide bend."
    )
    found = passages(crash)
    vectors = (unit(1, 0.3), unit(1, 0.75))
    near = [candidate(crash, it, vector=at, sentences=np.stack([at])) for it, at in zip(found, vectors, strict=True)]
    assert rank(question(asked, found, vector=unit(1, 0)), near)[0].passage.ordinal == first


PRISON = article(
    "The prison at Norrholm stands eleven kilometres outside the town and was built for three hundred people.\n\n"
    "In one cell there were twenty-six at the worst, and they slept by turns, in shifts of three hours each night.",
    name="prison",
)


def test_a_name_that_another_passage_of_the_article_has_is_not_missed() -> None:
    """A long article names the place only once: its nearer passage ranks before the one with the name."""
    named, nearer = passages(PRISON)
    asked = question("How many people were held in Norrholm?", [named, nearer], vector=unit(1, 0))
    found = [candidate(PRISON, named, vector=unit(1, 0.6)), candidate(PRISON, nearer, vector=unit(1, 0.3))]
    assert [hit.passage.ordinal for hit in rank(asked, found)] == [2, 1]


def test_a_line_between_title_and_text_goes_behind_what_it_announces() -> None:
    """It has the question's words, but the answer is in the text. With a full stop it would count as a statement."""
    for end, order in (("", [2, 1]), (".", [1, 2])):
        it = article(
            f"How the prison at Norrholm broke those who would not sign, and how a cook carried the list out{end}\n\n"
            "Halyna Shevchuk, who boiled the porridge for three wings, sewed the labels into the lining of a coat, and "
            "nobody looked there when she was let go in January, after two years and six months in the same wing."
        )
        line, told = passages(it)
        asked = question("How was it carried out?", [line, told], vector=unit(1, 0))
        found = [candidate(it, line, vector=unit(1, 0.3)), candidate(it, told, vector=unit(1, 0.4))]
        assert [hit.passage.ordinal for hit in rank(asked, found)] == order


def test_a_passage_has_a_share_in_the_words_of_its_article() -> None:
    """Of two passages with equal scores, the one whose article mentions the subject elsewhere ranks first."""
    other = article("In one cell there were nineteen at the worst, and they slept on straw till daybreak.", name="o")
    named, inside = passages(PRISON)
    [alone] = passages(other)
    asked = question("how many people in a cell of the prison", [named, inside, alone], vector=unit(1, 0))
    same = unit(1, 0.3)
    found = [
        candidate(other, alone, vector=same, bm25=0.5),
        candidate(PRISON, inside, vector=same, bm25=0.5),
        candidate(PRISON, named, vector=unit(0, 1), bm25=2.0),
    ]
    ranked = [hit.passage.text for hit in rank(asked, found)]
    assert ranked.index(inside.text) < ranked.index(alone.text)


@pytest.mark.parametrize(
    ("language", "text", "asked", "said"),
    [
        ("en", "The barrister, Peter Sayle, told the judge that his client was sorry about the fraud. “You clicked a "
         "mouse,” said the judge, Amara Okonjo.", "what did the judge say about the fraud?", "clicked a mouse"),
        ("de", "Der Betrug an der Bank war groß, sagte Anwalt Peter Saal. „Es war ein Klick“, sagte Richterin Anna "
         "Neff.", "was sagte die Richterin zum Betrug an der Bank", "ein Klick"),
        ("es", "El fraude del banco fue grande, dijo el abogado Pedro Sala. «Fue un clic», dijo la jueza Ana Neila.",
         "qué dijo la jueza del fraude del banco", "un clic"),
        ("ru", "Обман банка был велик, сказал адвокат Пётр Салин. «Это был один щелчок», — сказала судья Анна Нева.",
         "что сказала судья Нева об обмане банка", "один щелчок"),
        ("en", "The bank, which two brothers from the valley founded, who made their money in timber and rope and salt "
         "and never trusted paper, lost four million by the fraud, the barrister told Amara Okonjo. The bank lost nine "
         "million by the fraud, said Amara Okonjo.", "how much did the bank lose by the fraud according to Okonjo",
         "nine million"),
        ("uk", "Банк, який заснували двоє братів із долини, що розбагатіли на лісі, солі та мотузках і ніколи й нікому "
         "не вірили на слово, втратив через обман чотири мільйони, почула від захисника на суді Анна Нева. Банк "
         "втратив через обман дев'ять мільйонів, каже Анна Нева.", "скільки банк втратив через обман за словами Неви",
         "дев'ять"),
    ],
)  # fmt: skip
def test_the_words_of_whom_the_question_names_are_quoted(language: str, text: str, asked: str, said: str) -> None:
    it = article(text, language=language)
    found = passages(it)
    (hit,) = rank(question(asked, found, language=language, articles=language), [candidate(it, found[0], bm25=1.0)])
    assert said in hit.quote.text


@pytest.mark.parametrize(
    ("carried", "said"), [("Amara Okonjo", "clicked a mouse"), ("Sayle", "sorry"), ("", "about the fraud")]
)
def test_the_words_of_whom_the_conversation_names_are_quoted(carried: str, said: str) -> None:
    it = article(
        "Last week in the court of Tarn, the barrister Peter Sayle said that his client was sorry about the fraud. "
        "On Monday, after three days of it, Judge Amara Okonjo said that he had clicked a mouse, and knew the fraud."
    )
    found = passages(it)
    asked = replace(question(f"what did they say about the fraud? ({carried})", found), carried=carried)
    (hit,) = rank(asked, [candidate(it, found[0], bm25=1.0)])
    assert said in hit.quote.text
    assert not hit.signal(SignalName.LACKING).value


def test_a_passage_in_another_language_is_given_for_the_words_it_cannot_share() -> None:
    mine = article("The ferry was late on Monday, and nobody knew why it was so.", name="en")
    theirs = article("Der Deich brach am Montag, und niemand wusste, wie es dazu kam.", name="de", language="de")
    both = [*passages(mine), *passages(theirs)]
    found = [
        candidate(it, passage, vector=vector, sentences=vector[None, :])
        for it, passage, vector in zip((mine, theirs), both, (unit(0.80, 0.6), unit(0.79, 0.613)), strict=True)
    ]
    asked = question("Why did the dike break?", both, vector=unit(1, 0))
    assert [hit.article.id for hit in rank(asked, found)] == ["en", "de"]
    assert [hit.article.id for hit in rank(replace(asked, model="multilingual"), found)] == ["de", "en"]


@pytest.mark.parametrize(("days", "first"), [(("2024-03-01", "2026-01-12"), "n"), (("2026-01-12", "2024-03-01"), "t")])
def test_of_passages_that_fit_alike_the_newer_comes_first(days: tuple[str, str], first: str) -> None:
    one = replace(article("The mayor of Norrholm is Ada Lind, who was a teacher.", name="t"), published=days[0])
    other = replace(article("The mayor of Norrholm is Per Moe, who was a baker.", name="n"), published=days[1])
    undated = article("The mayor of Norrholm was Eva Dahl, who was a nurse.", name="u")
    found = [passage for it in (one, other, undated) for passage in passages(it)]
    asked = question("Who is the mayor of Norrholm?", found, vector=unit(1, 0))
    texts = [
        candidate(it, passage, vector=unit(1, 1), sentences=np.stack([unit(1, 1)]), bm25=2.0)
        for it in (undated, one, other)
        for passage in passages(it)
    ]
    assert [hit.article.id for hit in rank(asked, texts)] == [first, "u", "n" if first == "t" else "t"]


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("ferry?", 1),
        ("what's happening with the lake ferry", 1),
        ("latest headlines about the lake ferry", 1),
        ("when does the lake ferry sail", 2),
        ("sold lake ferry", 2),
    ],
)
def test_what_names_but_the_headline_asks_for_the_news(asked: str, first: int) -> None:
    """Of two paragraphs that match about equally, the first has the news; who asks for a detail gets the other one."""
    lead, later, _ = passages(FERRY)
    vectors = {1: unit(1, 0.33), 2: unit(1, 0.3)}
    found = [
        candidate(FERRY, it, vector=vectors[it.ordinal], sentences=np.stack([vectors[it.ordinal]] * len(it.sentences)))
        for it in (lead, later)
    ]
    hits = rank(question(asked, [lead, later], vector=unit(1, 0)), found)
    assert hits[0].passage.ordinal == first


def test_a_near_copy_is_named_and_not_repeated() -> None:
    """Two articles with the same paragraph, in one of them twice, give one hit, which names the other article."""
    text = "The council of Talvik has decided to keep the library open on Sundays from the first of October."
    one, two = article(f"{text}\n\n{text}", name="one"), article(text, name="two")
    among = [candidate(it, passage, bm25=1.0) for it in (one, two) for passage in passages(it)]
    hits = rank(question("When is the library open?", [it.row.passage for it in among]), among)
    assert len(among) == 3
    assert len(hits) == 1
    assert [it.id for it in hits[0].also_in] == ["two"]


def test_the_order_of_candidates_changes_nothing() -> None:
    """Ranking depends only on the set of candidates."""
    found = passages(FERRY)
    vectors = [unit(1, 0.1), unit(1, 0.5), unit(0.2, 1)]
    asked = question("What did the council raise?", found, vector=unit(1, 0))
    all_of_them = [
        candidate(FERRY, p, vector=v, bm25=float(at)) for at, (p, v) in enumerate(zip(found, vectors, strict=True))
    ]
    expected = [hit.passage.id for hit in rank(asked, all_of_them)]
    for seed in range(5):
        random.Random(seed).shuffle(all_of_them)
        assert [hit.passage.id for hit in rank(asked, all_of_them)] == expected


def test_words_alone_rank_an_index_without_vectors() -> None:
    """Without vectors the full-text score ranks, and nothing is said of how near a hit is, so that words judge it."""
    found = passages(FERRY)
    for asked in (question("museum in Talvik", found, model="text"), question("museum", found, vector=unit(1, 0))):
        hits = rank(asked, [candidate(FERRY, p, bm25=3.0 * ("museum" in p.text)) for p in found])
        assert hits[0].passage.ordinal == 2
        assert all(SignalName.NEARNESS not in hit.values for hit in hits)


def test_no_candidates_give_no_hits() -> None:
    assert rank(question("anything", []), []) == []


def test_limit_bounds_the_hits() -> None:
    found = passages(FERRY)
    asked = question("ferry", found)
    among = [candidate(FERRY, p, bm25=1.0) for p in found]
    assert [len(rank(asked, among, limit=2, further=further)) for further in (0, 3)] == [2, 3]


def test_of_passages_that_fit_alike_those_of_the_last_answers_article_come_first_then_those_of_its_source() -> None:
    mayors = {"a": "Ada Lind", "b": "Per Moe", "c": "Eva Dahl"}
    one, two, three = (article(f"The mayor of Norrholm is {who}, a teacher.", name=key) for key, who in mayors.items())
    among = [candidate(it, passages(it)[0], bm25=2.0) for it in (replace(one, source="The Lake Courier"), two, three)]
    asked = question("Who is the mayor of Norrholm?", [it.row.passage for it in among])
    assert [hit.article.id for hit in rank(asked, among)] == ["a", "b", "c"]
    home = Home("c", "The Valley Post")
    assert [hit.article.id for hit in rank(replace(asked, home=home), among)] == ["c", "b", "a"]


def test_a_passage_without_sentences_is_quoted_whole() -> None:
    """An index of another version may hold passages whose sentences were not marked."""
    it: Article = article("Talvik")
    bare = passages(it)[0]
    hits = rank(question("Talvik", [bare]), [candidate(it, type(bare)("x", "a", 1, 1, 0, 6, "Talvik", ()), bm25=1.0)])
    assert hits[0].quote.text == "Talvik"


def test_sentences_of_another_version_are_not_compared() -> None:
    """An index split by an earlier version still answers until it is split again."""
    it = article("The ferry left at dawn. Nobody saw it leave.")
    found = passages(it)
    asked = question("When did the ferry leave?", found, vector=unit(1, 0))
    old = np.stack([unit(1, 0), unit(0, 1), unit(1, 1)])
    (hit,) = rank(asked, [candidate(it, found[0], bm25=1.0, vector=unit(1, 0), sentences=old)])
    assert hit.quote.text.startswith("The ferry left")


def test_words_count_for_little_where_few_of_them_match_anywhere() -> None:
    """Scores are relative to the best attainable one: one shared name does not outweigh meaning across languages."""
    rare, unknown = 1, 0
    one_of_four = attainable([rare], 1000) / attainable([rare, unknown, unknown, unknown], 1000)
    assert one_of_four < 0.3
    near, far = np.array([0.6]), np.array([0.2])
    assert fuse(near, near, np.array([0.0])) > fuse(far, far, np.array([one_of_four]))


def test_words_that_every_passage_has_tell_nothing() -> None:
    """In an index about one subject its words cannot rank: the attainable score stays far above the actual ones."""
    assert attainable([10, 10, 10], 10) > 2
    assert attainable([12], 10) > 2, "counts may be ahead of the number of passages while an index is written"


def test_models_are_brought_to_one_scale() -> None:
    """After scaling, an unrelated text is near 0 and a good match far above, whatever the model's similarities."""
    assert abs(scaled(np.array([0.7]), "multilingual")[0]) < 0.15
    assert scaled(np.array([0.84]), "multilingual")[0] > 0.5
    assert scaled(np.array([0.6]), "minilm")[0] == 0.6
    assert scaled(np.array([0.6]), "a model nobody has measured")[0] == 0.6


def followed(first: str, own: str, carried: str, text: str, *, model: str = "minilm", sentences: bool = True) -> str:
    """Return the quote for a follow-up after a first quote, in one article with all of its paragraphs as candidates."""
    it = article(text)
    found = passages(it)
    near = unit(1, 0)
    rows = [np.stack([near] * len(passage.sentences)) if sentences else None for passage in found]
    asked = question(f"{own} ({carried})", found, vector=near, model=model)
    after = replace(asked, before=FollowUpContext((first,), own, near))
    among = [
        candidate(it, passage, vector=near, sentences=row, bm25=1.0) for passage, row in zip(found, rows, strict=True)
    ]
    return rank(after, among)[0].quote.text


BRIDGE = (
    "The bridge over the Ilm was opened by Mayor Brandt in May.\n\n"
    "The crossing has two green towers, and a keeper lives in one of them with his dog.\n\n"
    "The county pays four million crowns."
)


@pytest.mark.parametrize("sentences", [True, False])
@pytest.mark.parametrize(
    ("own", "expected"), [("who pays for it?", "The county pays"), ("who opened it?", "The bridge over the Ilm")]
)
def test_what_was_shown_answers_a_follow_up_only_by_what_it_says(own: str, expected: str, *, sentences: bool) -> None:
    shown = BRIDGE.partition("\n")[0]
    assert followed(shown, own, "bridge, Ilm, Mayor Brandt", BRIDGE, sentences=sentences).startswith(expected)
