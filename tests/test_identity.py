"""An article is identified by its content: a moved file is the same one, copies are one article in many places."""

import json
import os
from collections.abc import Generator, Iterable
from pathlib import Path

import pytest

from bot.cli import main
from retrieval.articles.parallel import ReadFile, read_all
from retrieval.index import IndexReader, check_index
from retrieval.index.writer import remove_articles
from retrieval.types import ReadOptions

from .conftest import DAWN, DUSK, QUAY, Update, bytes_of, listed, write

FOG = "The fog that had come in at noon stayed over the islands until the lamp was lit and the horn was wound."


def ids(folder: Path) -> list[tuple[str, list[str]]]:
    return sorted((article.id, [passage.id for passage in passages]) for article, passages in listed(folder))


def test_a_moved_file_is_the_same_article(tmp_path: Path, folder: Path, update: Update) -> None:
    places = tmp_path / "articles"
    (places / "sub").mkdir(parents=True)
    old = write(places / "old.md", DAWN, DUSK)
    update(places)
    before = ids(folder)
    new = old.rename(places / "sub" / "new.md")
    report = update(places)
    assert (report.added, report.changed, report.removed, report.missing, report.embedded) == ([], [], [], [], 0)
    assert report.moved == [before[0][0]]
    assert ids(folder) == before
    article = listed(folder)[0][0]
    assert (article.uri, article.path, article.also_at) == (str(new), str(new), ())
    assert b"old.md" not in bytes_of(folder)
    again = update(places)
    assert (again.moved, again.unchanged, again.generation) == ([], 1, report.generation)
    assert check_index(folder) == []


def test_a_moved_file_is_the_same_article_for_a_reader_that_knew_it(
    tmp_path: Path, folder: Path, update: Update
) -> None:
    old = write(tmp_path / "old.md", DAWN, DUSK)
    update(old)
    with IndexReader(folder) as reader:
        with reader.snapshot() as snapshot:
            rows = snapshot.store.ids.tolist()
            assert snapshot.rows(rows)[0].article.path == str(old)
        new = old.rename(tmp_path / "new.md")
        update(new)
        with reader.snapshot() as snapshot:
            assert snapshot.store.ids.tolist() == rows
            assert snapshot.rows(rows)[0].article.path == str(new)
            assert snapshot.full_text(["hors"], 5)


def test_a_folder_is_renamed_and_one_of_its_files_edited(tmp_path: Path, folder: Path, update: Update) -> None:
    places = tmp_path / "articles"
    for name, text in (("1", DAWN), ("2", DUSK), ("3", QUAY)):
        write(places / "a" / f"{name}.md", text, title=name)
    update(places)
    before = dict(ids(folder))
    (places / "a").rename(places / "b")
    write(places / "b" / "3.md", FOG, title="3")
    report = update(places, prune=True)
    assert (len(report.moved), len(report.added), len(report.removed), report.embedded) == (2, 1, 1, 1)
    kept = {key: names for key, names in ids(folder) if key in before}
    assert kept == {key: before[key] for key in report.moved}


@pytest.mark.parametrize("link", ["the file", "the folder"])
def test_what_gave_way_to_a_link_is_gone(link: str, tmp_path: Path, folder: Path, update: Update) -> None:
    """The articles lie where the link leads to now, as after `mv articles /data; ln -s /data/articles`."""
    places, store = tmp_path / "articles", tmp_path / "store"
    first, second = write(places / "a.md", DAWN), write(places / "b.md", DUSK, title="Horses")
    update(places)
    if link == "the folder":
        places.rename(store)
        places.symlink_to(store)
    else:
        store.mkdir()
        for file in (first, second):
            file.rename(store / file.name)
            file.symlink_to(store / file.name)
    write(store / "b.md", FOG, title="Horses")
    report = update()
    assert (len(report.moved), len(report.added), report.missing) == (1, 1, [str(second)])
    report = update(prune=True)
    assert (len(report.removed), report.failed) == (1, [])
    assert {article.uri for article, _ in listed(folder)} == {str(store / "a.md"), str(store / "b.md")}


def test_a_file_saved_again_is_unchanged(tmp_path: Path, folder: Path, update: Update) -> None:
    file = write(tmp_path / "a.md", DAWN)
    update(file)
    before = ids(folder)
    content = file.read_text(encoding="utf-8")
    file.unlink()
    file.write_text(content.replace("\n", "\r\n"), encoding="utf-8")
    report = update(file)
    assert (report.unchanged, report.changed, report.generation) == (1, [], 1)
    assert ids(folder) == before


def test_a_renamed_dump_keeps_its_articles(tmp_path: Path, folder: Path, update: Update) -> None:
    dump = tmp_path / "one.jsonl"
    rows = [{"id": "7", "text": DAWN}, {"text": DUSK, "title": "Horses"}]
    dump.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    update(dump)
    before = ids(folder)
    report = update(dump.rename(tmp_path / "two.jsonl"))
    assert (len(report.moved), report.added, report.removed) == (2, [], [])
    assert ids(folder) == before


def test_copies_are_one_article_in_several_places(tmp_path: Path, folder: Path, update: Update) -> None:
    files = [write(tmp_path / f"{name}.md", DAWN, DUSK) for name in "abc"]
    report = update(*files)
    assert (len(report.added), len(report.copies), report.embedded, report.passages) == (1, 2, 2, 2)
    ((article, _),) = listed(folder)
    assert (article.path, article.also_at) == (str(files[0]), (str(files[1]), str(files[2])))
    again = update(*files)
    assert (again.unchanged, again.copies, again.generation) == (3, [], 1)


def test_a_copy_that_comes_later_is_added_to_the_article(tmp_path: Path, folder: Path, update: Update) -> None:
    first = write(tmp_path / "a.md", DAWN)
    update(first)
    before = ids(folder)
    with IndexReader(folder) as reader:
        with reader.snapshot() as snapshot:
            (entry,) = snapshot.rows(snapshot.store.ids.tolist())
            assert entry.article.also_at == ()
        second = write(tmp_path / "b.md", DAWN)
        report = update(second)
        with reader.snapshot() as snapshot:
            (entry,) = snapshot.rows(snapshot.store.ids.tolist())
            assert entry.article.also_at == (str(second),)
    assert (report.added, report.embedded, len(report.copies)) == ([], 0, 1)
    assert ids(folder) == before


def test_an_article_goes_with_the_last_of_its_copies(tmp_path: Path, folder: Path, update: Update) -> None:
    places = tmp_path / "articles"
    files = [write(places / f"{name}.md", "Zanzibarine " + DAWN) for name in "ab"]
    update(places)
    before = ids(folder)
    files[0].unlink()
    assert update(places, prune=True).removed == []
    assert ids(folder) == before
    assert listed(folder)[0][0].path == str(files[1])
    files[1].unlink()
    assert update(places, prune=True, prune_emptied=True).removed == [before[0][0]]
    assert listed(folder) == []
    assert b"anzibarin" not in bytes_of(folder)


def test_a_pruned_file_that_returns_is_read_again(tmp_path: Path, folder: Path, update: Update) -> None:
    places = tmp_path / "articles"
    file = write(places / "a.md", DAWN)
    update(places)
    update(places)
    places.rename(tmp_path / "away")
    assert len(update(prune=True, prune_emptied=True).removed) == 1
    (tmp_path / "away").rename(places)
    assert len(update().added) == 1
    assert listed(folder)[0][0].path == str(file)


def test_an_edited_copy_parts_from_the_article(tmp_path: Path, folder: Path, update: Update) -> None:
    files = [write(tmp_path / f"{name}.md", DAWN) for name in "ab"]
    update(*files)
    before = ids(folder)
    write(files[0], DUSK)
    report = update(*files)
    assert (len(report.added), report.changed, report.removed, report.unchanged) == (1, [], [], 1)
    assert before[0] in ids(folder)
    assert {article.path: article.text for article, _ in listed(folder)} == {str(files[0]): DUSK, str(files[1]): DAWN}


def test_two_files_change_places(tmp_path: Path, folder: Path, update: Update) -> None:
    one, two = write(tmp_path / "1.md", DAWN, title="One"), write(tmp_path / "2.md", DUSK, title="Two")
    update(one, two)
    before = ids(folder)
    three = one.rename(tmp_path / "3.md")
    two.rename(one)
    three.rename(two)
    report = update(one, two)
    assert (report.added, report.changed, report.removed, report.embedded) == ([], [], [], 0)
    assert ids(folder) == before
    assert {article.path: article.title for article, _ in listed(folder)} == {str(one): "Two", str(two): "One"}


def test_the_old_text_moves_where_a_new_one_takes_its_name(tmp_path: Path, folder: Path, update: Update) -> None:
    file = write(tmp_path / "today.md", DAWN)
    update(file)
    before = ids(folder)
    old = file.rename(tmp_path / "yesterday.md")
    write(file, DUSK)
    update(file, old)
    assert before[0] in ids(folder)
    assert {article.path: article.text for article, _ in listed(folder)} == {str(file): DUSK, str(old): DAWN}


def test_equal_texts_with_other_facts_are_two_articles(tmp_path: Path, update: Update) -> None:
    report = update(*(write(tmp_path / f"{name}.md", DAWN, source=name) for name in ("Courier", "Gazette")))
    assert (len(report.added), report.copies, report.embedded) == (2, [], 1)


@pytest.mark.parametrize("copies", [1, 3])
def test_a_rebuild_keeps_ids_and_places(copies: int, tmp_path: Path, folder: Path, update: Update) -> None:
    files = [write(tmp_path / f"{n}.md", DAWN, DUSK) for n in range(copies)]
    update(*files)
    moved = files[0].rename(tmp_path / "moved.md")
    update(moved)
    before, (article, _) = ids(folder), listed(folder)[0]
    report = update(moved, *files[1:], rebuild=True)
    assert (report.changed, report.added, report.removed, report.embedded) == ([article.id], [], [], 2)
    assert ids(folder) == before
    after = listed(folder)[0][0]
    assert {after.path, *after.also_at} == {article.path, *article.also_at}


def test_ids_outlast_a_change_of_the_model(tmp_path: Path, folder: Path, update: Update) -> None:
    for name in ("one.jsonl", "two.jsonl"):
        (tmp_path / name).write_text(json.dumps({"id": "7", "title": name, "text": DAWN}), encoding="utf-8")
    update(tmp_path / "one.jsonl", tmp_path / "two.jsonl", write(tmp_path / "a.md", DUSK))
    update((tmp_path / "a.md").rename(tmp_path / "b.md"))
    before = ids(folder)
    assert main(["--index", str(folder), "index", "--model", "minilm"]) == 0
    assert ids(folder) == before
    assert update(tmp_path / "one.jsonl", tmp_path / "two.jsonl", tmp_path / "b.md").unchanged == 3


@pytest.mark.parametrize("changed", ["a", "b"])
def test_a_rebuild_parts_copies_of_which_one_was_changed(
    changed: str, tmp_path: Path, folder: Path, update: Update
) -> None:
    files = {name: write(tmp_path / f"{name}.md", DAWN, DUSK) for name in "abc"}
    update(*files.values())
    ((known, _),) = ids(folder)
    write(files[changed], FOG)
    report = update(*files.values(), rebuild=True)
    assert (report.changed, len(report.added), report.removed, report.copies) == ([known], 1, [], [])
    whole = {article.id: {article.uri, *article.also_at} for article, _ in listed(folder)}
    assert whole.pop(known) == {str(file) for name, file in files.items() if name != changed}
    assert list(whole.values()) == [{str(files[changed])}]
    assert check_index(folder) == []


def test_what_lies_where_a_moved_article_lay_does_not_get_its_id(tmp_path: Path, folder: Path, update: Update) -> None:
    first, second = tmp_path / "articles" / "a.md", tmp_path / "articles" / "b.md"
    update(write(first, DAWN, DUSK).parent)
    ((known, _),) = ids(folder)
    first.rename(second)
    update(second.parent)
    write(first, FOG)
    write(second, DAWN, QUAY)
    report = update(second.parent)
    assert (report.changed, len(report.added)) == ([known], 1)
    assert {article.id: article.uri for article, _ in listed(folder)}[known] == str(second)
    assert check_index(folder) == []


def test_an_id_with_a_suffix_is_given_once(tmp_path: Path, folder: Path, update: Update) -> None:
    """Each time the file is moved, its article keeps the id that the next article at the old place would get."""
    place = tmp_path / "articles"
    for number, text in enumerate((DAWN, DUSK, QUAY, FOG)):
        update(write(place / "a.md", text).parent)
        (place / "a.md").rename(place / f"{number}.md")
        update(place)
    assert len({article.id for article, _ in listed(folder)}) == 4
    assert check_index(folder) == []


def test_a_removed_article_in_the_place_of_another_takes_that_one_out(
    tmp_path: Path, folder: Path, update: Update
) -> None:
    place = tmp_path / "articles"
    update(write(place / "a.md", DAWN).parent)
    remove_articles(folder, [ids(folder)[0][0]])
    update(write(place / "b.md", DUSK).parent)
    (place / "a.md").rename(place / "b.md")
    report = update(place)
    assert (report.withheld, len(report.removed)) == ([str(place / "b.md")], 1)
    assert listed(folder) == []


def test_a_rebuild_that_prunes_forgets_a_copy_that_is_gone(tmp_path: Path, folder: Path, update: Update) -> None:
    files = [write(tmp_path / "articles" / f"{name}.md", DAWN, DUSK) for name in "ab"]
    update(tmp_path / "articles")
    files[1].unlink()
    update(tmp_path / "articles", rebuild=True, prune=True)
    ((article, _),) = listed(folder)
    assert (article.uri, article.also_at) == (str(files[0]), ())


def test_a_dry_run_tells_of_moves_and_copies(tmp_path: Path, folder: Path, update: Update) -> None:
    files = [write(tmp_path / f"{name}.md", DAWN) for name in "ab"]
    report = update(*files, dry_run=True)
    assert (len(report.added), len(report.copies)) == (1, 1)
    update(files[0])
    ((key, _),) = ids(folder)
    files[0].unlink()
    report = update(files[1], dry_run=True)
    assert (report.added, report.moved, report.names[key]) == ([], [key], f"The ferry ({files[1]})")


def test_a_copy_goes_by_the_name_that_its_article_keeps(tmp_path: Path, folder: Path, update: Update) -> None:
    write(tmp_path / "a.md", DAWN)
    update(tmp_path)
    ((key, _),) = ids(folder)
    (tmp_path / "a.md").rename(tmp_path / "b.md")
    update(tmp_path)
    for name in "bc":
        write(tmp_path / f"{name}.md", DUSK)
    report = update(tmp_path, dry_run=True)
    assert (report.changed, report.copies, list(report.names)) == ([key], [key], [key])


def test_a_large_dump_is_published_in_parts(
    tmp_path: Path, folder: Path, update: Update, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A dump that was moved, shortened or has duplicate rows is still recognised as the same dump."""
    monkeypatch.setattr("retrieval.index.changes.BATCH_ARTICLES", 10)
    rows = [{"id": str(n), "text": f"{DAWN} It was trip {n}."} for n in range(35)]
    dump = tmp_path / "dump.jsonl"
    dump.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    report = update(dump)
    assert (len(report.added), report.generation) == (35, 4)
    before = ids(folder)
    dump.unlink()
    other = tmp_path / "other.jsonl"
    other.write_text("\n".join(map(json.dumps, rows[:30])), encoding="utf-8")
    report = update(other, dump, prune=True)
    assert (len(report.moved), len(report.removed), report.added, report.embedded) == (30, 5, [], 0)
    assert ids(folder) == [entry for entry in before if int(entry[0]) < 30]
    assert check_index(folder) == []


def test_a_removed_article_stays_out_until_it_changes(tmp_path: Path, folder: Path, update: Update) -> None:
    places = tmp_path / "articles"
    file = write(places / "a.md", DAWN)
    write(places / "b.md", DUSK, title="")
    update(places)
    (key,) = (article.id for article, _ in listed(folder) if article.title)
    assert remove_articles(folder, [key]) == [key]
    for again in (update(places), update(), update(places, rebuild=True)):
        assert again.withheld == [str(file)]
        assert [article.text for article, _ in listed(folder)] == [DUSK]
    moved = file.rename(places / "c.md")
    assert update(places).withheld == [str(moved)]
    assert DAWN.encode() not in bytes_of(folder)
    write(moved, FOG)
    assert (len(update(places).added), update(places).withheld) == (1, [])
    write(moved, DAWN, title="The ferry and the mail")
    assert (len(update(places).changed), update(places).withheld) == (1, [])
    assert check_index(folder) == []


def test_a_file_whose_article_stays_out_is_not_read_in_every_run(
    tmp_path: Path, folder: Path, update: Update, monkeypatch: pytest.MonkeyPatch
) -> None:
    places, read = tmp_path / "articles", list[str]()

    def reads(files: Iterable[Path], options: ReadOptions, *, isolated: bool) -> Generator[ReadFile]:
        named = list(files)
        read.extend(file.name for file in named)
        return read_all(named, options, isolated=isolated)

    def run(*paths: Path) -> tuple[list[str], list[str]]:
        read.clear()
        report = update(*paths)
        return sorted(read), [Path(path).name for path in report.withheld]

    for name, text in (("a.md", DAWN), ("b.md", DUSK), ("c.md", FOG)):
        os.utime(write(places / name, text), (1e9, 1e9))
    update(places)
    monkeypatch.setattr("retrieval.index.gather.read_all", reads)
    keys = {Path(article.path or "").name: article.id for article, _ in listed(folder)}
    remove_articles(folder, [keys["a.md"]])
    assert run() == (["a.md"], ["a.md"])
    assert run() == ([], ["a.md"])
    remove_articles(folder, [keys["b.md"]])
    assert run() == (["a.md", "b.md"], ["a.md", "b.md"])
    assert run() == ([], ["a.md", "b.md"])
    assert run(places / "a.md") == (["a.md"], [])
    assert run(places) == (["b.md"], ["b.md"])
    assert {article.text for article, _ in listed(folder)} == {DAWN, FOG}


@pytest.mark.parametrize("reading", [ReadOptions(keep_all=True), ReadOptions(extra_rules=("The harbour*",))])
def test_a_removed_article_stays_out_when_other_rules_decide_what_is_dropped(
    reading: ReadOptions, tmp_path: Path, folder: Path, update: Update
) -> None:
    (tmp_path / "articles").mkdir()
    page = ("The ferry leaves", "By Lea Winter\nOrrin Post, 3 May 2024", DAWN, "Read also: Ten years on", QUAY)
    (tmp_path / "articles" / "a.txt").write_text("\n\n".join(page))
    before = update(tmp_path / "articles").added
    assert listed(folder)[0][0].dropped
    remove_articles(folder, before)
    assert update(tmp_path / "articles", reading=reading).added == []
    assert update(tmp_path / "articles").added == []


def test_a_removed_article_comes_back_when_its_file_is_named(tmp_path: Path, folder: Path, update: Update) -> None:
    file = write(tmp_path / "a.md", DAWN)
    before = update(file).added
    remove_articles(folder, before)
    assert update().added == []
    assert update(file).added == before
    assert update().unchanged == 1
