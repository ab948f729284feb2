"""The index: only changes are processed, a reader sees one generation, and deleted text leaves no byte behind."""

import json
import os
import re
import shlex
import shutil
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from unittest.mock import Mock, call

import numpy as np
import pytest
from msgspec.structs import replace

from retrieval.articles.files import is_gone
from retrieval.errors import IndexDamagedError, IndexVersionError, NoIndexError, StoreError
from retrieval.index import IndexReader, articles, check_index, schema
from retrieval.index.layout import Layout
from retrieval.index.writer import remove_articles, update_index
from retrieval.language.text import stems
from retrieval.types import Filter

from .conftest import DAWN, DUSK, HASHING, QUAY, ROOT, SEEDS, Indexes, Update, bytes_of, execute, listed, locked, write


def texts(folder: Path) -> list[str]:
    return [passage.text for _, passages in listed(folder) for passage in passages]


def test_only_the_changed_paragraph_is_embedded(tmp_path: Path, folder: Path, update: Update) -> None:
    file = write(tmp_path / "a.md", DAWN, DUSK, QUAY)
    first = update(file)
    assert (len(first.added), first.embedded, first.passages) == (1, 3, 3)
    write(file, DAWN, DUSK.replace("dusk", "midnight"), QUAY)
    second = update(file)
    assert (len(second.changed), second.embedded) == (1, 1)
    assert "midnight" in " ".join(texts(folder))
    assert "dusk" not in " ".join(texts(folder))


def test_a_passage_is_given_with_its_neighbours(tmp_path: Path, folder: Path, update: Update) -> None:
    update(write(tmp_path / "a.md", DAWN, DUSK, QUAY))
    ((_, passages),) = listed(folder)
    with IndexReader(folder) as reader, reader.snapshot() as snapshot:
        found = [snapshot.context(passage.id) for passage in passages]
        assert snapshot.context("none") is None
    one, two, three = passages
    assert [it and (it.before, it.after) for it in found] == [(None, two), (one, three), (two, None)]
    assert [it and it.passage for it in found] == passages


def test_of_a_book_only_a_passage_and_its_neighbours_are_split_into_sentences(
    tmp_path: Path, folder: Path, update: Update, monkeypatch: pytest.MonkeyPatch
) -> None:
    update(write(tmp_path / "a.md", *(f"{number}. {QUAY}" for number in range(9))))
    ((_, passages),) = listed(folder)
    split = Mock(return_value=[])
    monkeypatch.setattr("retrieval.index.articles.sentences", split)
    with IndexReader(folder) as reader, reader.snapshot() as snapshot:
        assert snapshot.context(passages[4].id)
    assert {it.args[0] for it in split.call_args_list} == {passages[at].text for at in (3, 4, 5)}


def test_a_second_run_does_nothing(update: Update) -> None:
    update(SEEDS)
    again = update(SEEDS)
    assert (again.added, again.changed, again.removed, again.embedded) == ([], [], [], 0)
    assert again.unchanged > 10
    assert again.generation == 1


def test_the_real_path_of_an_unchanged_file_is_looked_up_once(
    tmp_path: Path, update: Update, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write(tmp_path / "a.md", DAWN)
    os.utime(file, (0, 0))  # one changed just now is read again
    update(tmp_path)
    looked_up = Mock(wraps=os.path.realpath)
    monkeypatch.setattr(os.path, "realpath", looked_up)
    assert update(tmp_path).unchanged == 1
    assert looked_up.call_args_list.count(call(file)) == 1


def test_what_is_noted_of_files_is_written_at_once(
    tmp_path: Path, update: Update, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each in a transaction of its own would wait for the disk: 4,000 files that were touched took 24 s."""
    file, gone = write(tmp_path / "a.md", DAWN), tmp_path / "gone"
    gone.mkdir()
    update(tmp_path, gone)
    os.utime(file, (0, 0))
    gone.rmdir()
    alone: list[str] = []

    def traced(layout: Layout) -> sqlite3.Connection:
        connection = open_for_writing(layout)
        connection.set_trace_callback(lambda it: None if connection.in_transaction else alone.append(it))
        return connection

    open_for_writing = schema.open_for_writing
    monkeypatch.setattr(schema, "open_for_writing", traced)
    assert update(file).unchanged == 1
    assert update().roots == [str(tmp_path), str(file)]
    assert [it for it in alone if it.startswith(("INSERT", "DELETE"))] == []


def test_whether_what_was_found_is_still_there_is_not_asked_for_each_of_its_articles(
    tmp_path: Path, update: Update, monkeypatch: pytest.MonkeyPatch
) -> None:
    dump = tmp_path / "a.jsonl"
    dump.write_text("\n".join(json.dumps({"text": text}) for text in (DAWN, DUSK, QUAY)), encoding="utf-8")
    update(dump)
    looked_up = Mock(wraps=is_gone)
    monkeypatch.setattr("retrieval.index.gather.is_gone", looked_up)
    assert update(dump).unchanged == 3
    assert looked_up.call_count == 0


def test_without_paths_the_same_places_are_read_again(tmp_path: Path, update: Update) -> None:
    places = tmp_path / "articles"
    write(places / "a.md", DAWN)
    update(places)
    write(places / "b.md", DUSK, title="Horses")
    assert len(update().added) == 1


@pytest.mark.parametrize("name", ["artikles", "the whole text of an article " * 20])
def test_a_mistyped_place_is_told_once_and_not_remembered(
    name: str, tmp_path: Path, folder: Path, update: Update
) -> None:
    places, mistyped = tmp_path / "articles", tmp_path / name
    write(places / "a.md", DAWN)
    assert len(update(mistyped).failed) == 1
    assert not folder.exists()
    assert len(update(places, mistyped).failed) == 1
    again = update()
    assert (again.roots, again.failed, again.unchanged) == ([str(places)], [], 1)


def test_a_file_that_is_gone_stays_until_pruned(tmp_path: Path, folder: Path, update: Update) -> None:
    write(tmp_path / "a.md", DAWN)
    gone = write(tmp_path / "zanzibarine.md", "Zanzibarine " + DUSK, title="Horses")
    update(tmp_path / "a.md", gone)
    gone.unlink()
    assert update().missing == [str(gone)]
    assert "Zanzibarine" in " ".join(texts(folder))
    report = update(prune=True)
    assert (len(report.removed), report.failed) == (1, [])
    assert b"anzibarin" not in bytes_of(folder)


def test_a_first_run_that_was_killed_is_gone_on_with_by_one_that_names_no_place(
    tmp_path: Path, folder: Path, update: Update, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else the nightly run would say that nothing changed, and half of the articles would be missing for good."""
    monkeypatch.setattr("retrieval.index.changes.BATCH_ARTICLES", 1)
    for number in range(3):
        write(tmp_path / "articles" / f"{number}.md", f"{number} " + DAWN, title=f"Dawn {number}")

    def stop(stage: str, done: int, total: int) -> None:
        if stage == "embedding" and texts(folder):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        update_index(folder, [tmp_path / "articles"], HASHING, progress=stop)
    assert len(texts(folder)) == 1
    assert len(update().added) == 2


def test_a_file_that_gave_way_to_a_folder_is_gone(tmp_path: Path, update: Update) -> None:
    places = tmp_path / "articles"
    gone = write(places / "a.md", DAWN)
    write(places / "b.md", DUSK, title="Horses")
    update(places)
    gone.unlink()
    gone.mkdir()
    assert update().missing == [str(gone)]
    assert len(update(prune=True).removed) == 1


@pytest.mark.parametrize("link", ["the folder", "each file"])
def test_a_file_that_a_link_led_to_is_gone_like_others(link: str, tmp_path: Path, update: Update) -> None:
    """Although it lay outside the place that was named."""
    pool, places = tmp_path / "pool", tmp_path / "articles"
    gone = write(pool / "a.md", DAWN)
    write(pool / "b.md", DUSK, title="Horses")
    places.mkdir()
    if link == "the folder":
        (places / "pool").symlink_to(pool)
    else:
        for file in pool.iterdir():
            (places / file.name).symlink_to(file)
    assert len(update(places).added) == 2
    gone.unlink()
    assert update().missing == [str(gone)]
    pool.rename(tmp_path / "unmounted")
    assert update(prune=True).removed == []
    (tmp_path / "unmounted").rename(pool)
    assert len(update(prune=True).removed) == 1


def test_a_folder_that_is_closed_to_us_keeps_its_articles_and_holds_up_no_others(
    tmp_path: Path, folder: Path, update: Update
) -> None:
    places, closed = tmp_path / "articles", tmp_path / "articles" / "closed"
    write(closed / "a.md", DAWN)
    update(places)
    write(places / "b.md", DUSK, title="Horses")
    with locked(closed):
        for how in ({"dry_run": True}, {"prune": True}, {"rebuild": True, "prune": True}):
            report = update(**how)
            assert [str(failure).partition(";")[0] for failure in report.failed] == [f"{closed}: you may not read it"]
            assert (report.missing, report.removed, len(report.added + report.changed)) == ([], [], 1)
        assert {DAWN, DUSK} <= set(texts(folder))
    assert (update().failed, check_index(folder)) == ([], [])


def test_a_link_that_leads_in_a_circle_is_a_failure_like_others(tmp_path: Path, update: Update) -> None:
    places, circle = tmp_path / "articles", tmp_path / "circle"
    gone = write(places / "a.md", DAWN)
    circle.symlink_to(circle)
    report = update(places, circle, circle / "a.md")
    assert [failure.where for failure in report.failed] == [str(circle), str(circle / "a.md")]
    assert len(report.added) == 1
    shutil.rmtree(places)
    places.symlink_to(places)
    assert update().missing == [str(gone)]
    assert len(update(prune=True, prune_emptied=True).removed) == 1


@pytest.mark.parametrize("left", ["nothing", "the mount point"])
def test_a_place_of_which_nothing_is_left_is_dropped_only_where_it_is_meant(
    left: str, tmp_path: Path, folder: Path, update: Update
) -> None:
    """An unmounted share looks like that; an automatic run, or one that follows folders, must not empty the index."""
    share, here = tmp_path / "share", tmp_path / "here"
    write(share / "a.md", DAWN)
    gone = write(here / "b.md", DUSK, title="Horses")
    write(here / "c.md", DAWN.upper(), title="Kept")
    update(share, here)
    gone.unlink()
    shutil.rmtree(share)
    if left == "the mount point":
        share.mkdir()
    report = update(prune=True)
    assert [str(it) for it in report.failed] == [
        f"{share}: nothing is left of it; "
        f"mount it, or drop its articles with: byline --index {folder} index --prune {share}"
    ]
    assert len(report.removed) == 1
    assert DAWN in texts(folder)
    assert update(share, prune=True, prune_emptied=True).failed == []
    assert DAWN not in texts(folder)
    if left == "nothing":
        again = update(share, prune=True, prune_emptied=True)
        assert [str(it) for it in again.failed] == [f"{share}: there is no such file or folder; check the path"]


def test_a_folder_that_is_left_empty_within_a_place_is_dropped_only_where_it_is_meant(
    tmp_path: Path, folder: Path, update: Update
) -> None:
    """A share may be mounted there, too."""
    outer, share = tmp_path / "articles", tmp_path / "articles" / "share"
    write(share / "2024" / "a.md", DAWN)
    write(outer / "b.md", DUSK, title="Horses")
    write(outer / "old" / "c.md", QUAY, title="Gone")
    update(outer)
    shutil.rmtree(outer / "old")
    shutil.rmtree(share)
    share.mkdir()
    report = update(prune=True)
    assert ([it.where for it in report.failed], report.emptied) == ([str(share)], [str(share)])
    assert len(report.removed) == 1
    assert set(texts(folder)) == {DAWN, DUSK}
    assert len(update(share, prune=True, prune_emptied=True).removed) == 1
    assert update(prune=True).failed == []


def test_a_place_within_another_is_kept_and_counted_once(tmp_path: Path, folder: Path, update: Update) -> None:
    outer, share = tmp_path / "articles", tmp_path / "articles" / "share"
    write(share / "a.md", DAWN)
    gone = write(outer / "b.md", DUSK, title="Horses")
    write(outer / "c.md", DAWN.upper(), title="Kept")
    update(outer, share)
    gone.unlink()
    shutil.rmtree(share)
    report = update(prune=True)
    assert [failure.where for failure in report.failed] == [str(share)]
    assert len(report.removed) == 1
    assert DAWN in texts(folder)


def test_a_removed_article_leaves_no_byte(tmp_path: Path, folder: Path, update: Update) -> None:
    secret = write(tmp_path / "a.md", "Quetzalcoatlus " + DAWN, title="Xylographers", source="Zymurgist Weekly")
    update(secret, write(tmp_path / "b.md", DUSK, title="Horses"))
    assert b"uetzalcoatl" in bytes_of(folder)
    key = next(article.id for article, _ in listed(folder) if article.title == "Xylographers")
    assert remove_articles(folder, [key, "nobody", key]) == [key]
    left = bytes_of(folder).lower()
    assert not [word for word in (b"quetzalcoatlus", b"uetzalcoatl", b"xylograph", b"zymurgi") if word in left]
    assert check_index(folder) == []


@pytest.mark.parametrize("pruned", [False, True])
def test_the_file_is_written_anew_without_a_removed_article(
    tmp_path: Path, folder: Path, update: Update, *, pruned: bool
) -> None:
    """SQLite leaves copies of rows where it moved them, in one index of a dozen; in a new file there are none."""
    long = write(tmp_path / "a.md", f"{DAWN} " * 2_000, title="Long")
    update(long, write(tmp_path / "b.md", DUSK, title="Short"))

    def unused() -> int:
        with closing(schema.open_for_reading(Layout(folder))) as connection:
            return int(connection.execute("PRAGMA freelist_count").fetchone()[0])

    write(long, DAWN, title="Long")
    update()
    assert unused() > 0, "a text that only changed is not worth the time"
    if pruned:
        long.unlink()
        assert len(update(prune=True).removed) == 1
    else:
        remove_articles(folder, [next(article.id for article, _ in listed(folder) if article.title == "Long")])
    assert unused() == 0
    assert check_index(folder) == []


def test_what_a_reader_keeps_of_a_removed_article_is_told_until_it_is_wiped(
    tmp_path: Path, folder: Path, update: Update, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The report is still returned, because what was asked for is done."""
    monkeypatch.setattr(schema, "BUSY_TIMEOUT_SECONDS", 0.0)
    file = write(tmp_path / "a.md", "Zanzibarine " + DAWN)
    update(file)
    write(file, DUSK)
    with IndexReader(folder) as reader:
        with reader.snapshot():
            assert len(update().changed) == 1
            assert len(update().changed) == 0
        assert [record.getMessage().count("still reads") for record in caplog.records] == [1, 1]
        update()
        assert len(caplog.records) == 2
        assert b"anzibarin" not in bytes_of(folder)


def test_what_is_published_during_a_check_is_no_damage(
    tmp_path: Path, folder: Path, update: Update, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "BUSY_TIMEOUT_SECONDS", 0.0)
    file = write(tmp_path / "a.md", DAWN)
    update(file)

    def publish(stage: str, done: int, total: int) -> None:
        if (stage, done) == ("reading", 0):
            write(file, DUSK)
            assert len(update(file).changed) == 1

    assert check_index(folder, publish) == []


def test_an_article_alone_is_not_split(
    tmp_path: Path, folder: Path, update: Update, monkeypatch: pytest.MonkeyPatch
) -> None:
    (key,) = update(write(tmp_path / "a.md", DAWN)).added
    monkeypatch.setattr(articles, "sentences", split := Mock(return_value=[]))
    with IndexReader(folder) as reader, reader.snapshot() as snapshot:
        assert (found := snapshot.article(key)) and DAWN in found.text
        assert not split.called
        assert snapshot.article_with_passages(key)
        assert split.called
        assert snapshot.article("none") is None is snapshot.article_with_passages("none")


def test_a_snapshot_stays_while_a_new_generation_is_published(tmp_path: Path, folder: Path, update: Update) -> None:
    file = write(tmp_path / "a.md", DAWN, DUSK)
    update(file)
    with IndexReader(folder) as reader:
        with reader.snapshot() as before:
            ids = before.store.ids.tolist()
            write(file, QUAY)
            thread = threading.Thread(target=update, args=(file,))
            thread.start()
            thread.join(1)
            assert [row.passage.text for row in before.rows(ids)] == [DAWN, DUSK]
            assert before.full_text(["dusk"], 5)
            generation = before.generation
        thread.join(60)
        with reader.snapshot() as after:
            assert after.generation == generation + 1
            assert [row.passage.text for row in after.rows(after.store.ids.tolist())] == [QUAY]
            assert after.full_text(["dusk"], 5) == []


def test_a_connection_in_use_is_closed_after_its_use(tmp_path: Path, folder: Path, update: Update) -> None:
    update(write(tmp_path / "a.md", DAWN))
    reader = IndexReader(folder)
    with reader.snapshot() as snapshot:
        reader.close()
        assert len(snapshot.articles()) == 1
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        snapshot.articles()


def test_vectors_of_the_next_generation_are_those_of_its_passages(tmp_path: Path, folder: Path, update: Update) -> None:
    file = write(tmp_path / "a.md", DAWN, DUSK)
    update(file)
    with IndexReader(folder) as reader:
        with reader.snapshot() as snapshot:
            _ = snapshot.store
        write(file, QUAY, DAWN)
        update(file)
        with reader.snapshot() as snapshot:
            kept = snapshot.store
        with IndexReader(folder) as fresh, fresh.snapshot() as snapshot:
            fresh_ids = snapshot.store.ids
            np.testing.assert_array_equal(kept.ids, fresh_ids)
            np.testing.assert_array_equal(kept.vectors_of(fresh_ids)[1], snapshot.store.vectors_of(fresh_ids)[1])


def test_equal_rows_of_two_dumps_are_both_kept(tmp_path: Path, folder: Path, update: Update) -> None:
    for name in ("one.jsonl", "two.jsonl"):
        row = {"id": "7", "title": name, "text": DAWN}
        (tmp_path / name).write_text(json.dumps(row) + "\n", encoding="utf-8")
    report = update(tmp_path / "one.jsonl", tmp_path / "two.jsonl")
    assert (len(report.added), report.embedded) == (2, 2)
    assert texts(folder) == [DAWN, DAWN]


def test_a_row_that_left_its_dump_is_removed(tmp_path: Path, folder: Path, update: Update) -> None:
    dump = tmp_path / "dump.jsonl"
    rows = [{"id": str(n), "text": text} for n, text in enumerate((DAWN, DUSK))]
    dump.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    update(dump)
    dump.write_text(json.dumps(rows[1]), encoding="utf-8")
    report = update(dump)
    assert (report.removed, report.unchanged) == (["0"], 1)
    assert texts(folder) == [DUSK]


def test_a_file_that_turns_bad_keeps_its_last_good_state(tmp_path: Path, folder: Path, update: Update) -> None:
    file = write(tmp_path / "a.md", DAWN)
    update(file)
    file.write_bytes(b"")
    report = update(file)
    assert len(report.failed) == 1
    assert texts(folder) == [DAWN]


def test_a_dry_run_writes_nothing(tmp_path: Path, folder: Path, update: Update) -> None:
    file = write(tmp_path / "a.md", DAWN)
    report = update(file, dry_run=True)
    assert (len(report.added), report.embedded) == (1, 0)
    assert not folder.exists()
    update(file)
    execute(folder, "UPDATE meta SET value = '1.1' WHERE key = 'versions'")  # what makes a run split everything anew
    before = bytes_of(folder)
    write(file, DUSK)
    report = update(file, dry_run=True)
    assert (len(report.changed), report.embedded) == (1, 1)
    assert bytes_of(folder) == before


def test_a_rebuild_embeds_everything(tmp_path: Path, update: Update) -> None:
    file = write(tmp_path / "a.md", DAWN, DUSK)
    update(file)
    report = update(file, rebuild=True)
    assert (len(report.changed), report.embedded) == (1, 2)


def test_a_rebuild_of_a_file_leaves_others_alone(tmp_path: Path, update: Update) -> None:
    files = write(tmp_path / "a.md", DAWN), write(tmp_path / "b.md", DUSK, QUAY)
    update(*files)
    assert update(files[0], rebuild=True).embedded == 1
    assert update(rebuild=True).embedded == 3


def test_a_rebuild_with_another_model_embeds_everything_once(tmp_path: Path, update: Update) -> None:
    file = write(tmp_path / "a.md", DAWN, DUSK)
    update(file)
    to_minilm = replace(HASHING, choose=lambda _languages, _current: "minilm")
    report = update(file, rebuild=True, models=to_minilm)
    assert (len(report.changed), report.embedded) == (1, 2)


def test_another_model_embeds_the_stored_texts_and_keeps_the_old_vectors(
    tmp_path: Path, folder: Path, update: Update
) -> None:
    file = write(tmp_path / "a.md", DAWN, DUSK)
    update(file)
    file.unlink()
    to_minilm = replace(HASHING, choose=lambda _languages, _current: "minilm")
    assert update(models=to_minilm).embedded == 2
    with IndexReader(folder) as reader, reader.snapshot() as snapshot:
        assert snapshot.model.name == "minilm"
        assert snapshot.store.vectors_of(snapshot.store.ids)[1].shape == (2, 384)
    back = replace(HASHING, choose=lambda _languages, _current: "hashing")
    assert update(models=back).embedded == 0
    assert check_index(folder) == []


def test_another_version_of_the_model_embeds_everything_again(tmp_path: Path, folder: Path, update: Update) -> None:
    update(write(tmp_path / "a.md", DAWN, DUSK))
    execute(folder, "UPDATE model SET fingerprint = 'of an earlier package'")
    assert update().embedded == 2
    with IndexReader(folder) as reader, reader.snapshot() as snapshot:
        assert snapshot.model.fingerprint == HASHING.fingerprint("hashing")


def test_filters(tmp_path: Path, folder: Path, update: Update) -> None:
    report = update(
        write(tmp_path / "a.md", DAWN, source="Courier", date="2024-03-01"),
        write(tmp_path / "b.md", DUSK, title="B", source="Gazette", date="2024-05-01", author="Ida Holm, Per Dahl"),
        write(tmp_path / "c.md", QUAY, title="C", source="Gazette", author="Per Dahlberg"),
        write(tmp_path / "d.md", DAWN, title="D", source="Медуза"),
    )
    with IndexReader(folder) as reader, reader.snapshot() as snapshot:
        ids = snapshot.matching(Filter(sources=("gazette",)))
        assert [row.passage.text for row in snapshot.rows(ids.tolist()[::-1])] == [QUAY, DUSK]
        found = snapshot.full_text(["harbour", "quay"], 5, allowed=ids)
        assert {row for row, _ in found} == set(ids.tolist())
        assert len(snapshot.matching(Filter())) == 4
        assert len(snapshot.matching(Filter(sources=("МЕДУЗА",)))) == 1
        assert len(snapshot.matching(Filter(authors=("per dahl",)))) == 1
        assert len(snapshot.matching(Filter(authors=("Dahl",)))) == 0
        assert len(snapshot.matching(Filter(since=date(2024, 3, 1), until=date(2024, 5, 1)))) == 2
        assert len(snapshot.matching(Filter(since=date(2024, 3, 2), until=date(2024, 4, 30)))) == 0
        assert [len(snapshot.matching(Filter(languages=(code,)))) for code in ("en", "de")] == [4, 0]
        ids = snapshot.matching(Filter(articles=tuple(report.added[:2]), since=date(2024, 4, 1)))
        assert [row.passage.text for row in snapshot.rows(ids.tolist())] == [DUSK]


def test_passages_are_found_by_the_name_of_their_source(tmp_path: Path, folder: Path, update: Update) -> None:
    update(
        write(tmp_path / "a.md", DAWN, title="A", source="Harrow Savings Bank"),
        write(tmp_path / "b.md", DUSK, title="B", source="City of Wexley"),
    )
    with IndexReader(folder) as reader, reader.snapshot() as snapshot:
        found = snapshot.rows([row for row, _ in snapshot.full_text(stems("wexley", "en"), 5)])
        assert [row.passage.text for row in found] == [DUSK]


def test_passages_are_found_by_the_standfirst_of_their_article(tmp_path: Path, folder: Path, update: Update) -> None:
    standfirst = "How a keeper of lamps at Wexley came to count what nobody else had counted"
    update(
        write(tmp_path / "a.md", f"{standfirst}\n\n{DAWN} {DUSK}", title="A"), write(tmp_path / "b.md", QUAY, title="B")
    )
    with IndexReader(folder) as reader, reader.snapshot() as snapshot:
        found = snapshot.rows([row for row, _ in snapshot.full_text(stems("wexley", "en"), 5)])
        assert f"{DAWN} {DUSK}" in [row.passage.text for row in found]
    assert check_index(folder) == []


def test_words_of_a_question_are_no_program(tmp_path: Path, folder: Path, update: Update) -> None:
    update(write(tmp_path / "a.md", DAWN))
    with IndexReader(folder) as reader, reader.snapshot() as snapshot:
        for hostile in ('"', 'ferri" OR "x', "NEAR(", "title:", "*", "-", "'; DROP TABLE article; --"):
            snapshot.full_text([hostile], 5)
        assert snapshot.count() == 1


def test_a_folder_that_is_removed_under_its_reader_takes_no_room(folder: Path, tmp_path: Path, update: Update) -> None:
    update(write(tmp_path / "a.md", DAWN))
    with IndexReader(folder) as reader:
        with reader.snapshot() as snapshot:
            shutil.rmtree(folder)
            assert (snapshot.status().passages, snapshot.status().bytes) == (1, 0)
        with pytest.raises(NoIndexError), reader.snapshot():
            pass


def test_a_reader_goes_on_with_the_index_that_replaces_its_own(folder: Path, tmp_path: Path, update: Update) -> None:
    """Both have equally many generations, rows and models: nothing cached from the old one may serve the new one."""
    update(write(tmp_path / "a.md", DAWN, source="The Gazette"))
    with IndexReader(folder) as reader:
        with reader.snapshot() as before:
            ids = before.store.ids.tolist()
            assert [row.passage.text for row in before.rows(ids)] == [DAWN]
            folder.rename(tmp_path / "old")
            update(write(tmp_path / "b.md", QUAY, source="The Herald"))
            assert [row.passage.text for row in before.rows(ids)] == [DAWN]
        with reader.snapshot() as after:
            assert (after.generation, after.store.ids.tolist()) == (before.generation, ids)
            assert after.version != before.version
            assert [row.passage.text for row in after.rows(ids)] == [QUAY]
        with pytest.raises(sqlite3.ProgrammingError, match="closed"):
            before.articles()
        shutil.rmtree(folder)
        shutil.copytree(tmp_path / "old", folder)
        with reader.snapshot() as restored:
            assert [row.passage.text for row in restored.rows(ids)] == [DAWN]
    assert check_index(folder) == []


def test_a_reader_that_may_not_write_sees_what_is_published(
    folder: Path, tmp_path: Path, update: Update, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """For example a bot whose index is mounted read-only."""
    update(write(tmp_path / "a.md", DAWN))
    with monkeypatch.context() as patch:
        patch.setattr("os.access", lambda *_: False)
        reader = IndexReader(folder)
        with reader.snapshot() as snapshot:
            assert (snapshot.generation, len(snapshot.articles())) == (1, 1)
    update(write(tmp_path / "b.md", QUAY))
    monkeypatch.setattr("os.access", lambda *_: False)
    with reader, reader.snapshot() as snapshot:
        assert (snapshot.generation, len(snapshot.articles())) == (2, 2)
    assert not caplog.records


def test_whoever_may_not_write_is_not_told_to_throw_a_half_written_index_away(
    folder: Path, tmp_path: Path, update: Update, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While SQLite checkpoints its log into the database, or if killed then, the database file alone is not valid."""
    update(write(tmp_path / "a.md", DAWN))
    layout = Layout(folder)
    whole = layout.database.read_bytes()
    layout.database.write_bytes(whole[: len(whole) // 2] + bytes(len(whole) // 2))
    monkeypatch.setattr("os.access", lambda *_: False)
    for log, remedy in (
        (b"", f"index {folder} index FOLDER"),
        (b"x", f"finish it, .* byline --index {folder} status$"),
    ):
        layout.log.write_bytes(log)
        problems = check_index(folder)
        assert problems
        assert re.search(remedy, problems[-1]), problems


def test_a_disk_without_any_room_does_not_keep_an_index_from_answering(seeds_index: Indexes) -> None:
    index = seeds_index("hashing")
    command = f"ulimit -f 0; exec {sys.executable} -m bot.cli --index {index} ask 'where do wounded soldiers recover?'"
    done = subprocess.run(["sh", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Quellen Sanatorium" in done.stdout


def test_an_index_that_is_closed_to_us_names_who_may(tmp_path: Path) -> None:
    with locked(tmp_path), pytest.raises(StoreError, match=r"Permission denied; run it as the user whose it is"):
        IndexReader(tmp_path / "index")


def test_there_is_no_index(tmp_path: Path) -> None:
    folder = tmp_path / "the editor's index"
    command = f"byline --index {shlex.quote(str(folder))} index FOLDER"
    with pytest.raises(NoIndexError, match=f"{re.escape(command)}$"):
        IndexReader(folder)
    with pytest.raises(NoIndexError):
        remove_articles(folder, ["an id"])
    assert not folder.exists()


@pytest.mark.parametrize("content", [b"not a database at all" * 100, b"SQLite format 3\x00" + b"\x00" * 500])
def test_a_file_that_is_no_index_is_refused(folder: Path, content: bytes) -> None:
    folder.mkdir()
    (folder / "index.db").write_bytes(content)
    with pytest.raises(IndexDamagedError, match=r"index\.db"):
        IndexReader(folder)


@pytest.mark.parametrize("make", [os.mkdir, os.mkfifo, lambda path: path.symlink_to("/dev/zero")])
def test_what_is_no_file_is_no_index(make: Callable[[Path], None], folder: Path, update: Update) -> None:
    folder.mkdir()
    make(folder / "index.db")
    for use in (lambda: IndexReader(folder), lambda: update(SEEDS)):
        with pytest.raises(IndexDamagedError, match="not a Byline index"):
            use()


def test_another_programs_database_is_refused(folder: Path, update: Update) -> None:
    folder.mkdir()
    execute(folder, "CREATE TABLE other(x)")
    with pytest.raises(IndexDamagedError, match="not a Byline index"):
        IndexReader(folder)
    with pytest.raises(IndexDamagedError, match="not a Byline index"):
        update(SEEDS)


def test_a_folder_is_measured_while_its_files_come_and_go(tmp_path: Path) -> None:
    (tmp_path / "stays.bin").write_bytes(b"12345")
    (tmp_path / "circle").symlink_to("circle")
    come_and_go = "import os\nwhile True:\n os.close(os.open('gone.tmp', os.O_CREAT))\n os.unlink('gone.tmp')"
    other = subprocess.Popen([sys.executable, "-c", come_and_go], cwd=tmp_path)
    try:
        ends = time.monotonic() + 2
        while time.monotonic() < ends:
            assert Layout(tmp_path).size() == 5
    finally:
        other.kill()
        other.wait()


def test_a_copy_of_a_file_of_vectors_is_passed_over(tmp_path: Path) -> None:
    for name in ("vectors-00000012.bin", "vectors-00000012 copy.bin", "vectors-00000013.bin.tmp"):
        (tmp_path / name).touch()
    assert Layout(tmp_path).vectors_files() == {12: tmp_path / "vectors-00000012.bin"}


@pytest.mark.parametrize(("version", "said"), [(99, "a newer Byline .*update Byline"), (1, "older Byline .*rebuild")])
def test_another_format_is_refused(version: int, said: str, tmp_path: Path, folder: Path, update: Update) -> None:
    update(write(tmp_path / "a.md", DAWN))
    execute(folder, f"PRAGMA user_version = {version}")
    for opened in (IndexReader, update):
        with pytest.raises(IndexVersionError, match=said):
            opened(folder)


def test_files_of_the_index_are_for_their_owner_alone(folder: Path, update: Update) -> None:
    update(SEEDS)
    assert {file.name: oct(file.stat().st_mode & 0o777) for file in folder.iterdir()} == {
        "index.db": "0o600",
        "lock": "0o600",
    }
    assert oct(folder.stat().st_mode & 0o777) == "0o700"
