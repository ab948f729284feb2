"""The tools that are compared: how each is started, in an environment of its own that is created if missing."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from embeddings.cache import get_or_build
from embeddings.registry import load_embedder

from .corpus import Corpus
from .measure import ROOT, whole_process

RUNNERS = ROOT / "benchmarks" / "peers"
HOME = Path.home() / ".cache" / "byline-benchmarks"
PEERS = ("txtai", "langchain", "llama_index", "haystack", "chroma", "lancedb")
OURS = "byline"
OWN_ENVIRONMENT = ("plain", "floor")
"""Scripts that run in Byline's own environment."""


class Tool(Struct, frozen=True):
    """A tool over the corpus: `ask` is a command that answers one question and exits, `serve` one that answers many."""

    name: str
    ask: tuple[str, ...]
    serve: tuple[str, ...]
    good: tuple[int, ...] = (0,)
    environment: Mapping[str, str] = {}


def make_tool(name: str, corpus: Corpus) -> Tool:
    """Return a tool; create its environment and build its index of the corpus if they are missing."""
    if name == OURS:
        module, index = (sys.executable, "-m"), str(corpus.index)
        ask = (*module, "bot.cli", "--index", index, "ask", "--json", "-k", "10")
        return Tool(name, ask, (*module, "benchmarks.serve", index), good=(0, 1))
    python = sys.executable if name in OWN_ENVIRONMENT else _environment(name)
    script, folder = str(RUNNERS / f"run_{name}.py"), str(corpus.folder / name)
    environment = {"GRAPH": str(_graph())} if name == "floor" else {}
    if not Path(folder).exists():
        build = [python, script, "build", folder, str(corpus.passages), str(corpus.vectors)]
        whole_process(build, environment=environment)
    return Tool(name, (python, script, "ask", folder), (python, script, "serve", folder), environment=environment)


def _environment(name: str) -> str:
    """Return the interpreter of a tool's environment, which is created if missing."""
    python = HOME / name / "bin" / "python"
    if not python.exists():
        _run([sys.executable, "-m", "venv", str(HOME / name)])
        _run([str(python), "-m", "pip", "install", "-q", "-r", str(RUNNERS / f"{name}.txt")])
    return str(python)


def _run(command: Sequence[str]) -> None:
    subprocess.run(command, check=True, env={**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1"})


def _graph() -> Path:
    """Return the folder of the default model's graph in Byline's cache."""
    return get_or_build(f"onnx-1/{load_embedder('minilm').fingerprint}-fp32", _refuse)


def _refuse(_: Path) -> None:
    raise SystemExit("the default model's graph is not in the cache: run `byline ask` once")
