"""Reads what the fast path must know of a BERT-shaped model folder, or says why it cannot run that model.

Reads JSON only; builds and runs nothing.
"""

import re
from enum import StrEnum
from typing import NamedTuple

from .errors import ModelDamagedError, UnsupportedModelError
from .model_folder import ModelFolder


class Pooling(StrEnum):
    """How a text's token vectors are combined into one vector."""

    MEAN = "mean"
    CLS = "cls"


class BertShape(NamedTuple):
    """Facts about a BERT encoder that are in its configuration but not in its weights."""

    layers: int
    heads: int
    epsilon: float
    first_position: int
    """Offset of the first position; RoBERTa counts positions from the padding token's id on."""
    max_tokens: int
    pooling: Pooling
    word_weights: str | None
    """Subfolder with the weights of tokens in the mean; None if all count the same."""


_STEPS = re.compile(r"(Transformer(, WordWeights)?, Pooling(, Normalize)?)?")


def bert_shape(folder: ModelFolder) -> BertShape:
    """Read a folder's shape; raise UnsupportedModelError with the reason if it cannot run without torch."""
    config = folder.read("config.json")
    kind = config.get("model_type")
    _require(kind in ("bert", "roberta", "xlm-roberta"), f"it is of type {kind}, not BERT")
    _require(config.get("hidden_act") == "gelu", f"its activation is {config.get('hidden_act')}, not gelu")
    _require(config.get("position_embedding_type", "absolute") == "absolute", "its positions are not absolute")
    _require(not config.get("is_decoder"), "it is a decoder")
    steps, kinds = dict(folder.modules), ", ".join(name for name, _ in folder.modules)
    _require(_STEPS.fullmatch(kinds), f"its steps are {kinds}")
    _require(steps.get("Transformer", "") == "", "its encoder is in a subfolder")
    settings = folder.read("sentence_bert_config.json")
    _require(not settings.get("do_lower_case"), "it changes its texts to lower case")
    for name in ("model.safetensors", "tokenizer.json"):
        _require((folder.path / name).is_file(), f"it has no {name}")
    pooling = _pooling(folder, steps.get("Pooling"))
    try:
        first = 0 if kind == "bert" else int(config["pad_token_id"]) + 1
        return BertShape(
            layers=int(config["num_hidden_layers"]),
            heads=int(config["num_attention_heads"]),
            epsilon=float(config["layer_norm_eps"]),
            first_position=first,
            max_tokens=_window(folder, int(config["max_position_embeddings"]) - first),
            pooling=pooling,
            word_weights=steps.get("WordWeights"),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise ModelDamagedError(f"{folder.path / 'config.json'} lacks {error}: get the model again") from error


def _pooling(folder: ModelFolder, step: str | None) -> Pooling:
    """Read the pooling in either form: as `pooling_mode`, or as one boolean per mode."""
    settings = folder.read(f"{step}/config.json") if step else {}
    _require(settings.get("include_prompt", True), "it leaves its prompt out of the mean")
    old = {"pooling_mode_mean_tokens": "mean", "pooling_mode_cls_token": "cls"}
    modes = [key for key, on in settings.items() if key.startswith("pooling_mode_") and on is True]
    mode = settings.get("pooling_mode", [old.get(key, key) for key in modes] or "mean")
    mode = " and ".join(map(str, mode)) if isinstance(mode, list) else str(mode)
    _require(mode in set(Pooling), f"its pooling is {mode}, neither mean nor cls")
    return Pooling(mode)


def _window(folder: ModelFolder, positions: int) -> int:
    said = folder.read("sentence_bert_config.json").get("max_seq_length")
    said = said or folder.read("tokenizer_config.json").get("model_max_length") or positions
    return int(min(said, positions))  # "no limit" is 10^30, or Infinity


def _require(condition: object, reason: str) -> None:
    if not condition:
        raise UnsupportedModelError(reason)
