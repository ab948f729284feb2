"""The thorough check of an index derives everything from the texts again and compares it with what is stored."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace

from embeddings.hashing import HashingEmbedder
from embeddings.registry import load_embedder
from retrieval.index import IndexReader, check_index, vector_file_upkeep
from retrieval.index.examine import examine_index
from retrieval.index.layout import Layout
from retrieval.types import ReadOptions

from .conftest import DAWN, DUSK, HASHING, QUAY, SEEDS, Update, execute, listed, write
from .test_common import boxes

Harm = Callable[[sqlite3.Connection], object]


def harmed(folder: Path, harm: Harm) -> list[str]:
    """Change the database directly; return what the thorough check reports, asserting that the quick one is silent."""
    with closing(sqlite3.connect(folder / "index.db", isolation_level=None)) as connection:
        harm(connection)
    assert check_index(folder) == []
    return examine_index(folder, load_embedder)


def test_a_whole_index_is_found_whole(folder: Path, update: Update, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vector_file_upkeep, "PAYS_FROM", 1)
    update(SEEDS)
    assert len(Layout(folder).vectors_files()) == 1
    assert examine_index(folder, load_embedder) == []
    monkeypatch.setattr(Layout, "vectors_files", lambda _: {9: folder / "vectors-9.bin"})  # a run has just replaced it
    assert examine_index(folder, load_embedder) == []


def test_an_index_of_another_version_is_told_as_such_and_mended(folder: Path, update: Update) -> None:
    update(SEEDS)
    execute(folder, "UPDATE meta SET value = '1.1' WHERE key = 'versions'")
    (told,) = examine_index(folder, load_embedder)
    assert told.endswith(f"split by another version of Byline; fix it with: byline --index {folder} index")
    with pytest.raises(TypeError, match="a fault"), IndexReader(folder) as reader, reader.snapshot():
        raise TypeError("a fault of the program, not damage")
    update(SEEDS)
    assert examine_index(folder, load_embedder) == []


def test_an_article_that_moved_is_still_whole(folder: Path, update: Update, tmp_path: Path) -> None:
    old, new = tmp_path / "old.md", tmp_path / "new.md"
    old.write_text("# The pier\n\nThe lamp of the pier is lit at dusk by the keeper's eldest daughter.\n", "utf-8")
    update(old)
    old.rename(new)
    update(tmp_path)
    assert examine_index(folder, load_embedder) == []


def test_what_a_source_repeats_and_what_is_read_whole_is_whole(folder: Path, update: Update, tmp_path: Path) -> None:
    update(boxes(tmp_path / "in"))
    assert all(article.dropped for article, _ in listed(folder))
    assert examine_index(folder, load_embedder) == []
    update(tmp_path / "in", reading=ReadOptions(keep_all=True))
    assert not any(article.dropped for article, _ in listed(folder))
    assert examine_index(folder, load_embedder) == []


def test_two_dumps_that_use_one_id_are_whole(folder: Path, update: Update, tmp_path: Path) -> None:
    for name, text in (("a", DAWN), ("b", DUSK)):
        (tmp_path / f"{name}.jsonl").write_text(json.dumps({"id": "7", "text": text}), "utf-8")
        update(tmp_path / f"{name}.jsonl")
    assert len({article.id for article, _ in listed(folder)}) == 2
    assert examine_index(folder, load_embedder) == []


class English(HashingEmbedder):
    """A model that reads English only."""

    languages = frozenset({"en"})


def test_a_language_that_the_model_does_not_read_has_lost_no_vectors(
    folder: Path, update: Update, tmp_path: Path
) -> None:
    """Not even where an article of the same words, in a language that it reads, has brought some."""
    places = tmp_path / "in"
    write(places / "a.md", DAWN, language="en")
    write(places / "b.md", DAWN, language="de")
    write(places / "c.md", DUSK, language="de")
    write(places / "d.md", QUAY, language="en")
    update(places, models=replace(HASHING, load=lambda _: English()))
    assert examine_index(folder, lambda _: English()) == []
    execute(folder, "DELETE FROM vector WHERE hash = (SELECT hash FROM passage WHERE id = 1)")
    execute(folder, "DELETE FROM part WHERE vector NOT IN (SELECT id FROM vector)")
    (told,) = examine_index(folder, lambda _: English())
    assert "1 passages have lost their vectors; rebuild it with" in told


def test_an_index_that_has_lost_all_of_its_vectors_is_not_whole(folder: Path, update: Update, tmp_path: Path) -> None:
    update(write(tmp_path / "a.md", DAWN))
    execute(folder, "DELETE FROM part")
    execute(folder, "DELETE FROM vector")
    (told,) = examine_index(folder, load_embedder)
    assert "1 passages have lost their vectors; rebuild it with" in told


def _noise(connection: sqlite3.Connection) -> None:
    chance = np.random.default_rng(7)
    for (row,) in connection.execute("SELECT id FROM vector").fetchall():
        noise = chance.standard_normal(384).astype(np.float32).tobytes()
        connection.execute("UPDATE vector SET whole = ? WHERE id = ?", (noise, row))


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        (_noise, "vectors of passages are not those of their texts"),
        (lambda c: c.execute("UPDATE part SET vectors = zeroblob(length(vectors))"), "vectors of sentences of"),
        (lambda c: c.execute("UPDATE article SET digest = 'x'"), "articles do not match their hashes"),
        (
            lambda c: c.execute("UPDATE passage SET hash = (SELECT hash FROM passage WHERE id = 2) WHERE id = 1"),
            "1 passages do not match their hashes",
        ),
        (lambda c: c.execute("UPDATE model SET fingerprint = 'x'"), "made with another version of the model 'hashing'"),
    ],
)
def test_what_the_database_cannot_know_is_found(folder: Path, update: Update, harm: Harm, told: str) -> None:
    update(SEEDS)
    problems = harmed(folder, harm)
    assert any(told in problem for problem in problems), problems
    assert all(f"byline --index {folder} index" in problem for problem in problems)


def test_a_damaged_file_of_vectors_is_told_and_made_again_without_embedding(
    folder: Path, update: Update, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vector_file_upkeep, "PAYS_FROM", 1)
    update(SEEDS)
    (path,) = Layout(folder).vectors_files().values()
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    (told,) = examine_index(folder, load_embedder)
    assert told == f"{path}: cannot be used, its checksum is wrong; rebuild it with: byline --index {folder} index"
    assert update().embedded == 0
    assert len(Layout(folder).vectors_files()) == 1
    assert examine_index(folder, load_embedder) == []


def test_another_indexs_file_of_vectors_is_not_searched(
    folder: Path, update: Update, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vector_file_upkeep, "PAYS_FROM", 1)
    article = tmp_path / "article.md"
    article.write_text("# The pier\n\nThe lamp of the pier is lit at dusk by the keeper's eldest daughter.\n", "utf-8")
    update(article)
    (path,) = Layout(folder).vectors_files().values()
    other = path.read_bytes()
    for file in folder.iterdir():
        file.unlink()
    article.write_text(
        "# The quarry\n\nGranite from the quarry went by barge to three bridges of the capital.\n", "utf-8"
    )
    update(article)
    path.write_bytes(other)
    assert examine_index(folder, load_embedder) == []
