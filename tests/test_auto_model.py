"""`model = auto`: which model an index gets, what is said if the better one is missing, and how to switch."""

from collections import Counter
from pathlib import Path

import pytest

from bot import app
from bot.render import report

from .conftest import SEEDS, Indexes, Run


@pytest.mark.parametrize(
    ("languages", "installed", "current", "expected"),
    [
        ({"en": 5}, True, None, "english"),
        ({"en": 5, None: 1}, True, None, "english"),
        ({"en": 5, "uk": 1}, True, None, "multilingual"),
        ({"fr": 1}, True, None, "multilingual"),
        ({"en": 5, "uk": 1}, False, None, "english"),
        ({"uk": 5}, True, "minilm", "minilm"),
        ({"en": 5}, True, "multilingual", "multilingual"),
    ],
)
def test_the_articles_choose_the_model(
    languages: dict[str | None, int],
    installed: bool,
    current: str | None,
    expected: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(app, "has_multilingual", lambda: installed)
    assert app.choose_model("auto", Counter(languages), current) == expected


def test_without_the_better_model_one_line_says_what_to_install_and_one_command_switches(
    folder: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    school = SEEDS / "shkola-v-tikhoy-bukhte.txt"
    with monkeypatch.context() as absent:
        absent.setattr(app, "has_multilingual", lambda: False)
        absent.setattr(report, "has_multilingual", lambda: False)
        code, out, err = run("--index", folder, "index", school)
    assert code == 0
    (advice,) = [line for line in (out + err).splitlines() if "pip install" in line]
    assert "ru (1)" in advice
    assert "byline[multilingual]" in advice
    assert run("--index", folder, "index", "--model", "multilingual").code == 0
    # Installed by now, so the advice no longer mentions installing.
    switch = f"for all languages: byline --index {folder} index --model multilingual"
    assert switch in run("--index", folder, "index", "--model", "minilm").out
    assert " 0 embedded" in run("--index", folder, "index", "--model", "multilingual").out


@pytest.mark.parametrize(("model", "is_read"), [("english", False), ("multilingual", True)])
def test_a_question_that_the_model_does_not_read_is_refused_with_the_remedy(
    model: str, is_read: bool, seeds_index: Indexes, run: Run
) -> None:
    code, out, _ = run("--index", seeds_index(model), "ask", "wer hat die Webster-Lampen gekauft?")
    assert code == 1
    assert ("does not read the language" in out and "--model multilingual" in out) is not is_read
