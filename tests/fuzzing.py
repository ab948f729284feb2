"""Fuzzing with hostile input: the targets, what must hold for each input, and how inputs are mutated from seeds.

    python -m tests.fuzzing [--inputs 1000000] [--only html]

Seeds are in `tests/data/fuzz`, in one folder per target. An input that does harm is kept in `.fuzz/`, to become a test.
"""

import argparse
import io
import json
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from pathlib import Path

from benchmarks import asking
from bot import config
from bot.commands.claims import claims, parse_results
from bot.commands.request import Request, parse_request
from bot.conversation import Turn
from bot.errors import UsageError
from bot.locales import words_in
from bot.render import json as render_json
from bot.render.telegram import Renderer
from bot.render.terminal import TerminalRenderer
from bot.telegram import keyboards
from bot.telegram.addressing import clean
from bot.telegram.desk import PAYLOAD
from embeddings.hashing import HashingEmbedder
from retrieval.articles import ReadFailure, read_articles
from retrieval.index import IndexReader
from retrieval.index.writer import update_index
from retrieval.passages import split
from retrieval.question.typed import MAX_QUESTION_CHARS
from retrieval.search import Retriever
from retrieval.types import Article

from .conftest import HASHING, ROOT, SEEDS

SEED_FOLDER = Path(__file__).with_name("data") / "fuzz"
HARM_FOLDER = ROOT / ".fuzz"
MAX_BYTES = 40_000
MAX_SECONDS = 3.0
"""Processor time allowed for one input: ten times that of the slowest input of this size."""


# --- what must hold ---


@cache
def _home() -> Path:
    return Path(tempfile.mkdtemp(prefix="byline-fuzz-"))


@cache
def _reader() -> IndexReader:
    update_index(_home() / "index", [SEEDS], HASHING)
    return IndexReader(_home() / "index")


@cache
def _retriever() -> Retriever:
    embedder = HashingEmbedder()
    return Retriever(_reader(), lambda _: embedder)


def read_file(suffix: str, *, foreign: bool = False) -> Callable[[bytes], None]:
    """Return a target that reads a file; only foreign parsers may need the catch-all for unexpected errors."""

    def target(data: bytes) -> None:
        path = _home() / f"input{suffix}"
        path.write_bytes(data)
        for found in read_articles(path):
            if isinstance(found, ReadFailure):
                assert "\n" not in str(found), found
                assert foreign or found.what != "it cannot be read", found
            else:
                _is_sound(found)

    return target


def _is_sound(article: Article) -> None:
    json.dumps(render_json.article(article, passages := split(article)), ensure_ascii=False).encode()
    assert passages
    for passage in passages:
        assert article.text[passage.start : passage.end] == passage.text
        assert passage.text.strip() == passage.text != ""
        assert all(0 <= start < end <= len(passage.text) for start, end in passage.sentences)


def ask(data: bytes) -> None:
    """Check that a question, cleaned as in a chat, gets an answer that every front end can show."""
    question = clean(data.decode("utf-8", "replace")) or "?"
    assert len(question) <= MAX_QUESTION_CHARS
    answer = asking.ask(_retriever(), question)
    json.dumps(render_json.answer(answer, _status(), seconds=0.0), ensure_ascii=False).encode()
    TerminalRenderer(width=80, colour=True).answer(answer, shown=3, explain=True)
    for message in Renderer(words_in("en")).answer(answer):
        assert len(message.encode("utf-16-le")) // 2 <= 16_000
    if answer.quote:
        assert answer.quote.passage.text[answer.quote.start : answer.quote.end] == answer.quote.text


@cache
def _status():  # type: ignore[no-untyped-def]
    with _reader().snapshot() as snapshot:
        return snapshot.status()


def converse(data: bytes) -> None:
    """Check that a question after other turns can be made to stand alone."""
    *before, question = data.decode("utf-8", "replace").split("\n")
    history = [Turn(text, text[::-1] if number % 2 else None) for number, text in enumerate(before[-6:])]
    asking.stand_alone(question, history).encode("utf-8", "surrogatepass")


def batch(data: bytes) -> None:
    """Check that a line of a batch is either a request or one error message."""
    line = data.decode("utf-8", "surrogateescape")
    try:
        request = parse_request(line, Request(question=""))
    except UsageError as error:
        assert "\n" not in str(error).strip(), error
        return
    assert isinstance(request.question, str)
    assert request.k >= 1


def verify(data: bytes) -> None:
    """Check that earlier answers to verify are either claims or one error message."""
    try:
        for row in parse_results(data.decode("utf-8", "replace")):
            claims(row)
    except UsageError as error:
        assert "\n" not in str(error).strip(), error


def settings_file(data: bytes) -> None:
    """Check that a settings file gives either settings or one error message."""
    path = _home() / "byline.toml"
    path.write_bytes(data)
    try:
        loaded = config.load(file=path, environment={})
    except UsageError as error:
        assert "\n" not in str(error).strip(), error
        return
    if loaded.telegram.token:
        assert str(loaded.telegram.token) not in repr(loaded)


def press(data: bytes) -> None:
    """Check that the data of a button press is either one of ours or ignored."""
    text = data.decode("utf-8", "replace")
    found = keyboards.understand(text)
    assert found is None or (found.data == text or str(found.number) != text.rpartition(":")[2])
    assert found is None or len(found.data.encode()) <= 64


def start(data: bytes) -> None:
    """Check that a start payload either opens a passage of the index or is ignored."""
    match = PAYLOAD.fullmatch(data.decode("utf-8", "replace"))
    if match:
        with _reader().snapshot() as snapshot:
            snapshot.context(match[1])


@dataclass(frozen=True, slots=True)
class Target:
    """A function under fuzzing."""

    name: str
    check: Callable[[bytes], None]
    share: float
    """Share of all inputs; the cheapest targets get most."""

    def seeds(self) -> list[bytes]:
        """Return the inputs from which others are mutated."""
        return [file.read_bytes() for file in sorted((SEED_FOLDER / self.name).iterdir())]


TARGETS = {
    target.name: target
    for target in (
        Target("text", read_file(".txt"), 0.03),
        Target("markdown", read_file(".md"), 0.03),
        Target("channel", read_file(".json"), 0.03),
        Target("table", read_file(".csv"), 0.03),
        Target("jsonl", read_file(".jsonl"), 0.03),
        Target("html", read_file(".html", foreign=True), 0.02),
        Target("feed", read_file(".rss", foreign=True), 0.02),
        Target("epub", read_file(".epub", foreign=True), 0.02),
        Target("word", read_file(".docx", foreign=True), 0.02),
        Target("opendocument", read_file(".odt", foreign=True), 0.02),
        Target("rtf", read_file(".rtf", foreign=True), 0.02),
        Target("pdf", read_file(".pdf", foreign=True), 0.02),
        Target("question", ask, 0.01),
        Target("conversation", converse, 0.1),
        Target("batch", batch, 0.25),
        Target("verify", verify, 0.1),
        Target("settings", settings_file, 0.1),
        Target("press", press, 0.15),
        Target("start", start, 0.1),
    )
}


# --- how inputs are made ---

_WORDS = [
    word.encode("utf-8", "replace")
    for word in (
        "\x00", "\ufeff", "\u202e", "\u200d", "\ud800", "İ", "ß", "ﬁ", "́", "🏴‍☠️",
        "null", "true", "-1", "1e999", "NaN", "2025-02-30", "9" * 400, "[" * 500, '{"a":' * 300, '"', "\\", "\\u0000",
        "---\n", "```", "<!--", "-->", "<![CDATA[", "]]>", "&#0;", "&amp;" * 50, "<p>", "</p>", "<table>", "<script>",
        "%PDF-", "endobj", "stream", "startxref", "PK\x03\x04", "container.xml", "<item>", "<entry>", "xml:base",
        " who ", " when ", " not ", " since ", " OR ", " NEAR( ", "*", "^", ":", " AND ", '""', "p", ":0", "1:p:",
    )
]  # fmt: skip


def mutated(seeds: list[bytes], chance: random.Random) -> bytes:
    """Return an input mutated from one seed, or from two, by one or several changes."""
    data = bytearray(chance.choice(seeds))
    for _ in range(chance.choice((1, 1, 2, 3, 5, 12))):
        _change(data, seeds, chance)
    return bytes(data[:MAX_BYTES])


def _change(data: bytearray, seeds: list[bytes], chance: random.Random) -> None:
    at = chance.randrange(len(data) + 1)
    end = min(len(data), at + chance.choice((1, 2, 4, 16, 200)))
    match chance.randrange(9):
        case 0 if data:
            data[min(at, len(data) - 1)] ^= 1 << chance.randrange(8)
        case 1:
            data[at:at] = chance.randbytes(chance.choice((1, 2, 8)))
        case 2:
            del data[at:end]
        case 3:
            data[at:at] = chance.choice(_WORDS)
        case 4:
            data[at:end] = chance.choice(_WORDS)
        case 5:
            data[at:at] = data[at:end] * chance.choice((1, 3, 50, 1_000))
        case 6:
            other = chance.choice(seeds)
            data[at:] = other[chance.randrange(len(other) + 1) :]
        case 7:
            del data[at:]
        case _:
            data[at:at] = chr(
                chance.choice((chance.randrange(0x20, 0xD800), chance.randrange(0x1F000, 0x1FB00)))
            ).encode()
    del data[MAX_BYTES:]


# --- runs ---


def harm_of(target: Target, data: bytes) -> str | None:
    """Return what went wrong when an input was processed; None if nothing did."""
    started = time.process_time()
    try:
        with redirect_stderr(io.StringIO()):
            target.check(data)
    except Exception as error:
        return f"{type(error).__name__}: {error}"[:300]
    seconds = time.process_time() - started
    return f"took {seconds:.1f} s" if seconds > MAX_SECONDS else None


def fuzz(target: Target, inputs: int, seed: object) -> Iterator[tuple[bytes, str]]:
    """Try a number of inputs; yield those that did harm."""
    seeds, chance = target.seeds(), random.Random(f"{target.name} {seed}")
    for number in range(inputs):
        data = seeds[number] if number < len(seeds) else mutated(seeds, chance)
        if harm := harm_of(target, data):
            yield data, harm


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--inputs", type=int, default=1_000_000)
    parser.add_argument("--only", choices=TARGETS)
    parser.add_argument("--seed", default=time.time())
    options = parser.parse_args()
    harmful = 0
    for target in [TARGETS[options.only]] if options.only else TARGETS.values():
        inputs = options.inputs if options.only else int(options.inputs * target.share)
        found, started = 0, time.process_time()
        for data, harm in fuzz(target, inputs, options.seed):
            name = f"{target.name}-{blake2b(data, digest_size=6).hexdigest()}"
            HARM_FOLDER.mkdir(exist_ok=True)
            (HARM_FOLDER / name).write_bytes(data)
            sys.stderr.write(f"{name}: {harm}\n")
            found += 1
        harmful += found
        sys.stdout.write(f"{target.name}\t{inputs}\t{found}\t{time.process_time() - started:.0f} s\n")
        sys.stdout.flush()
    return 1 if harmful else 0


if __name__ == "__main__":
    sys.exit(main())
