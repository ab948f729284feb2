"""What was fitted to a packaged model: for layers, two thin matrices whose product is added to the layer's own.

`benchmarks/fit_model.py` writes them (Hu et al. 2022, "LoRA"), named as in PEFT's files.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Weights = Mapping[str, NDArray[Any]]


def save_weights(path: Path, weights: Weights, fitted: Path | None) -> None:
    """Write weights in half precision as safetensors, with what was fitted added; raise OSError if the disk is full."""
    from safetensors import SafetensorError  # noqa: PLC0415
    from safetensors.numpy import load_file, save_file  # noqa: PLC0415

    whole = {name: _half(value) for name, value in added(weights, load_file(fitted) if fitted else {}).items()}
    try:
        save_file(whole, str(path), {"format": "pt"})
    except SafetensorError as error:  # how it reports a full disk
        raise OSError(str(error)) from error


def added(weights: Weights, additions: Weights) -> dict[str, NDArray[Any]]:
    """Return all weights, with the product of `….lora_B` and `….lora_A` added to `….weight`."""
    found = dict(weights)
    for name, down in additions.items():
        layer, _, part = name.rpartition(".")
        if part == "lora_A":
            up = additions[f"{layer}.lora_B"].astype(np.float32)
            found[f"{layer}.weight"] = found[f"{layer}.weight"] + up @ down.astype(np.float32)
    return found


def _half(value: NDArray[Any]) -> NDArray[Any]:
    return np.ascontiguousarray(value, dtype=np.float16 if value.dtype.kind == "f" else value.dtype)
