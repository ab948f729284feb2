"""The vector file: written where it pays off, validated before use, free of deleted rows, and never required."""

import errno
import os
import random
import re
import sqlite3
import struct
import threading
import time
import zlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pytest

from bot.cli import main
from embeddings.base import Vectors
from retrieval.index import IndexReader, Snapshot, loading, vector_file, vector_file_upkeep, writer
from retrieval.index.layout import Layout
from retrieval.types import Filter

from .conftest import Update

WORDS = Path(__file__).read_text(encoding="utf-8").split()
FEW, SOME = 20, 60


def article(folder: Path, name: str, paragraphs: int, *, seed: int = 0) -> Path:
    """Write an article whose paragraphs have few words in common."""
    chance = random.Random(f"{name}{seed}")
    texts = [
        f"Paragraph {number} of {name} says " + " ".join(re.sub(r"\W", "", word) for word in chance.sample(WORDS, 40))
        for number in range(paragraphs)
    ]
    folder.mkdir(exist_ok=True)
    file = folder / f"{name}.md"
    file.write_text(f"# {name}\n\n" + "\n\n".join(text + "." for text in texts), encoding="utf-8")
    return file


@pytest.fixture(autouse=True)
def _pays_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vector_file_upkeep, "PAYS_FROM", SOME)


@pytest.fixture
def places(tmp_path: Path) -> Path:
    """Enough articles for a vector file to be written."""
    for name in ("one", "two", "three", "four"):
        article(tmp_path / "articles", name, FEW)
    return tmp_path / "articles"


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name.startswith("vectors-"))


class Rows(NamedTuple):  # noqa: PLW1641 - no key of anything
    """The row ids and vectors of a snapshot, which are equal up to half precision, as in the file.

    A number midway between two of that precision is rounded one way by FAISS, another by NumPy.
    """

    ids: list[int]
    vectors: Vectors

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Rows)
            and self.ids == other.ids
            and np.allclose(self.vectors, other.vectors, rtol=2**-10, atol=2**-24)
        )


def rows_of(folder: Path) -> Rows:
    with IndexReader(folder) as reader, reader.snapshot() as snapshot:
        return contents(snapshot)


def contents(snapshot: Snapshot) -> Rows:
    ids = snapshot.store.ids
    there, vectors = snapshot.store.vectors_of(ids)
    assert there.all()
    return Rows(ids.tolist(), vectors.copy())


def assert_same_without_it(folder: Path) -> None:
    """Assert that reading with the vector file gives the same as reading from the database alone."""
    read = rows_of(folder)
    for path in Layout(folder).vectors_files().values():
        path.rename(path.with_suffix(".away"))
    alone = rows_of(folder)
    for path in folder.glob("*.away"):
        path.rename(path.with_suffix(".bin"))
    assert read == alone


def test_there_from_where_it_pays(places: Path, folder: Path, update: Update) -> None:
    update(places / "one.md")
    assert files(folder) == []
    update(places)
    assert files(folder) == ["vectors-00000002.bin"]
    assert (folder / "vectors-00000002.bin").stat().st_mode & 0o777 == 0o600
    assert_same_without_it(folder)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give files away")
def test_what_root_writes_is_its_owners(places: Path, folder: Path, update: Update) -> None:
    """A command run once as root must not lock out the user who owns the index."""
    folder.mkdir()
    os.chown(folder, 12_345, 12_345)
    update(places)
    (path,) = Layout(folder).vectors_files().values()
    assert (path.stat().st_uid, path.stat().st_gid) == (12_345, 12_345)


def test_one_that_may_not_be_read_is_gone_without_and_told_of(
    places: Path, folder: Path, update: Update, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    update(places)
    before = rows_of(folder)
    opened = Path.open

    def refused(path: Path, *arguments: Any, **more: Any) -> Any:
        if path.name.startswith("vectors-"):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return opened(path, *arguments, **more)

    monkeypatch.setattr(Path, "open", refused)
    assert rows_of(folder) == before
    assert main(["--index", str(folder), "status"]) == 0
    assert main(["--index", str(folder), "index", "--check"]) == 2
    assert "cannot be read (Permission denied)" in capsys.readouterr().err
    monkeypatch.undo()


def test_what_is_added_rewrites_nothing(places: Path, folder: Path, update: Update) -> None:
    update(places)
    (before,) = files(folder)
    stamp = (folder / before).stat()
    with IndexReader(folder) as reader:
        with reader.snapshot() as snapshot:
            contents(snapshot)
        update(article(places, "five", 4))
        assert files(folder) == [before]
        assert (folder / before).stat().st_mtime_ns == stamp.st_mtime_ns
        with reader.snapshot() as snapshot:
            followed = contents(snapshot)
    assert len(followed[0]) == 4 * FEW + 4
    assert followed == rows_of(folder)
    assert_same_without_it(folder)


def test_made_anew_when_much_was_added(places: Path, folder: Path, update: Update) -> None:
    update(places)
    update(article(places, "five", 12))
    assert files(folder) == ["vectors-00000002.bin"]
    assert_same_without_it(folder)


def test_what_is_no_file_is_not_opened(places: Path, folder: Path, update: Update) -> None:
    update(places)
    os.mkfifo(folder / "vectors-5.bin")
    (folder / "vectors-6.bin").mkdir()
    update(article(places, "five", 1))
    assert files(folder) == ["vectors-00000001.bin", "vectors-5.bin", "vectors-6.bin"]
    assert_same_without_it(folder)


def test_a_run_without_news_leaves_it_alone(places: Path, folder: Path, update: Update) -> None:
    update(places)
    stamp = (folder / files(folder)[0]).stat().st_mtime_ns
    update(places)
    assert (folder / files(folder)[0]).stat().st_mtime_ns == stamp


@pytest.mark.parametrize(("how", "damaged"), [("removed", False), ("removed", True), ("changed", False)])
def test_no_vector_of_a_deleted_text_stays(
    places: Path, folder: Path, update: Update, how: str, damaged: bool, caplog: pytest.LogCaptureFixture
) -> None:
    update(places)
    with IndexReader(folder) as reader, reader.snapshot() as snapshot:
        ids, vectors = contents(snapshot)
        gone = {row.id for row in snapshot.rows(ids) if row.article.title == "two"}
        with closing(sqlite3.connect(folder / "index.db")) as connection:
            stored = list(connection.execute("SELECT passage.id, whole FROM vector JOIN passage USING (hash)"))
    traces = [whole for row, whole in stored if row in gone]
    traces += [np.array(vector, np.float16).tobytes() for row, vector in zip(ids, vectors, strict=True) if row in gone]
    assert len(traces) == 2 * FEW
    assert all(trace in (folder / files(folder)[0]).read_bytes() for trace in traces[FEW:])
    if damaged:
        file = folder / files(folder)[0]
        file.write_bytes(file.read_bytes()[:-1] + b"x")
    if how == "removed":
        (places / "two.md").unlink()
        update(places, prune=True)
    else:
        article(places, "two", FEW, seed=1)
        update(places)
    assert files(folder) == ["vectors-00000002.bin"]
    for path in folder.iterdir():
        data = path.read_bytes()
        assert not any(trace in data for trace in traces), path.name
    assert_same_without_it(folder)
    assert ["checksum is wrong" in record.getMessage() for record in caplog.records] == [True] * damaged


def test_gone_when_it_pays_no_more(places: Path, folder: Path, update: Update) -> None:
    update(places)
    for name in ("two", "three"):
        (places / f"{name}.md").unlink()
    update(places, prune=True)
    assert files(folder) == []


def test_an_older_reader_goes_without(places: Path, folder: Path, update: Update) -> None:
    """A question that began before the file's generation must not see it, and still finds the rows deleted since."""
    update(places)
    right = rows_of(folder)
    with IndexReader(folder) as reader:
        with reader.snapshot() as before:
            (places / "two.md").unlink()
            writer = threading.Thread(target=update, args=(places,), kwargs={"prune": True})
            writer.start()  # it ends after the question, because it waits to checkpoint the log
            while files(folder) != ["vectors-00000002.bin"]:
                time.sleep(0.01)
            assert contents(before) == right
        writer.join()
        with reader.snapshot() as after:
            assert contents(after) == rows_of(folder)
            assert len(after.store.ids) == 3 * FEW


def test_between_publishing_and_the_new_file_the_dead_are_not_found(places: Path, folder: Path, update: Update) -> None:
    update(places)
    (places / "two.md").unlink()
    (old,) = (path.read_bytes() for path in Layout(folder).vectors_files().values())
    update(places, prune=True)
    for path in Layout(folder).vectors_files().values():
        path.unlink()
    Layout(folder).vectors(1).write_bytes(old)
    with IndexReader(folder) as reader, reader.snapshot() as snapshot:
        ids, vectors = contents(snapshot)
        found, _ = snapshot.store.search(np.array(vectors[0], np.float32), 4 * FEW)
        assert sorted(found.tolist()) == ids
        assert len(ids) == len(snapshot.rows(ids)) == 3 * FEW
    assert_same_without_it(folder)


# --- damage ---

Damage = Callable[[bytes], bytes]
DAMAGES: dict[str, tuple[Damage, str]] = {
    "a flipped bit": (lambda data: data[:5000] + bytes([data[5000] ^ 4]) + data[5001:], "checksum is wrong"),
    "a flipped bit in the header": (lambda data: data[:70] + bytes([data[70] ^ 4]) + data[71:], "checksum is wrong"),
    "cut short": (lambda data: data[:-8], "bytes instead of"),
    "too long": (lambda data: data + b"\0", "bytes instead of"),
    "empty": (lambda data: b"", "no file of vectors"),
    "zeroed": (lambda data: bytes(len(data)), "no file of vectors"),
    "of another format": (lambda data: data[:8] + struct.pack("<I", 99) + data[12:], "of format 99"),
    "more rows than bytes": (lambda data: data[:16] + struct.pack("<Q", 1 << 60) + data[24:], "contradicts itself"),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_is_told_and_mended(
    places: Path, folder: Path, update: Update, caplog: pytest.LogCaptureFixture, damage: str
) -> None:
    """One line reports it, the vectors come from the database, and the next run writes a new file without embedding."""
    update(places)
    right = rows_of(folder)
    spoil, sentence = DAMAGES[damage]
    (path,) = Layout(folder).vectors_files().values()
    whole = path.read_bytes()
    path.write_bytes(spoil(whole))
    assert rows_of(folder) == right
    (record,) = caplog.records
    assert sentence in record.getMessage()
    assert f"byline --index {folder} index" in record.getMessage()
    assert "\n" not in record.getMessage()
    assert update(places).embedded == 0
    assert path.read_bytes() == whole
    assert rows_of(folder) == right


def test_a_file_of_another_model_is_not_used(places: Path, folder: Path, update: Update) -> None:
    update(places)
    right = rows_of(folder)
    (path,) = Layout(folder).vectors_files().values()
    data = bytearray(path.read_bytes())
    data[48:64] = vector_file.origin_digest("another", "")
    body = zlib.crc32(data[vector_file.HEADER_BYTES :])
    data[vector_file.HEADER_BYTES - 4 : vector_file.HEADER_BYTES] = struct.pack(
        "<I", zlib.crc32(data[: vector_file.HEADER_BYTES - 4], body)
    )
    path.write_bytes(data)
    assert vector_file.read_header(path).origin == vector_file.origin_digest("another", "")
    assert rows_of(folder) == right
    update(places)
    assert vector_file.read_header(path).origin != vector_file.origin_digest("another", "")


def test_headers_are_read_again_only_when_a_file_came_or_went(
    places: Path, folder: Path, update: Update, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    update(places)
    read: list[Path] = []

    def noted(path: Path) -> vector_file.Header:
        read.append(path)
        return vector_file.read_header(path)

    monkeypatch.setattr(loading, "read_header", noted)
    (path,) = Layout(folder).vectors_files().values()
    with IndexReader(folder) as reader:

        def seen() -> Rows:
            with reader.snapshot() as snapshot:
                return contents(snapshot)

        right = seen()
        assert seen() == right
        assert read == [path]
        path.rename(tmp_path / "away")
        assert seen() == right
        (tmp_path / "away").rename(path)
        assert seen() == seen() == right
        assert read == [path, path]


def test_a_full_disk_costs_nothing_but_time(
    places: Path, folder: Path, update: Update, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        update(places)
    assert "No space left" in caplog.text
    assert files(folder) == []
    assert len(rows_of(folder)[0]) == 4 * FEW


def test_what_a_killed_run_left_is_cleared(places: Path, folder: Path, update: Update) -> None:
    update(places)
    left = folder / "vectors-00000007.bin.tmp"
    left.write_bytes(b"half")
    update(places)
    assert not left.exists()
    assert len(files(folder)) == 1


def test_one_of_a_database_that_an_older_copy_replaced_is_not_searched(
    places: Path, folder: Path, update: Update, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not even once a run, here an interrupted one, has reached its generation."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    update(places)
    database = folder / "index.db"
    older = database.read_bytes()
    article(places, "five", FEW)
    update(places)
    assert files(folder) == ["vectors-00000002.bin"]
    database.write_bytes(older)
    article(places, "five", FEW, seed=1)
    monkeypatch.setattr(writer, "keep_vectors", interrupt)
    with pytest.raises(KeyboardInterrupt):
        update(places)
    assert len(rows_of(folder)[0]) == 5 * FEW
    assert_same_without_it(folder)


# --- many passages ---


def test_many_passages_are_compressed_and_the_status_says_how_well(
    places: Path, folder: Path, update: Update, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(vector_file_upkeep, "COMPRESSED_FROM", 700)
    update(places)
    article(places, "long", 700)
    update(places)
    with IndexReader(folder) as reader, reader.snapshot() as snapshot:
        recall = snapshot.status().recall
        assert recall is not None
        assert 0.99 <= recall <= 1.0
        ids = snapshot.store.ids
        assert len(ids) == 780
        there, vectors = snapshot.store.vectors_of(ids)
        assert there.all()
        nearest = [snapshot.store.search(vector, 1)[0][0] for vector in vectors]
        assert np.mean(np.array(nearest) == ids) > 0.99
        few = np.isin(ids, snapshot.matching(Filter(languages=("en",)))[:7])
        found, _ = snapshot.store.search(vectors[500], 10, mask=few)
        assert set(found.tolist()) == set(ids[few].tolist())
    assert main(["--index", str(folder), "status"]) == 0
    assert f"compressed, recall@10 {recall:.3f}" in capsys.readouterr().out


def test_a_compressed_file_loses_what_was_deleted_and_is_not_made_again(
    places: Path, folder: Path, update: Update, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vector_file_upkeep, "COMPRESSED_FROM", 700)
    article(places, "long", 700)
    update(places)
    with IndexReader(folder) as reader, reader.snapshot() as snapshot:
        ids, vectors = contents(snapshot)
        gone = {row.id for row in snapshot.rows(ids) if row.article.title == "two"}
    monkeypatch.setattr(vector_file_upkeep, "SAMPLE_ROWS", 0)  # nothing can be compressed anew
    (places / "two.md").unlink()
    update(article(places, "five", FEW), places, prune=True)
    assert files(folder) == ["vectors-00000002.bin"]
    data = (folder / "vectors-00000002.bin").read_bytes()
    stored = dict(zip(ids, vectors, strict=True))
    assert {row for row in ids if np.array(stored[row], np.float16).tobytes() in data} == set(ids) - gone
    with IndexReader(folder) as reader, reader.snapshot() as snapshot:
        now, _ = contents(snapshot)
        assert set(now).issuperset(set(ids) - gone)
        assert (len(now), len(gone)) == (len(ids), FEW)
        assert all(snapshot.store.search(np.array(stored[row], np.float32), 1)[0][0] != row for row in gone)


def test_where_compression_loses_too_much_search_stays_exact(
    places: Path, folder: Path, update: Update, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(vector_file_upkeep, "COMPRESSED_FROM", SOME)
    monkeypatch.setattr(vector_file_upkeep, "RECALL", 1.1)
    update(places)
    assert "stays exact" in caplog.text
    with IndexReader(folder) as reader, reader.snapshot() as snapshot:
        assert snapshot.status().recall is None
    assert len(files(folder)) == 1
    assert_same_without_it(folder)
