"""What the program may execute: no pickle, no `eval`, no shell, no code of a model; and what it is installed from."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from .conftest import ROOT

SOURCES = sorted(file for package in ("bot", "retrieval", "embeddings") for file in (ROOT / package).rglob("*.py"))
UNPICKLERS = {"pickle", "cPickle", "marshal", "shelve", "dill", "cloudpickle", "joblib", "jsonpickle", "pty"}
STARTS_A_PROCESS = "retrieval/articles/parallel.py"
"""The only file that may start a process."""
RUNNERS = {"eval", "exec", "compile", "__import__", "system", "popen", "execv", "spawnv"}

COMPILES_PATTERNS = {"re.compile", "engine.compile"}


def nodes(file: Path) -> Iterator[ast.AST]:
    return ast.walk(ast.parse(file.read_text(encoding="utf-8")))


def called(node: ast.Call) -> str:
    """Return the dotted name of the function called."""
    return ast.unparse(node.func)


@pytest.mark.parametrize("file", SOURCES, ids=lambda file: str(file.relative_to(ROOT)))
def test_nothing_is_unpickled_evaluated_or_given_to_a_shell(file: Path) -> None:
    forbidden = UNPICKLERS if file == ROOT / STARTS_A_PROCESS else UNPICKLERS | {"subprocess"}
    for node in nodes(file):
        if isinstance(node, ast.Import):
            assert not forbidden & {name.name.partition(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert (node.module or "").partition(".")[0] not in forbidden or node.level
        elif isinstance(node, ast.Call):
            name = called(node)
            assert name in COMPILES_PATTERNS or name.rpartition(".")[2] not in RUNNERS, name
            assert name not in {"torch.load", "yaml.load"}, name
            if name == "np.load":
                assert any(keyword.arg == "allow_pickle" for keyword in node.keywords)
            for keyword in node.keywords:
                assert keyword.arg != "shell"
                if keyword.arg in {"trust_remote_code", "allow_pickle"}:
                    assert ast.unparse(keyword.value) == "False"


def test_the_only_process_that_is_started_is_a_module_of_its_own() -> None:
    calls = [node for node in nodes(ROOT / STARTS_A_PROCESS) if isinstance(node, ast.Call)]
    (start,) = (node for node in calls if called(node).startswith("subprocess."))
    assert ast.unparse(start.args[0]) == "[sys.executable, '-P', '-m', worker.__name__]"


def test_models_are_loaded_from_safetensors_alone() -> None:
    (call,) = (
        node for node in nodes(ROOT / "embeddings" / "transformer.py")
        if isinstance(node, ast.Call) and called(node) == "SentenceTransformer"
    )  # fmt: skip
    given = {keyword.arg: ast.unparse(keyword.value) for keyword in call.keywords}
    assert given["trust_remote_code"] == "False"
    assert given["model_kwargs"] == "{'use_safetensors': True}"


def test_the_versions_of_the_lock_are_those_that_are_tested() -> None:
    """Each requirement in the lock is pinned to the version in `constraints.txt` and has a hash."""
    pinned = dict(line.split("==") for line in (ROOT / "constraints.txt").read_text().splitlines() if "==" in line)
    wanted = {re.sub(r"[-_.]+", "-", name).lower(): version for name, version in pinned.items()}
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8").replace("\\\n", " ")
    entries = [line for line in lock.splitlines() if line and not line.lstrip().startswith("#")]
    assert len(entries) > 40
    for entry in entries:
        name, version = re.match(r"([\w.-]+)==(\S+)", entry).groups()  # type: ignore[union-attr]
        assert wanted.get(re.sub(r"[-_.]+", "-", name).lower(), version) == version
        assert "--hash=sha256:" in entry
