"""The design rules, checked on the imports: which way they point, and where the heavy libraries may be imported."""

import ast
from collections.abc import Iterator
from functools import cache

import pytest

from .conftest import ROOT, loaded_by, python

PACKAGES = ("embeddings", "retrieval", "bot")

HOMES = {
    "torch": {"embeddings.transformer"},
    "sentence_transformers": {"embeddings.transformer"},
    "onnxruntime": {"embeddings.onnx_model"},
    "onnx": {"embeddings.onnx_graph"},
    "faiss": {"retrieval.stores.faiss_store"},
    "sqlite3": {"retrieval.index", "retrieval.pattern_cache", "bot.telegram.state"},
    "telegram": {"bot.telegram"},
    "markdown_it": {"retrieval.articles.markdown_lines"},
}
"""For each library the modules or packages that may import it."""


MODULES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for package in PACKAGES
    for path in (ROOT / package).rglob("*.py")
}


@cache
def imports(name: str) -> list[str]:
    """Return the absolute names of what a module imports, at its top or inside functions."""
    return list(_imports(name))


def _imports(name: str) -> Iterator[str]:
    path = MODULES[name]
    tree = ast.parse(path.read_text(encoding="utf-8"))
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            stem = ".".join([*base, *([node.module] if node.module else [])])
            for alias in node.names:
                full = f"{stem}.{alias.name}"
                yield full if full in MODULES else stem


def within(name: str, home: str) -> bool:
    return name == home or name.startswith(home + ".")


@pytest.mark.parametrize("name", [name for name in MODULES if within(name, "embeddings")])
def test_embeddings_import_nothing_of_ours(name: str) -> None:
    assert not [found for found in imports(name) if within(found, "retrieval") or within(found, "bot")]


@pytest.mark.parametrize("name", [name for name in MODULES if within(name, "retrieval")])
def test_retrieval_knows_embedders_by_their_protocol_only(name: str) -> None:
    ours = {found for found in imports(name) if within(found, "embeddings") or within(found, "bot")}
    assert ours <= {"embeddings.base", "embeddings.errors", "embeddings.cores"}


@pytest.mark.parametrize("library", HOMES)
def test_a_heavy_library_has_one_home(library: str) -> None:
    users = {name for name in MODULES if any(within(found, library) for found in imports(name))}
    strays = {name for name in users if not any(within(name, home) for home in HOMES[library])}
    assert not strays


def test_imports_make_no_cycle() -> None:
    """Neither at the top of modules nor inside functions."""
    graph = {name: {found for found in imports(name) if found in MODULES} - {name} for name in MODULES}
    finished: set[str] = set()

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " → ".join([*trail[trail.index(name) :], name])
        if name not in finished:
            for found in sorted(graph[name]):
                visit(found, (*trail, name))
            finished.add(name)

    for name in sorted(graph):
        visit(name, ())


HEAVY = {"torch", "sentence_transformers", "transformers", "onnxruntime", "faiss", "telegram", "numpy", "markdown_it"}


def test_help_loads_nothing_heavy() -> None:
    code = "from bot.cli import main\ntry:\n    main(['--help'])\nexcept SystemExit:\n    pass"
    assert not loaded_by(code) & HEAVY


def test_a_question_loads_no_reader_of_articles() -> None:
    code = "import sys, bot.commands.ask; print(*sys.modules)"
    assert not [name for name in python(code).stdout.split() if within(name, "retrieval.articles")]
