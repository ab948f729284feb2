"""Models by their Hugging Face id: a local copy or else a download. The package's only use of the network.

Takes settings, tokenizer and safetensors; nothing that would have to be unpickled or executed.
"""

import sys
from pathlib import Path

from .errors import MissingExtraError, ModelNotFoundError
from .model_folder import ModelFolder

_WANTED = ["*.json", "*.txt", "*.model", "*.safetensors"]
_UNWANTED = ["onnx/*", "openvino/*", ".*"]
_TIMEOUT_SECONDS = 5.0


def hub_folder(model_id: str) -> ModelFolder:
    """Return the folder of a model on the Hub; raise ModelNotFoundError if it is neither here nor reachable."""
    try:
        from huggingface_hub import snapshot_download  # noqa: PLC0415
        from huggingface_hub.utils.tqdm import disable_progress_bars  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtraError(f"the model {model_id} needs huggingface_hub: pip install huggingface_hub") from error
    if not sys.stderr.isatty():
        disable_progress_bars()
    failure: Exception | None = None
    for local in (True, False):
        try:
            found = snapshot_download(
                model_id,
                local_files_only=local,
                allow_patterns=_WANTED,
                ignore_patterns=_UNWANTED,
                etag_timeout=_TIMEOUT_SECONDS,
            )
        except Exception as error:  # not found, no network, no permission, malformed name: all mean the same here
            failure = error
            continue
        # An interrupted download leaves a folder without weights.
        if any(Path(found).glob("*.safetensors")):
            return ModelFolder(model_id, Path(found))
    raise ModelNotFoundError(
        f"no model {model_id!r} with safetensors, neither here nor on the Hub: check its name and the network, "
        "or give a folder: --model PATH"
    ) from failure
