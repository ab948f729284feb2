"""A damaged index never answers with text that is in no article, or with a traceback: it says how to fix the damage."""

import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from retrieval.errors import IndexDamagedError, NoIndexError, StoreError
from retrieval.index import IndexReader, check, check_index, writer
from retrieval.index.writer import update_index

from .conftest import DAWN, DUSK, HASHING, QUAY, SEEDS, Run, Update, execute, listed, write
from .torture import FULL, SECONDS, campaign

FLIPS = 20_000 if FULL else 250

Shown = set[tuple[str | None, str | None, str | None, str]]
"""Title, source, date and text of each passage."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("whole") / "index"
    update_index(folder, [SEEDS], HASHING)
    return folder


def shown(folder: Path) -> Shown:
    """Return everything that answers are made from."""
    with IndexReader(folder) as reader, reader.snapshot() as snapshot:
        snapshot.full_text(["soldier", "harbour"], 50)
        rows = snapshot.rows(snapshot.store.ids.tolist())
        snapshot.sentence_vectors([row.id for row in rows])
        snapshot.status()
        return {(row.article.title, row.article.source, row.article.published, row.passage.text) for row in rows}


def told_or_true(folder: Path, truth: Shown, what: object) -> bool:
    """Assert that an index shows nothing false or reports its damage; return whether it shows everything."""
    try:
        return _true(shown(folder), truth, what)
    except StoreError as error:
        assert "\n" not in str(error), what
        assert "byline" in str(error) or "run the command again" in str(error), what
        return False


def _true(found: Shown, truth: Shown, what: object) -> bool:
    assert found <= truth, (what, found - truth)
    return found == truth


def is_told(folder: Path) -> bool:
    try:
        return bool(check_index(folder))
    except (IndexDamagedError, NoIndexError):
        return True


def flipped(content: bytes) -> Iterator[tuple[object, bytes]]:
    chance = random.Random(20_250_331)
    for _ in range(FLIPS):
        damaged, at, bit = bytearray(content), chance.randrange(len(content)), chance.randrange(8)
        damaged[at] ^= 1 << bit
        yield ("flip", at, bit), bytes(damaged)


def truncated(content: bytes) -> Iterator[tuple[object, bytes]]:
    for length in range(0, len(content), 4096):
        yield ("truncated", length), content[:length]


def overwritten(content: bytes) -> Iterator[tuple[object, bytes]]:
    for start in range(0, len(content), 8192):
        yield ("zeroed", start), content[:start] + bytes(8192) + content[start + 8192 :]


@pytest.mark.timeout(SECONDS)
def test_no_damage_is_ever_quoted(whole: Path, tmp_path: Path) -> None:
    content, truth, folder = (whole / "index.db").read_bytes(), shown(whole), tmp_path / "index"
    folder.mkdir()
    kinds = {"bit flipped": flipped, "cut at each 4 KiB": truncated, "page zeroed": overwritten}
    for kind, damages in kinds.items():
        with campaign(kind, "index.db") as damage:
            for what, damaged in damages(content):
                with damage.fault(what):
                    (folder / "index.db").write_bytes(damaged)
                    complete = told_or_true(folder, truth, what)
                    assert complete or is_told(folder), f"{what}: something is lost, and the check does not say so"
                for log in folder.glob("index.db-*"):
                    log.unlink()


def test_what_sqlite_finds_is_told_in_one_line(whole: Path, tmp_path: Path) -> None:
    """Its own words, where the cells of a page are not where they should be, are two lines."""
    content, problems = (whole / "index.db").read_bytes(), list[str]()
    for page in range(8192, 20 * 8192, 8192):
        (tmp_path / "index.db").write_bytes(content[: page + 8] + b"\x00\x01" + content[page + 10 :])
        with suppress(IndexDamagedError):
            problems += check_index(tmp_path)
    assert any("page" in problem for problem in problems)
    assert not any("\n" in problem for problem in problems)


def test_a_changed_letter_is_named_with_its_article(whole: Path, tmp_path: Path, run: Run) -> None:
    folder = tmp_path / "index"
    shutil.copytree(whole, folder)
    content = (folder / "index.db").read_bytes()
    word = next(text for *_, text in sorted(shown(whole), key=str)).split()[3].encode()
    (folder / "index.db").write_bytes(content.replace(word, b"x" * len(word)))
    code, _, said = run("--index", folder, "index", "--check")
    assert (code, "is not what was written" in said) == (2, True)
    assert f"byline --index {folder} index FOLDER" in said
    shutil.rmtree(folder)
    assert run("--index", folder, "index", "--model", "hashing", SEEDS).code == 0
    assert run("--index", folder, "index", "--check").code == 0


def test_a_cut_block_of_full_text_is_told_and_mended_by_a_rebuild(whole: Path, tmp_path: Path, run: Run) -> None:
    folder = tmp_path / "index"
    shutil.copytree(whole, folder)
    execute(folder, "UPDATE posting SET entries = substr(entries, 1, 13)")
    for command in (["index", "--check"], ["ask", "who stole the atlas?"]):
        line = run("--index", folder, *command).complaint
        assert "a block of full text is not what was written" in line
        assert f"rebuild it with: byline --index {folder} index FOLDER" in line
    assert run("--index", folder, "index", "--rebuild").code == 0
    assert run("--index", folder, "index", "--check").code == 0


def test_a_constraint_that_fails_is_damage_only_where_there_is_any(
    whole: Path, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In an intact index it is a bug of the program, and nobody must be told to discard the index."""
    folder = tmp_path / "index"
    shutil.copytree(whole, folder)
    with closing(IndexReader(folder)) as reader, reader.snapshot() as snapshot:
        key = snapshot.articles()[0].id

    def failing(*_: object) -> None:
        raise sqlite3.IntegrityError("UNIQUE constraint failed: place.uri")

    monkeypatch.setattr(writer, "delete", failing)
    code, _, err = run("--index", folder, "articles", "remove", key)
    assert code == 2
    assert "please report it" in err
    assert "rebuild it" not in err
    with closing(sqlite3.connect(folder / "index.db", isolation_level=None)) as connection:
        connection.execute("UPDATE article SET source = 'another paper' WHERE key != ?", (key,))
    assert "is not what was written" in run("--index", folder, "articles", "remove", key).complaint


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE meta SET value = 'x' WHERE key = 'generation'",
        "UPDATE meta SET value = 'x' WHERE key = 'published'",
        "DELETE FROM meta",
        "DELETE FROM article",
        "UPDATE article SET text = x'ff'",
        "UPDATE article SET source = x'ff'",
        "UPDATE article SET digest = CAST(x'ff' AS TEXT)",
        "UPDATE root SET path = x'ff'",
        "UPDATE root SET path = CAST(x'ff' AS TEXT)",
        "UPDATE file SET stamp = CAST(x'ff' AS TEXT)",
    ],
)
def test_what_sqlite_lets_pass_is_told_by_every_command(damage: str, whole: Path, tmp_path: Path, run: Run) -> None:
    folder = tmp_path / "index"
    ask = ["ask", "--source", "x", "where?"]
    for command in (
        *(["index"], ["index", "--rebuild"], ["index", "--dry-run"], ["status"], ask),
        *(["articles"], ["articles", "remove", "x"]),
    ):
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(whole, folder)
        execute(folder, damage)
        code, _, err = run("--index", folder, *command)
        assert (code == 2) == bool(err) or command[0] in {"articles", "ask"}, command
        assert len(err.splitlines()) <= 1, (command, err)
    execute(folder, damage)
    assert is_told(folder)


def test_vectors_too_long_for_any_memory_are_damage(whole: Path, tmp_path: Path, run: Run) -> None:
    folder = tmp_path / "index"
    shutil.copytree(whole, folder)
    execute(folder, "UPDATE model SET dim = 1000000000000")
    assert "are of the wrong length; rebuild it" in run("--index", folder, "ask", "where?").complaint


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        ('UPDATE passage SET "end" = 999999 WHERE id = 1', "is not what was written"),
        ("UPDATE passage SET start = start - 1 WHERE id = 2", "is not what was written"),
        ("DELETE FROM article WHERE id = 1", "rows belong to none; move the folder away"),
        ("DELETE FROM place WHERE article = 1", "1 articles lie nowhere; move the folder away"),
        ("UPDATE meta SET value = '7' WHERE key = 'model'", "passages are of a model that is not named"),
        ("DELETE FROM vector WHERE id = 1", "1 passages have lost their vectors"),
        ("UPDATE part SET vectors = substr(vectors, 3)", "vectors of sentences are of the wrong length"),
        ("DELETE FROM part WHERE vector = 1", "1 vectors have lost those of their sentences"),
        ("UPDATE vector SET whole = substr(whole, 5)", "vectors are of the wrong length"),
        ("UPDATE place SET path = x'00'", "place.path holds what is no text"),
        ("UPDATE meta SET value = '7' WHERE key = 'passages'", "or its counts of passages and languages, are not what"),
        ("UPDATE meta SET value = '7' WHERE key = 'words'", "full text is not of the articles' words"),
        ("DROP INDEX passage_hash", "its tables are not defined as they were"),
    ],
)
def test_what_no_whole_index_can_hold_is_told_by_a_check(damage: str, told: str, whole: Path, tmp_path: Path) -> None:
    folder = tmp_path / "index"
    shutil.copytree(whole, folder)
    assert check_index(folder) == []
    execute(folder, damage)
    (problem,) = [problem for problem in check_index(folder) if told in problem]
    assert f"byline --index {folder} index" in problem


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE meta SET value = '7' WHERE key = 'model'",
        "UPDATE passage SET hash = x'00' WHERE id = (SELECT max(id) FROM passage)",
        "UPDATE part SET vectors = substr(vectors, 3)",
        "UPDATE vector SET whole = substr(whole, 5)",
        "UPDATE vector SET whole = substr(whole, 5) WHERE model = 1",
        "UPDATE model SET dim = 7",
        "UPDATE model SET dim = 7 WHERE id = 1",
        "UPDATE meta SET value = '7' WHERE key = 'words'",
        "UPDATE posting SET stem = stem || 'x'",
    ],
)
def test_what_a_check_says_a_rebuild_mends_even_of_a_file_that_is_gone(
    damage: str, folder: Path, update: Update, tmp_path: Path
) -> None:
    file = write(tmp_path / "a.md", DAWN)
    update(file, write(tmp_path / "b.md", DUSK), write(tmp_path / "c.md", QUAY))
    execute(folder, "UPDATE model SET fingerprint = 'of an earlier model'")
    assert update().embedded == 3
    file.unlink()
    execute(folder, damage)
    assert all("index --rebuild" in problem for problem in check_index(folder))
    assert check_index(folder)
    update(rebuild=True)
    assert check_index(folder) == []
    assert len(listed(folder)) == 3


def test_a_fault_of_the_program_is_no_damage_and_costs_one_check(
    whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "index"
    shutil.copytree(whole, folder)
    checked: list[Path] = []

    def checks(index: Path) -> list[str]:
        checked.append(index)
        return check_index(index)

    monkeypatch.setattr(check, "check_index", checks)

    def fail() -> None:
        with IndexReader(folder) as reader, reader.snapshot():
            raise LookupError("a fault")

    for _ in range(3):
        with pytest.raises(LookupError, match="a fault"):
            fail()
    assert checked == [folder]
    execute(folder, "UPDATE meta SET value = '7' WHERE key = 'passages'")
    with pytest.raises(IndexDamagedError, match="counts of passages"):
        fail()


def test_another_indexs_log_is_not_mixed_in(whole: Path, tmp_path: Path) -> None:
    """A write-ahead log left over from another index may make this one unreadable; its answers stay correct."""
    other = tmp_path / "other"
    article = tmp_path / "article.md"
    article.write_text(
        "# Another\n\nThe other index holds this paragraph about the tide tables of the north.\n", "utf-8"
    )
    update_index(other, [article], HASHING)
    with IndexReader(other) as reader, reader.snapshot():
        article.write_text(
            "# Another\n\nThe tide tables were printed anew in the spring of that year, in blue.\n", "utf-8"
        )
        _update_quickly(other, article)
        log = (other / "index.db-wal").read_bytes()
    assert log
    truth = shown(whole) | shown(other)
    folder = tmp_path / "index"
    for length in (len(log), len(log) // 2, 100):
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(whole, folder)
        (folder / "index.db-wal").write_bytes(log[:length])
        told_or_true(folder, truth, length)


def _update_quickly(folder: Path, article: Path) -> None:
    """Update while a reader is active, with a short timeout instead of the usual one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("retrieval.index.schema.BUSY_TIMEOUT_SECONDS", 0.2)
        update_index(folder, [article], HASHING)


def test_without_its_database_there_is_no_index(tmp_path: Path, whole: Path) -> None:
    folder = tmp_path / "index"
    shutil.copytree(whole, folder)
    (folder / "index.db").unlink()
    with pytest.raises(NoIndexError, match="make one with"):
        shown(folder)
