"""Fixtures and helpers shared by many tests: index folders, indexes of the sample articles, commands run in process."""

import functools
import io
import json
import os
import signal
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import NamedTuple
from weakref import WeakValueDictionary

import pytest
from hypothesis import HealthCheck, settings

from bot.app import make_assistant
from bot.assistant import Assistant
from bot.cli import main
from bot.config import Settings
from embeddings import registry
from embeddings.registry import fingerprint_of, load_embedder
from retrieval.index import IndexReader, Models, Snapshot, UpdateOptions
from retrieval.index.report import UpdateReport
from retrieval.index.writer import update_index
from retrieval.types import Article, Passage

from .faulty_disk import Worker, compile_shim

# A shell's background job ignores Ctrl-C, and so would the processes that tests start and interrupt.
signal.signal(signal.SIGINT, signal.default_int_handler)

# No test is timed: a busy machine makes any example slow.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

ROOT = Path(__file__).resolve().parents[1]
SEEDS = ROOT / "seeds"
SHARED = ROOT.parent / "shared"
"""Data that is not part of the project; tests that need it are skipped if it is missing."""

# Graphs and models are built once for all tests, and not in the user's own cache.
os.environ.setdefault("BYLINE_CACHE", str(ROOT / ".test-cache"))


DAWN = "The ferry left the harbour at dawn with forty passengers, two horses and the mail for the islands of the north."
DUSK = (
    "It came back at dusk without the horses, and nobody on the quay would say where they had been put ashore that day."
)
QUAY = "The harbour master, who had watched from the quay since noon, wrote a single line into the book of arrivals."


def keep_or_hashing(_languages: Counter[str | None], current: str | None) -> str:
    """Choose the index's current model, or the hashing model for a new index."""
    return current or "hashing"


HASHING = Models(choose=keep_or_hashing, load=load_embedder, fingerprint=fingerprint_of)

Update = Callable[..., UpdateReport]

Open = Callable[[Sequence[tuple[str, str]]], Snapshot]
"""Type of the `index_of` fixture."""

Indexes = Callable[[str], Path]
"""Type of the `seeds_index` fixture."""


class Done(NamedTuple):
    """Exit code and output of a command."""

    code: int
    out: str
    err: str

    @property
    def complaint(self) -> str:
        """The single line of the error message; asserts exit code 2 and no other output."""
        assert (self.code, self.out) == (2, "")
        (line,) = self.err.splitlines()
        return line


Run = Callable[..., Done]
"""Type of the `run` fixture."""


@pytest.fixture(autouse=True)
def _holds_no_models(monkeypatch: pytest.MonkeyPatch) -> None:
    """Share no loaded model between tests: one of them may have changed the model's files."""
    monkeypatch.setattr(registry, "_loaded", WeakValueDictionary())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Path of an index folder that does not exist yet."""
    return tmp_path / "index"


@pytest.fixture
def update(folder: Path) -> Update:
    """Index paths with the hashing model, without waiting for the file system's clock."""

    def run(*paths: Path, models: Models = HASHING, **options: object) -> UpdateReport:
        return update_index(folder, paths, models, options=UpdateOptions(**options))  # type: ignore[arg-type]

    return run


@pytest.fixture
def index_of(tmp_path: Path, folder: Path, update: Update) -> Iterator[Open]:
    """Return a function that opens an index of articles, given as pairs of language and text."""
    with ExitStack() as opened:

        def open_index(articles: Sequence[tuple[str, str]]) -> Snapshot:
            dump = tmp_path / "dump.jsonl"
            rows = [{"id": str(at), "language": code, "text": text} for at, (code, text) in enumerate(articles)]
            dump.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
            update(dump)
            return opened.enter_context(opened.enter_context(IndexReader(folder)).snapshot())

        yield open_index


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in this process, optionally with standard input."""

    def run(*arguments: object, stdin: str | None = None) -> Done:
        if stdin is not None:
            monkeypatch.setattr(sys, "stdin", io.StringIO(stdin))
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        return Done(code, *capsys.readouterr())

    return run


def listed(folder: Path) -> list[tuple[Article, list[Passage]]]:
    """Return the articles of an index, each with its passages."""
    with IndexReader(folder) as reader, reader.snapshot() as snapshot:
        found = [snapshot.article_with_passages(article.id) for article in snapshot.articles()]
        return [entry for entry in found if entry]


@pytest.fixture(scope="session")
def seeds_index(tmp_path_factory: pytest.TempPathFactory) -> Indexes:
    """Return the index of the sample articles for a model; built once for all tests, so it must not be changed."""

    @functools.cache
    def made(model: str) -> Path:
        folder = tmp_path_factory.mktemp(model) / "index"
        assert main(["--index", str(folder), "index", "--model", model, str(SEEDS)]) == 0
        return folder

    return made


@pytest.fixture(scope="module")
def assistant(seeds_index: Indexes) -> Iterator[Assistant]:
    """What answers from the sample articles with the multilingual model."""
    with closing(make_assistant(Settings(index=seeds_index("multilingual")))) as made:
        yield made


@pytest.fixture
def cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A cache folder for this test only, which does not exist yet."""
    monkeypatch.setenv("BYLINE_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def python(code: str, env: Mapping[str, str] | None = None) -> "subprocess.CompletedProcess[str]":
    """Run code in a new interpreter."""
    command = [sys.executable, "-c", code]
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=True)


def loaded_by(code: str) -> set[str]:
    """Return the top-level modules that a fresh interpreter has loaded after running the code."""
    return set(python(f"import sys\n{code}\nprint(*{{name.split('.')[0] for name in sys.modules}})").stdout.split())


def write(path: Path, *paragraphs: str, title: str = "The ferry", **facts: str) -> Path:
    """Write a note with front matter; return its path."""
    head = "".join(f"{key}: {value}\n" for key, value in {"title": title, **facts}.items())
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{head}---\n\n" + "\n\n".join(paragraphs) + "\n", encoding="utf-8")
    return path


def bytes_of(folder: Path) -> bytes:
    """Return the content of all files in a folder and below it."""
    return b"".join(file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file())


def execute(folder: Path, statement: str) -> None:
    """Change an index's database behind the program's back."""
    with closing(sqlite3.connect(folder / "index.db", isolation_level=None)) as connection:
        connection.execute(statement)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Make a folder inaccessible; skip the test if that has no effect."""
    folder.chmod(0)
    try:
        if os.access(folder, os.X_OK):
            pytest.skip("root may enter everything")
        yield
    finally:
        folder.chmod(0o700)


@pytest.fixture(scope="session")
def shim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the shared library that injects disk failures."""
    library = compile_shim(tmp_path_factory.mktemp("shim"))
    if library is None:
        pytest.skip("faults are injected by a small C library: needs Linux and a C compiler (cc)")
    return library


@pytest.fixture(scope="session")
def worker(shim: Path) -> Iterator[Worker]:
    """Return the process that runs scenarios on a failing disk."""
    worker = Worker(shim)
    yield worker
    worker.close()
