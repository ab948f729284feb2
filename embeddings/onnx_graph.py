"""Writes a BERT-shaped encoder as an ONNX graph, straight from its safetensors: no torch, no tracing, no optimiser run.

The blocks are ONNX Runtime's own fused operators (com.microsoft, in its docs/ContribOperators.md). Inputs are
`input_ids` (batch, tokens) int64 and `lengths` (batch) int32, the output is `token_vectors` (batch, tokens, dim)
float32, multiplied by the tokens' weights if the model has any; values beyond a row's length are meaningless.

The weights are in a separate file next to the graph, page-aligned, so that the runtime maps them: of the largest table,
the words, only the rows that a text needs are ever read.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper
from safetensors import SafetensorError, safe_open

from .bert import BertShape
from .errors import ModelDamagedError
from .model_folder import ModelFolder

GRAPH = "model.onnx"
WEIGHTS = "weights.bin"

_FUSED = "com.microsoft"
_PAGE = 4096
_ROWS = 8192


def write_graph(model: ModelFolder, shape: BertShape, folder: Path, *, int8: bool) -> None:
    """Write `model.onnx` and `weights.bin` into a folder.

    With `int8` the weights are integers with one scale per column (per row, for the words), and the activations between
    layers are quantised on the fly with one scale per run: a quarter of the size and up to three times the speed.
    """
    path = model.path / "model.safetensors"
    weights = None if shape.word_weights is None else _word_weights(model, f"{shape.word_weights}/config.json")
    try:
        with safe_open(str(path), framework="np") as source, (folder / WEIGHTS).open("wb") as sink:
            encoder = _Encoder(source, _Graph(sink), shape, int8=int8)
            onnx.save(encoder.build(weights), str(folder / GRAPH))
    except (KeyError, SafetensorError) as error:
        raise ModelDamagedError(f"{path} lacks weights, get the model again: {error}") from error


def _word_weights(model: ModelFolder, file: str) -> NDArray[np.float32]:
    """Return the weight of each token, `(tokens, 1)`; read as sentence-transformers reads its WordWeights."""
    settings = model.read(file)
    try:
        known, other = settings["word_weights"], settings.get("unknown_word_weight", 1)
        weights = [known.get(word, known.get(word.lower(), other)) for word in settings["vocab"]]
        return np.array(weights, np.float32)[:, None]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        path = model.path / file
        raise ModelDamagedError(f"{path} holds no weights of words, get the model again: {error}") from error


class _Graph:
    """Collects nodes and weights in order; each value is referred to by its name."""

    def __init__(self, sink: BinaryIO) -> None:
        self._sink = sink
        self._nodes: list[onnx.NodeProto] = []
        self._weights: list[onnx.TensorProto] = []

    def const(self, value: NDArray[np.generic]) -> str:
        """Write an array to the weights file; return its name."""
        name = f"w{len(self._weights)}"
        value = np.ascontiguousarray(value)
        self._sink.write(b"\x00" * (-self._sink.tell() % _PAGE))
        tensor = TensorProto(name=name, data_type=helper.np_dtype_to_tensor_dtype(value.dtype), dims=value.shape)
        tensor.data_location = TensorProto.EXTERNAL
        for key, entry in (("location", WEIGHTS), ("offset", self._sink.tell()), ("length", value.nbytes)):
            tensor.external_data.add(key=key, value=str(entry))
        self._sink.write(value.tobytes())
        self._weights.append(tensor)
        return name

    def op(self, kind: str, *inputs: str, domain: str = "", outputs: Iterable[str] = (), **attributes: Any) -> str:
        """Add a node; return the name of its first output."""
        names = list(outputs) or [f"t{len(self._nodes)}"]
        self._nodes.append(helper.make_node(kind, list(inputs), names, domain=domain, **attributes))
        return names[0]

    def fused(self, kind: str, *inputs: str, **attributes: Any) -> str:
        return self.op(kind, *inputs, domain=_FUSED, **attributes)

    def model(self, dim: int) -> onnx.ModelProto:
        ids = helper.make_tensor_value_info("input_ids", TensorProto.INT64, ["batch", "tokens"])
        lengths = helper.make_tensor_value_info("lengths", TensorProto.INT32, ["batch"])
        vectors = helper.make_tensor_value_info("token_vectors", TensorProto.FLOAT, ["batch", "tokens", dim])
        graph = helper.make_graph(self._nodes, "encoder", [ids, lengths], [vectors], self._weights)
        opsets = [helper.make_opsetid("", 18), helper.make_opsetid(_FUSED, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=9)


class _Encoder:
    """The layers of BERT (Devlin et al. 2019), one method each."""

    def __init__(self, source: Any, graph: _Graph, shape: BertShape, *, int8: bool) -> None:
        self._source = source
        # A head on top of the encoder gives its tensors a prefix: "bert.", "roberta."
        names: list[str] = source.keys()
        self._names = {name[max(name.find("embeddings."), name.find("encoder."), 0) :]: name for name in names}
        self._graph = graph
        self._shape = shape
        self._int8 = int8

    def build(self, word_weights: NDArray[np.float32] | None) -> onnx.ModelProto:
        x = self._embed()
        for layer in range(self._shape.layers):
            stem = f"encoder.layer.{layer}."
            x = self._join(self._attend(x, stem), x, f"{stem}attention.output.")
            x = self._join(self._widen(x, stem), x, f"{stem}output.")
        if word_weights is not None:
            x = self._graph.op("Mul", x, self._graph.op("Gather", self._graph.const(word_weights), "input_ids"))
        self._graph.op("Identity", x, outputs=["token_vectors"])
        return self._graph.model(self._weight("embeddings.LayerNorm.weight").shape[0])

    def _embed(self) -> str:
        op, const = self._graph.op, self._graph.const
        # A text is one segment, so the first token type's row is added at every position.
        places = self._weight("embeddings.position_embeddings.weight")[self._shape.first_position :]
        places = places + self._weight("embeddings.token_type_embeddings.weight")[0]
        start, length = const(np.array([0])), op("Shape", "input_ids", start=1, end=2)
        rows = op("Slice", const(places), start, length, start)
        return self._norm(op("Add", self._words(), rows))

    def _words(self) -> str:
        op, const = self._graph.op, self._graph.const
        table = self._stored("embeddings.word_embeddings.weight")
        if not self._int8:
            # Stored as narrow as it came: half-precision rows are widened one by one, without loss.
            return op("Cast", op("Gather", const(table), "input_ids"), to=TensorProto.FLOAT)
        # Piece by piece: a multilingual model's words take 400 MB in 32 bits.
        pieces = (table[start : start + _ROWS].astype(np.float32) for start in range(0, len(table), _ROWS))
        rows, scales = (
            np.concatenate(side) for side in zip(*(_rounded(piece, axis=1) for piece in pieces), strict=True)
        )
        wide = op("Cast", op("Gather", const(rows), "input_ids"), to=TensorProto.FLOAT)
        return op("Mul", wide, op("Gather", const(scales), "input_ids"))

    def _attend(self, x: str, stem: str) -> str:
        names = [f"{stem}attention.self.{name}" for name in ("query", "key", "value")]
        weight = np.concatenate([self._weight(f"{name}.weight").T for name in names], axis=1)
        bias = np.concatenate([self._weight(f"{name}.bias") for name in names])
        heads = self._shape.heads
        if not self._int8:
            const = self._graph.const
            return self._graph.fused("Attention", x, const(weight), const(bias), "lengths", num_heads=heads)
        three = [f"{name}.out" for name in names]
        self._graph.op("Split", self._times(x, weight, bias), outputs=three, axis=-1, num_outputs=3)
        return self._graph.fused("MultiHeadAttention", *three, "", "lengths", num_heads=heads)

    def _widen(self, x: str, stem: str) -> str:
        inner = self._times(x, self._weight(f"{stem}intermediate.dense.weight").T)
        bias = self._graph.const(self._weight(f"{stem}intermediate.dense.bias"))
        return self._graph.fused("BiasGelu", inner, bias)

    def _join(self, inner: str, x: str, stem: str) -> str:
        """Project a block's result back to the model's width, add the residual, and normalise the sum."""
        const = self._graph.const
        out = self._times(inner, self._weight(f"{stem}dense.weight").T)
        norm = [const(self._weight(f"{stem}LayerNorm.{part}")) for part in ("weight", "bias")]
        bias = const(self._weight(f"{stem}dense.bias"))
        return self._graph.fused("SkipLayerNormalization", out, x, *norm, bias, epsilon=self._shape.epsilon)

    def _norm(self, x: str) -> str:
        norm = [self._graph.const(self._weight(f"embeddings.LayerNorm.{part}")) for part in ("weight", "bias")]
        return self._graph.op("LayerNormalization", x, *norm, axis=-1, epsilon=self._shape.epsilon)

    def _times(self, x: str, weight: NDArray[np.float32], bias: NDArray[np.float32] | None = None) -> str:
        const = self._graph.const
        if not self._int8:
            return self._graph.op("MatMul", x, const(weight))
        whole, scales = _rounded(weight, axis=0)
        inputs = [x, const(whole), const(scales[0]), const(np.zeros(weight.shape[1], np.int8))]
        return self._graph.fused("DynamicQuantizeMatMul", *inputs, *([const(bias)] if bias is not None else []))

    def _weight(self, name: str) -> NDArray[np.float32]:
        return self._stored(name).astype(np.float32)

    def _stored(self, name: str) -> NDArray[np.generic]:
        return np.asarray(self._source.get_tensor(self._names[name]))


def _rounded(table: NDArray[np.float32], *, axis: int) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Return a table in 8 bits with its scales, one for each line across `axis`."""
    scales = np.maximum(np.abs(table).max(axis=axis, keepdims=True) / 127, 1e-12).astype(np.float32)
    return np.rint(table / scales).astype(np.int8), scales
