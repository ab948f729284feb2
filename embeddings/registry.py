"""Maps a model's name to an embedder. Importing this module loads neither an engine nor NumPy."""

import logging
import os
import re
import resource
import threading
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakValueDictionary

from msgspec.structs import replace

from .errors import CacheError, EmbeddingError, MissingExtraError, ModelNotFoundError, UnsupportedModelError
from .model_folder import PACKAGES, ModelFolder

if TYPE_CHECKING:
    from .base import Embedder

log = logging.getLogger(__name__)

_INT8_BY_DEFAULT = frozenset({"multilingual"})
"""Models run in 8 bits by default: twice as fast, a quarter of the size, at most 0.006 of nDCG@10 lost on six sets."""

_INT8_QUESTIONS = frozenset({"english", "minilm"})
"""Models of which questions are embedded in 8 bits and passages in 32, which takes half the time of both in 32. nDCG@10
without and with it (`english`): squad2 .940, .942; clapnq .992, .991; mtrag-un .936, .936; cranfield .434, .435;
xquad-es-en .736, .739; pooled .776, .775. AUROC: squad2 .780, .780; clapnq .899, .901; mtrag-un .934, .930; pooled
.831, .834. Of other models it is not known."""

_LEAST_BYTES = 640 << 20
"""Address space without which the engines crash rather than fail; with minilm, questions need this much."""

_HASHING = "hashing"
_HUB_ID = re.compile(r"[\w.-]+/[\w.-]+", re.ASCII)

_loaded: "WeakValueDictionary[tuple[str, ...], Embedder]" = WeakValueDictionary()
"""Embedders in use elsewhere, which need not be loaded again."""
_loading = threading.Lock()


def load_embedder(spec: str, *, for_questions: bool = False) -> "Embedder":
    """Return the embedder named by `english`, `multilingual`, `minilm`, `hashing`, a folder or a hub id.

    A suffix `:int8` or `:fp32` selects the precision.

    Args:
        for_questions: whether it answers questions, which then need not have the very vectors of sentence-transformers.
    """
    model, int8 = _precision(spec)
    if model == _HASHING:
        return _hashing()
    _check_room()
    # The shortest name that loads the same embedder.
    usual = int8 == (model in _INT8_BY_DEFAULT)
    folder = replace(folder_of(model), name=model if usual else f"{model}:{'int8' if int8 else 'fp32'}")
    int8_questions = for_questions and model in _INT8_QUESTIONS
    # A folder whose files have changed is a different model.
    key = (folder.name, folder.fingerprint_in(int8=int8), str(int8_questions))
    with _loading:
        embedder = _loaded.get(key)
        if embedder is None:
            embedder = _engine(folder, int8=int8, int8_questions=int8_questions)
        _loaded[key] = embedder
    return embedder


def _check_room() -> None:
    limit, _ = resource.getrlimit(resource.RLIMIT_AS)
    if 0 <= limit < _LEAST_BYTES:
        raise EmbeddingError(f"only {limit >> 20} MB of address space, too little for a model: ulimit -v unlimited")


def fingerprint_of(spec: str) -> str:
    """Return the fingerprint of the embedder of this name without loading it."""
    model, int8 = _precision(spec)
    return _hashing().fingerprint if model == _HASHING else folder_of(model).fingerprint_in(int8=int8)


def _precision(spec: str) -> tuple[str, bool]:
    """Return the model that is named, and whether in 8 bits."""
    model, _, kind = spec.rpartition(":")
    if model and kind in {"int8", "fp32"}:
        return model, kind == "int8"
    return spec, spec in _INT8_BY_DEFAULT


def _hashing() -> "Embedder":
    from .hashing import HashingEmbedder  # noqa: PLC0415

    return HashingEmbedder()


def has_multilingual() -> bool:
    """Return whether all that the multilingual model needs is installed, without loading it."""
    return find_spec(PACKAGES["multilingual"]) is not None and find_spec("onnxruntime") is not None


def folder_of(model: str) -> ModelFolder:
    """Return the folder of a model named without its precision."""
    if model in {"english", "minilm"}:
        from .english import english_folder, minilm_folder  # noqa: PLC0415

        return english_folder() if model == "english" else minilm_folder()
    if model == "multilingual":
        from .multilingual import multilingual_folder  # noqa: PLC0415

        return multilingual_folder()
    path = Path(os.path.expanduser(model))  # noqa: PTH111 - pathlib's version raises for a user who does not exist
    if model and os.path.isdir(path):  # noqa: PTH112 - pathlib's version raises
        return ModelFolder(model, path)
    if _HUB_ID.fullmatch(model) and not model.startswith("."):
        from .hub import hub_folder  # noqa: PLC0415

        return hub_folder(model)
    raise ModelNotFoundError(
        f"no model {model!r}: it is no folder here; use english, multilingual, minilm, hashing, a folder, "
        "or a hub id such as sentence-transformers/all-mpnet-base-v2"
    )


def _engine(folder: ModelFolder, *, int8: bool, int8_questions: bool) -> "Embedder":
    """Return the fast engine, or sentence-transformers if that cannot run the model; the vectors are the same."""
    from .onnx_model import OnnxEmbedder  # noqa: PLC0415

    try:
        return OnnxEmbedder(folder, int8=int8, int8_questions=int8_questions)
    except (UnsupportedModelError, MissingExtraError, CacheError) as error:
        if int8 and isinstance(error, UnsupportedModelError):  # its vector space has no other engine
            raise UnsupportedModelError(f"{folder.name} cannot run in 8 bits, leave out :int8: {error}") from error
        if int8 or find_spec("sentence_transformers") is None:
            raise
        log.warning("%s runs on sentence-transformers, which starts slowly: %s", folder.name, error)
    from .transformer import TransformerEmbedder  # noqa: PLC0415

    return TransformerEmbedder(folder)
