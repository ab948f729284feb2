"""The operations into which faults are injected: every way in which Byline changes an index.

Runs under the shim of `faulty_disk`.
"""

import sys
from contextlib import redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.cli import main
from embeddings.base import Embedder
from embeddings.hashing import HashingEmbedder
from retrieval.errors import RetrievalError
from retrieval.index import Models, vector_file_upkeep
from retrieval.index.writer import update_index

from .faulty_disk import serve
from .state_life import live


class OtherEmbedder(HashingEmbedder):
    """The hashing model under another name."""

    name = "other"
    fingerprint = "other-384-1"


def load(name: str) -> Embedder:
    return OtherEmbedder() if name == "other" else HashingEmbedder()


OTHER = Models(choose=lambda *_: "other", load=load, fingerprint=lambda name: load(name).fingerprint)


def index(folder: Path, places: Path) -> int:
    return main(["--index", str(folder), "index", "--model", "hashing", str(places)])


def prune(folder: Path, places: Path) -> int:
    return main(["--index", str(folder), "index", "--prune", "--model", "hashing", str(places)])


def remove(folder: Path, places: Path) -> int:
    """Remove the article whose id the test wrote to the file `removed`."""
    return main(["--index", str(folder), "articles", "remove", (places / "removed").read_text(encoding="utf-8")])


def keep_file(folder: Path, places: Path) -> int:
    """Index with a vector file, although there are too few passages to need one; if there is one, copy what remains."""
    vector_file_upkeep.PAYS_FROM = vector_file_upkeep.LATE_SHARE = 1
    return index(folder, places)


def switch(folder: Path, places: Path) -> int:
    """Change to another model; print an error as one line, as the command does."""
    try:
        update_index(folder, [places], OTHER)
    except RetrievalError as error:
        sys.stderr.write(f"byline: {error}\n")
        return 2
    return 0


def warm_up() -> None:
    """Load whatever the scenarios import late, so that a fault costs one run and no imports."""
    with TemporaryDirectory() as home:
        folder, places = Path(home) / "index", Path(home) / "articles"
        places.mkdir()
        (places / "article.md").write_text("# A lamp\n\nThe lamp of the pier was lit.\n", encoding="utf-8")
        index(folder, places)
        (places / "removed").write_text("nothing", encoding="utf-8")
        remove(folder, places)


if __name__ == "__main__":
    with redirect_stdout(sys.stderr):
        warm_up()
    serve({"index": index, "prune": prune, "remove": remove, "switch": switch, "file": keep_file, "live": live})
