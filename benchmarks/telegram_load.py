"""Load test of the Telegram bot: `byline bot` over 10,000 synthetic passages, asked by the offline Bot API's own bench.

    python -m benchmarks.telegram_load FOLDER

The folder keeps the index between runs: the first run takes minutes of embedding. Figures need an idle machine.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

from .measure import ROOT, byline

SHARED = ROOT.parent / "shared"

ARTICLES, PARAGRAPHS, SENTENCES = 2_000, 5, 4
PLACES = "harbour bridge mill quarry orchard station lighthouse school ferry market clinic archive bakery tower".split()
SYLLABLES = "Bel Cor Dun Est Fal Gor Hal Ister Jor Kel Lor Mer Nor Ost Pel Quin Ros Sel Tor Ulm Var Wes".split()
ENDINGS = "wick ford mouth stead haven bury dale more".split()
VERBS = "opened closed repaired flooded sold visited extended rebuilt inspected moved".split()
PEOPLE = ("the mayor", "the harbour master", "the school board", "the county surveyor", "two engineers", "the bakers")
REASONS = ("after the autumn storm", "because the roof had failed", "when the river froze", "despite long protests")


def main(folder: Path) -> None:
    """Complete the index, then run the bench twice: at a steady rate, and with 300 messages at once."""
    folder.mkdir(parents=True, exist_ok=True)
    index, dump, questions = folder / "index", folder / "dump.jsonl", folder / "questions.txt"
    if not questions.exists():
        _write_corpus(dump, questions)
    subprocess.run([*byline(index), "index", str(dump)], cwd=ROOT, check=True)
    _bench(index, questions, "--messages", "1", "--rates", "30", "--seconds", "60")
    _bench(index, questions, "--messages", "300", "--rates", "10", "--seconds", "20")


def _write_corpus(dump: Path, questions: Path) -> None:
    chance = random.Random(7)
    asked = []
    with dump.open("w", encoding="utf-8") as out:
        for number in range(ARTICLES):
            name = chance.choice(SYLLABLES) + chance.choice(ENDINGS)
            places = [chance.choice(PLACES) for _ in range(PARAGRAPHS)]
            text = "\n\n".join(_paragraph(chance, place, name) for place in places)
            row = {"id": f"s{number}", "title": f"The {places[0]} of {name}", "source": "Synthetic Post", "text": text}
            out.write(json.dumps(row) + "\n")
            asked.append(f"who {chance.choice(VERBS)} the {places[1]} of {name} {chance.choice(REASONS)}?")
    questions.write_text("\n".join(asked), encoding="utf-8")


def _paragraph(chance: random.Random, place: str, name: str) -> str:
    return " ".join(
        f"In {chance.randint(1890, 2024)} the {place} of {name} was {chance.choice(VERBS)} by {chance.choice(PEOPLE)} "
        f"{chance.choice(REASONS)}, at a cost of {chance.randint(2, 990)},000 crowns."
        for _ in range(SENTENCES)
    )


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
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path, help="for the passages and their index")
    main(parser.parse_args().folder.resolve())
