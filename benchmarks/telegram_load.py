"""Load test of the Telegram bot: `byline bot` over 10,000 synthetic passages, asked by the offline Bot API's own bench.

    python -m benchmarks.telegram_load FOLDER

The folder keeps the index between runs. Figures need an idle machine.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from .growth import question_words
from .measure import ROOT
from .synthetic import fill

SHARED = ROOT.parent / "shared"
QUESTIONS = 2_000


def main(folder: Path) -> None:
    """Complete the index, then run the bench twice: at a steady rate, and with 300 messages at once."""
    folder.mkdir(parents=True, exist_ok=True)
    index, questions = folder / "index", folder / "questions.txt"
    fill(index, 10_000)
    questions.write_text("\n".join(map(question_words, range(QUESTIONS))), encoding="utf-8")
    _bench(index, questions, "--messages", "1", "--rates", "30", "--seconds", "60")
    _bench(index, questions, "--messages", "300", "--rates", "10", "--seconds", "20")


def _bench(index: Path, questions: Path, *options: str) -> None:
    with tempfile.TemporaryDirectory() as state:
        settings = {
            "PYTHONPATH": str(ROOT),
            "BYLINE_INDEX": str(index),
            "BYLINE_STATE": state,
            "BYLINE_TELEGRAM_TOKEN": "{token}",
            "BYLINE_TELEGRAM_BASE_URL": "{base_url}",
        }
        command = [sys.executable, "-m", "botapi.bench", "--command", f"{sys.executable} -m bot.cli bot"]
        for name, value in settings.items():
            command += ["--env", f"{name}={value}"]
        command += ["--texts", str(questions), *options]
        subprocess.run(command, cwd=SHARED, env={**os.environ, "OMP_NUM_THREADS": "1"}, check=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
