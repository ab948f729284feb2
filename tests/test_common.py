"""Text that a source repeats in many articles is set aside, whenever they came, and restored once it is not common."""

import random
import shutil
from pathlib import Path

import pytest

from retrieval.articles.boilerplate import common
from retrieval.index import check_index
from retrieval.index.writer import remove_articles
from retrieval.types import PARAGRAPH_BREAK, Article, Dropped, ReadOptions

from .conftest import Update, listed, write

BOX = "The lighthouse prize goes to whoever counts the most seals before the end of the month of August."
WORDS = "harbour ferry council winter bridge market island storm school bakery orchard railway river mill".split()


def paragraph(seed: str) -> str:
    chosen = random.Random(seed)
    return " ".join(["The", *(chosen.choice(WORDS) for _ in range(18)), seed]) + "."


def note(places: Path, name: str, *paragraphs: str, source: str | None = "Harbour Gazette") -> Path:
    return write(places / f"{name}.md", *paragraphs, title=name, **({"source": source} if source else {}))


def own(name: str) -> list[str]:
    return [paragraph(f"{name}{number}") for number in range(3)]


def articles(folder: Path) -> dict[str | None, Article]:
    return {article.title: article for article, _ in listed(folder)}


def with_box(places: Path, name: str, source: str | None = "Harbour Gazette") -> Path:
    first, second, third = own(name)
    return note(places, name, first, second, BOX, third, source=source)


def boxes(places: Path, names: str = "abc") -> Path:
    """Write one article with the box for each name."""
    for name in names:
        with_box(places, name)
    return places


def test_a_paragraph_of_many_articles_is_set_aside_and_shown(tmp_path: Path, folder: Path, update: Update) -> None:
    report = update(boxes(tmp_path / "in", "abcd"))
    assert report.generation == 1
    for name in "abcd":
        article = articles(folder)[name]
        assert article.text.split(PARAGRAPH_BREAK) == own(name)
        assert article.dropped == (Dropped(BOX, "common", 2),)
    assert check_index(folder) == []


def test_what_a_later_article_proves_changes_earlier_ones_and_embeds_nothing_of_them_again(
    tmp_path: Path, folder: Path, update: Update
) -> None:
    update(boxes(tmp_path / "in", "ab"))
    assert BOX in articles(folder)["a"].text
    with_box(tmp_path / "in", "c")
    report = update(tmp_path / "in")
    assert (len(report.added), report.changed, report.embedded) == (1, [], 3)
    assert [BOX in article.text for article in articles(folder).values()] == [False, False, False]
    again = update(tmp_path / "in")
    assert (again.unchanged, again.embedded, again.generation) == (3, 0, report.generation)
    assert check_index(folder) == []


def test_it_comes_back_when_too_few_hold_it(tmp_path: Path, folder: Path, update: Update) -> None:
    update(boxes(tmp_path / "in"))
    note(tmp_path / "in", "c", *own("c"))
    update(tmp_path / "in")
    for name in "ab":
        first, second, third = own(name)
        article = articles(folder)[name]
        assert article.text.split(PARAGRAPH_BREAK) == [first, second, BOX, third]
        assert article.dropped == ()
    assert check_index(folder) == []


def test_it_comes_back_when_a_file_is_gone(tmp_path: Path, folder: Path, update: Update) -> None:
    files = [with_box(tmp_path / "in", name) for name in "abc"]
    update(tmp_path / "in")
    files[2].unlink()
    update(tmp_path / "in", prune=True)
    assert BOX in articles(folder)["a"].text


def test_it_stays_learnt_when_its_articles_move(tmp_path: Path, folder: Path, update: Update) -> None:
    boxes(tmp_path / "in" / "old")
    update(tmp_path / "in")
    (tmp_path / "in" / "old").rename(tmp_path / "in" / "new")
    report = update(tmp_path / "in")
    assert (len(report.moved), report.embedded) == (3, 0)
    assert not any(BOX in article.text for article in articles(folder).values())


def test_an_article_that_lies_elsewhere_too_still_counts(tmp_path: Path, folder: Path, update: Update) -> None:
    places = boxes(tmp_path / "in")
    shutil.copy(places / "a.md", places / "copy.md")
    update(places)
    note(places, "a", *own("d"))
    assert len(update(places).added) == 1
    assert not any(BOX in article.text for article in articles(folder).values())


def test_a_removed_article_counts_no_more(tmp_path: Path, folder: Path, update: Update) -> None:
    update(boxes(tmp_path / "in"))
    remove_articles(folder, [articles(folder)["c"].id])
    note(tmp_path / "in", "d", *own("d"))
    update(tmp_path / "in")
    assert BOX in articles(folder)["a"].text


def test_what_was_learnt_stays_learnt_among_newer_articles(tmp_path: Path, folder: Path, update: Update) -> None:
    update(boxes(tmp_path / "in"))
    for number in range(20):
        note(tmp_path / "in", f"n{number}", *own(f"n{number}"))
    update(tmp_path / "in")
    assert BOX not in articles(folder)["a"].text


def test_sources_learn_each_for_itself(tmp_path: Path, folder: Path, update: Update) -> None:
    for name, source in zip("abcdef", ["One", "Two", None] * 2, strict=True):
        with_box(tmp_path / "in", name, source=source)
    update(tmp_path / "in")
    assert all(BOX in article.text for article in articles(folder).values())


def test_copies_of_one_story_prove_nothing(tmp_path: Path, folder: Path, update: Update) -> None:
    story = [paragraph(f"story{number}") for number in range(6)]
    for name in "abcdef":
        note(tmp_path / "in", name, f"{name.upper()}-town, Monday: the agency has sent the following report.", *story)
    update(tmp_path / "in")
    assert all(story[0] in article.text for article in articles(folder).values())


def test_background_that_few_articles_take_up_is_theirs(tmp_path: Path, folder: Path, update: Update) -> None:
    for number in range(12):
        name = f"n{number}"
        if number < 3:
            with_box(tmp_path / "in", name)
        else:
            note(tmp_path / "in", name, *own(name))
    update(tmp_path / "in")
    assert BOX in articles(folder)["n0"].text


def test_read_whole_it_is_kept(tmp_path: Path, folder: Path, update: Update) -> None:
    update(boxes(tmp_path / "in", "abcd"))
    update(tmp_path / "in", reading=ReadOptions(keep_all=True))
    assert all(BOX in article.text for article in articles(folder).values())
    with_box(tmp_path / "more", "e")
    update(tmp_path / "more")
    assert all(BOX in article.text for article in articles(folder).values())
    update(tmp_path / "in")
    assert not any(BOX in article.text for article in articles(folder).values())


@pytest.mark.parametrize("place", range(4))
def test_setting_aside_is_undone_exactly(place: int) -> None:
    body = own("a")
    body.insert(place, BOX)
    dropped = (Dropped("Menu", "navigation", 0), Dropped("Share this", "share", 2), Dropped("Home", "navigation", 4))
    article = Article(id="a", uri="/a", text=PARAGRAPH_BREAK.join(body), source="Gazette", dropped=dropped)
    keys = set(common.keys(article))
    (box,) = keys - set(common.keys(Article(id="b", uri="/b", text=PARAGRAPH_BREAK.join(own("a")), source="Gazette")))
    aside = common.set_aside(article, {box})
    assert aside.text.split(PARAGRAPH_BREAK) == own("a")
    assert [block.rule for block in aside.dropped].count("common") == 1
    assert set(common.keys(aside)) == keys
    assert common.set_aside(aside, set()) == article


def test_an_article_is_never_emptied() -> None:
    article = Article(id="a", uri="/a", text=BOX, source="Gazette")
    assert common.set_aside(article, set(common.keys(article))) == article
