"""Near copies of an article are shown as one hit that names the others, each of which stays reachable."""

import json
import random
import time
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
import pytest
from msgspec.structs import replace

from bot.render.citation import carriers
from retrieval.index import IndexReader, Snapshot
from retrieval.index.articles import LoadedArticle
from retrieval.ranking.copies import collapse, fold, repeats
from retrieval.resemblance import bands, near_copies, runs
from retrieval.types import Article, Hit, Passage, Quote

from .conftest import Run, Update, write
from .ranking_parts import Known

WORDS = [
    a + b + c
    for a in ("ba", "ke", "li", "mo", "tu")
    for b in ("ran", "sel", "dim", "vor")
    for c in ("", "ta", "ne", "gu")
]

STORY = (
    "The lighthouse keepers of the northern islands will be paid for the winter after all, the harbour board said on "
    "Tuesday after a night of talks in the custom house.",
    "Forty keepers had stopped winding the clocks that drive the lamps in October, when the board let a second month "
    "pass without wages and told them to wait for the spring.",
    "Inga Tollefsen, who has kept the lamp of Skarholm since her father drowned, said she would climb the stairs again "
    "the same evening and that nobody should thank her for it.",
    "The board finds the money by selling two pilot boats to a fish merchant, who wants to carry ice in them, and by "
    "putting off the new roof of the fog signal station.",
    "Skippers had kept to the harbour for nine days because no light burned between the cape and the sound, and a "
    "cargo of salt lay on the quay until the rain took it.",
    "A second round of talks about the pensions of the widows is to begin after the thaw, when the mail can cross.",
)  # fmt: skip
QUESTION = "how does the board find the money?"


def nonsense(seed: int, length: int) -> str:
    chance = random.Random(seed)
    return " ".join(chance.choice(WORDS) + str(chance.randrange(50)) for _ in range(length))


def edited(text: str, share: float, seed: int) -> str:
    chance = random.Random(seed)
    return " ".join(word if chance.random() > share else "changed" for word in text.split())


def wire_copies(folder: Path) -> None:
    """Write an original and twelve copies with other headlines and datelines, half of them shortened."""
    write(
        folder / "original.md",
        *STORY,
        title="Keepers to be paid for the winter",
        source="Sound Post",
        date="2024-11-05",
    )
    for n in range(12):
        body = [f"CUSTOM HOUSE, {n + 5} November (Agency {n}) — {STORY[0]}", *STORY[1:]]
        body = body[:-1] if n % 2 else body
        write(folder / f"{n}.md", *body, title=f"Lamps lit again {n}", source=f"Paper {n}", date=f"2024-11-{n + 6:02}")
    for n in range(20):
        write(folder / f"other-{n}.md", *(nonsense(100 * n + i, 50) for i in range(5)), title=f"Other {n}")


def test_copies_are_read_once_however_many_hits_name_them(tmp_path: Path, folder: Path, update: Update) -> None:
    wire_copies(tmp_path / "articles")
    update(tmp_path / "articles")
    reading = patch.object(LoadedArticle, "__init__", autospec=True, side_effect=LoadedArticle.__init__)
    with reading as read, IndexReader(folder) as reader, reader.snapshot() as snapshot:
        original = next(article for article in snapshot.articles() if article.source == "Sound Post")
        found = snapshot.article(original.id)
        assert found
        assert [len(snapshot.story_of(found)) for _ in range(3)] == [12, 12, 12]
    assert read.call_count == 13


def test_twelve_wire_copies_are_one_hit(tmp_path: Path, folder: Path, run: Run) -> None:
    wire_copies(tmp_path / "articles")
    assert run("--index", folder, "index", "--model", "hashing", tmp_path / "articles").code == 0
    result: dict[str, Any] = json.loads(run("--index", folder, "ask", QUESTION, "--json", "-k", 10).out)
    texts = [passage["text"] for passage in result["passages"]]
    assert texts.count(STORY[3]) == 1
    first = next(passage for passage in result["passages"] if passage["text"] == STORY[3])
    assert first["article"]["source"] == "Sound Post"
    assert {other["source"] for other in first["also_in"]} == {f"Paper {n}" for n in range(12)}
    assert len(first["also_in"]) == 12
    assert sum("Tuesday after a night" in text for text in texts) <= 1, "a changed dateline makes no other passage"
    for passage in result["passages"]:
        copies = 6 if passage["text"] == STORY[5] else 12
        assert len(passage["also_in"]) == (copies if passage["article"]["source"] == "Sound Post" else 0)
    assert "also in 12: Paper" in run("--index", folder, "ask", QUESTION).out
    for other in first["also_in"]:
        assert STORY[3] in json.loads(run("--index", folder, "articles", "show", other["id"], "--json").out)["text"]


@pytest.mark.parametrize(
    ("text", "here", "there"),
    [
        ("A fire broke out in a house in {} in Tarn early on Friday, and firefighters needed two hours to put it out. "
         "The residents escaped unhurt, and the police asked witnesses to come forward.", "Mill Lane", "Quay Street"),
        ("В пятницу утром в Тарне на улице {} загорелся жилой дом, и пожарным понадобилось два часа, чтобы потушить "
         "огонь. Жильцы не пострадали, а полиция ищет свидетелей пожара.", "Мира", "Победы"),
    ],
)  # fmt: skip
def test_the_same_told_of_another_street_is_no_copy(text: str, here: str, there: str) -> None:
    one, other = (row(street, text.format(street)) for street in (here, there))
    assert not repeats(one.passage, other.passage)
    assert len(fold([one, other], {here: 1, there: 1})) == 2
    [hit] = collapse([Hit(one.passage, one.article, 1.0, Quote(one.passage, 0, 5))], lambda _: [other.article])
    assert hit.also_in == ()
    same = row("c", one.passage.text)
    assert repeats(one.passage, same.passage)
    assert len(fold([one, same], {here: 1, "c": 1})) == 1


def test_a_hundred_copies_do_not_push_others_out(tmp_path: Path, folder: Path, run: Run, update: Update) -> None:
    rows = [{"id": f"copy-{n}", "title": f"Copy {n}", "text": "\n\n".join((*STORY, f"Page {n}."))} for n in range(100)]
    rows += [
        {"id": "other", "text": "The money of the board was found by nobody, and the lamps of the cape stay dark."}
    ]
    dump = tmp_path / "dump.jsonl"
    dump.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    update(dump)
    with patch.object(Snapshot, "sentence_vectors", autospec=True, side_effect=Snapshot.sentence_vectors) as compared:
        hits = json.loads(run("--index", folder, "ask", QUESTION, "--json", "-k", 3).out)["passages"]
    assert sum(len(rows) for _, rows in (call.args for call in compared.call_args_list)) < 200, "few of the 600"
    assert "other" in [hit["article"]["id"] for hit in hits]
    assert max(len(hit["also_in"]) for hit in hits) == 99


def test_exact_copies_are_counted_as_places(tmp_path: Path, folder: Path, run: Run) -> None:
    for name in "abc":
        write(tmp_path / f"{name}.md", *STORY)
    assert run("--index", folder, "index", "--model", "minilm", *tmp_path.glob("*.md")).code == 0
    first = json.loads(run("--index", folder, "ask", QUESTION, "--json").out)["passages"][0]
    assert {Path(place["path"]).name for place in (first["article"], *first["also_in"])} == {"a.md", "b.md", "c.md"}


@pytest.mark.parametrize("share", [0.0, 0.01, 0.02])
@pytest.mark.parametrize("length", [60, 300, 2000])
def test_a_few_edited_words_leave_a_copy(share: float, length: int) -> None:
    found = 0
    for seed in range(10):
        text = nonsense(seed, length)
        left, right = runs(text), runs(edited(text, share, seed))
        found += near_copies(left, right) and bool(set(bands(left)) & set(bands(right)))
    assert found >= (10 if share < 0.02 else 8)


def test_a_shortened_copy_is_one_and_a_rewritten_text_is_none() -> None:
    text = nonsense(1, 400)
    words = text.split()
    assert near_copies(runs(text), runs(" ".join(words[:200])))
    assert not near_copies(runs(text), runs(edited(text, 0.15, 1)))
    assert not near_copies(runs(text), runs(nonsense(2, 400)))
    assert not near_copies(runs("Fog again."), runs("Fog again."))


def test_case_and_punctuation_do_not_matter() -> None:
    text = nonsense(3, 50)
    np.testing.assert_array_equal(runs(text), runs("— " + text.upper().replace(" ", ",  ") + "!"))


def test_signatures_are_the_same_in_every_process() -> None:
    """Signatures are stored: after a change, no index would recognise copies of the articles that it holds."""
    assert bands(runs("the keeper of the lamp wrote the name of every ship into the book that night"))[:2] == [
        4303940745581739046,
        2275838147630125035,
    ]


def test_texts_share_bands_as_often_as_they_are_alike() -> None:
    shared = dict.fromkeys((0.0, 0.5), 0)
    for seed in range(40):
        words = nonsense(seed, 400).split()
        for share in shared:
            kept = round(len(words) * 2 * share / (1 + share))  # a common beginning with this share of the union
            other = " ".join([*words[:kept], nonsense(seed + 1000, 400 - kept)])
            shared[share] += bool(set(bands(runs(" ".join(words)))) & set(bands(runs(other))))
    assert shared[0.0] == 0
    assert shared[0.5] >= 34


def stories_of(folder: Path) -> dict[str, int]:
    with IndexReader(folder) as reader, reader.snapshot() as snapshot:
        articles = snapshot.articles()
        numbers = snapshot.stories([article.id for article in articles])
        return {article.title or "": numbers[article.id] for article in articles if article.id in numbers}


def test_stories_grow_and_meet(tmp_path: Path, folder: Path, update: Update) -> None:
    one, two = nonsense(1, 300), nonsense(2, 300)
    update(write(tmp_path / "1.md", one, title="1"), write(tmp_path / "2.md", two, title="2"))
    assert stories_of(folder) == {}
    update(write(tmp_path / "1a.md", one, "And more.", title="1a"), write(tmp_path / "2a.md", two, "More.", title="2a"))
    found = stories_of(folder)
    assert set(found) == {"1", "1a", "2", "2a"}
    assert found["1"] == found["1a"] != found["2"] == found["2a"]
    update(write(tmp_path / "both.md", one, two, title="both"))
    assert len(stories_of(folder)) == 5
    assert len(set(stories_of(folder).values())) == 1


def test_a_story_outlasts_the_article_that_began_it(tmp_path: Path, folder: Path, update: Update) -> None:
    text = nonsense(1, 300)
    files = [write(tmp_path / f"{n}.md", text, title=str(n)) for n in range(3)]
    update(*files)
    files[0].unlink()
    update(*files[1:], prune=True)
    (tmp_path / "1.md").rename(tmp_path / "moved.md")
    update(tmp_path / "moved.md", files[2], write(tmp_path / "3.md", text, title="3"))
    found = stories_of(folder)
    assert set(found) == {"0", "1", "2", "3"}
    assert len(set(found.values())) == 1


def test_thousands_of_alike_articles_do_not_make_each_other_slow(tmp_path: Path, update: Update) -> None:
    dump = tmp_path / "dump.jsonl"
    text = nonsense(1, 100)
    rows = [{"id": str(n), "text": f"{text} Number {n} of them."} for n in range(1500)]
    times: list[float] = []
    for part in (rows[:500], rows[500:1000], rows[1000:]):
        dump.write_text("\n".join(map(json.dumps, part)), encoding="utf-8")
        dump = dump.rename(tmp_path / f"{len(times)}.jsonl")
        started = time.process_time()
        update(dump)
        times.append(time.process_time() - started)
    assert times[2] < 2 * times[0] + 0.5


def row(key: str, text: str, **facts: Any) -> Known:
    return Known(Passage(f"{key}-p", key, 1, 1, 0, len(text), text), Article(id=key, uri=key, text=text, **facts))


def test_only_copies_of_one_story_are_folded() -> None:
    text, other = nonsense(1, 40), nonsense(2, 40)
    found = [
        row("late", text, published="2024-05-02"),
        row("first", "Agency: " + text, published="2024-05-01"),
        row("elsewhere", text),
        row("late", other),
        row("undated", text),
        row("foreign", text),
    ]
    kept = fold(found, {"late": 1, "first": 1, "undated": 1, "foreign": 2})
    assert [(it.article.id, it.passage.text) for it in kept] == [
        ("first", "Agency: " + text),
        ("elsewhere", text),
        ("late", other),
        ("foreign", text),
    ]


@pytest.mark.parametrize(
    "editions",
    [
        [f"On 3 May {count} were counted." for count in ("11,000 people", "10,000 people", "11.000 people")],
        *(
            [f"TARN, 3 May: It shuts {day}.", f"TARN, 4 May: It shuts {other}.", f"It shuts {day}."]
            for day, other in (
                *(("11 January", "8 February"), ("11. Januar", "8. Februar"), ("le 1er mai", "le 2 mai")),
                ("11 января", "8 января"),
            )
        ),
    ],
)
def test_an_edition_with_another_count_or_day_is_no_copy(editions: list[str]) -> None:
    found = [
        row(str(at), f"{told} {nonsense(1, 40)}", published=f"2024-05-0{at + 1}") for at, told in enumerate(editions)
    ]
    kept = fold(found, {"0": 1, "1": 1, "2": 1})
    assert [it.article.id for it in kept] == ["0", "1"]
    hit = Hit(kept[0].passage, kept[0].article, 1.0, Quote(kept[0].passage, 0, 5))
    (named,) = collapse([hit], lambda _: [it.article for it in found])
    assert [article.id for article in named.also_in] == ["2"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Ida Lund was arrested on Friday.", "Ida Lund was not arrested on Friday."),
        ("Ида Лунд задержана.", "Ида Лунд не задержана."),
        ("Ida Lund wurde verhaftet.", "Ida Lund wurde nicht verhaftet."),
    ],
)
def test_an_edition_that_denies_what_the_first_says_is_no_copy(first: str, second: str) -> None:
    told, more = nonsense(1, 40), "It did not rain, and nobody came to the gate before noon."
    found = [
        row(str(at), f"{it} {told}", published=f"2024-05-0{at + 1}") for at, it in enumerate((first, second, first))
    ]
    assert [it.article.id for it in fold(found, {"0": 1, "1": 1, "2": 1})] == ["0", "1"]
    assert not repeats(found[0].passage, found[1].passage)
    assert repeats(found[0].passage, found[2].passage)
    longer = [row("0", f"{first} {told}", published="2024-05-01"), row("1", f"{first} {told} {more}")]
    assert [it.article.id for it in fold(longer, {"0": 1, "1": 1})] == ["0"]


def test_the_newest_of_the_others_is_named_first() -> None:
    text = nonsense(1, 40)
    it = row("a", text)
    days = {"b": "2024-05-02", "c": None, "d": "2024-05-04T10:00:00", "e": "2024-05-03"}
    mates = [Article(key, key, text, source=f"Paper {key}", published=day) for key, day in days.items()]
    (found,) = collapse([Hit(it.passage, it.article, 1.0, Quote(it.passage, 0, 5))], lambda _: mates)
    assert carriers(found) == ["Paper d (2024-05-04)", "Paper e (2024-05-03)", "Paper b (2024-05-02)", "Paper c"]


def test_a_copy_in_the_same_paper_of_the_same_day_is_not_named() -> None:
    it = row("a", nonsense(1, 40), source="Paper", published="2024-05-02", also_at=("copy of a.md",))
    (found,) = collapse([Hit(it.passage, it.article, 1.0, Quote(it.passage, 0, 5))], lambda _: [])
    assert (len(found.also_in), carriers(found)) == (1, [])


def test_a_hit_names_every_other_article_and_place_once() -> None:
    text = nonsense(1, 40)
    it = row("a", text, path="a.md", also_at=("a2.md",))
    ranked = Article("b", "b", "", path="b.md", also_at=("b2.md",))
    hit = Hit(it.passage, it.article, 1.0, Quote(it.passage, 0, 5), also_in=(ranked,))
    mates = [
        Article("c", "c", "MERRIN, 3 May: " + text, path="c.md"),
        Article("d", "d", text.rsplit(" ", 2)[0] + " in the end", path="d.md"),
        Article("e", "e", nonsense(2, 40), path="e.md"),
        replace(ranked, text=text),
    ]
    (found,) = collapse([hit], lambda article: mates if article.id == "a" else [])
    assert [(article.id, article.path) for article in found.also_in] == [
        ("a", "a2.md"),
        ("b", "b.md"),
        ("b", "b2.md"),
        ("c", "c.md"),
        ("d", "d.md"),
    ]
    assert replace(found, also_in=(ranked,)) == hit
