"""The written graph computes the same as torch for any BERT-shaped model; models of other shapes are recognised."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from safetensors.numpy import load_file, save_file
from sentence_transformers import SentenceTransformer
from sentence_transformers.sentence_transformer.modules import Dense, StaticEmbedding, Transformer
from sentence_transformers.sentence_transformer.modules import Pooling as TorchPooling
from tokenizers import Tokenizer, models, pre_tokenizers, processors
from transformers import BertConfig, BertForMaskedLM, BertModel, PreTrainedModel, RobertaConfig, RobertaModel

from embeddings.bert import bert_shape
from embeddings.cache import get_or_build
from embeddings.errors import ModelDamagedError, UnsupportedModelError
from embeddings.model_folder import ModelFolder
from embeddings.onnx_model import OnnxEmbedder
from embeddings.registry import load_embedder
from embeddings.transformer import TransformerEmbedder

SIZES = {"hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 4, "intermediate_size": 64}
TEXTS = ["a tide table", "the pier", "", "z" * 9, "tide " * 50, "öäü 漢字 🙂"]
PARTS = [[(0, 1), (2, 6), (7, 12)], [(4, 8)], [(0, 3)], [(0, 9)], [(0, 4), (200, 204)], [(0, 3), (4, 6)]]
LETTERS = "abcdefghijklmnopqrstuvwxyz"


pytestmark = pytest.mark.usefixtures("cache")


def write_model(folder: Path, *, kind: str = "bert", pooling: str = "mean_tokens", **config: Any) -> Path:
    """Write a small model with random weights, in the form of sentence-transformers."""
    torch.manual_seed(7)
    words = ["<pad>", "<unk>", "<s>", "</s>", *LETTERS, *(f"##{letter}" for letter in LETTERS)]
    sizes = {**SIZES, "vocab_size": len(words), "max_position_embeddings": 40, "pad_token_id": 0} | config
    makers: dict[str, Callable[[], PreTrainedModel]] = {
        "bert": lambda: BertModel(BertConfig(**sizes)),
        "roberta": lambda: RobertaModel(RobertaConfig(**sizes)),
        "with a head": lambda: BertForMaskedLM(BertConfig(**sizes)),
    }
    model = makers[kind]()
    model.save_pretrained(folder)
    tokenizer = Tokenizer(models.WordPiece({word: i for i, word in enumerate(words)}, unk_token="<unk>"))
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", special_tokens=[("<s>", 2), ("</s>", 3)]
    )
    tokenizer.add_special_tokens(words[:4])
    tokenizer.save(str(folder / "tokenizer.json"))
    put(
        folder,
        "tokenizer_config.json",
        tokenizer_class="PreTrainedTokenizerFast",
        pad_token="<pad>",
        model_max_length=36,
    )
    put_steps(folder, ("", "Transformer"), ("1_Pooling", "Pooling"))
    put(folder, "1_Pooling/config.json", word_embedding_dimension=32, **{f"pooling_mode_{pooling}": True})
    return folder


def put(folder: Path, name: str, **settings: Any) -> None:
    """Change some settings in one of the model's JSON files."""
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    old = json.loads(path.read_text()) if path.exists() else {}
    path.write_text(json.dumps(old | settings))


def put_steps(folder: Path, *steps: tuple[str, str]) -> None:
    modules = [
        {"idx": i, "name": str(i), "path": path, "type": f"sentence_transformers.models.{name}"}
        for i, (path, name) in enumerate(steps)
    ]
    (folder / "modules.json").write_text(json.dumps(modules))


def assert_same_vectors(folder: Path) -> None:
    fast, slow = OnnxEmbedder(ModelFolder("tiny", folder)), TransformerEmbedder(ModelFolder("tiny", folder))
    assert fast.max_tokens == slow.max_tokens
    for one, other in zip(fast.embed_parts(TEXTS, PARTS), slow.embed_parts(TEXTS, PARTS), strict=True):
        np.testing.assert_allclose(one, other, atol=1e-5)
    np.testing.assert_allclose(fast.embed_queries(TEXTS), slow.embed_queries(TEXTS), atol=1e-5)


@pytest.mark.parametrize("kind", ["bert", "roberta", "with a head"])
@pytest.mark.parametrize("pooling", ["mean_tokens", "cls_token"])
def test_the_graph_is_the_model(tmp_path: Path, kind: str, pooling: str) -> None:
    """BERT and RoBERTa, with and without a head, pooled by mean and by first token."""
    assert_same_vectors(write_model(tmp_path / "model", kind=kind, pooling=pooling))


def test_prompts_and_half_precision(tmp_path: Path) -> None:
    """Weights stored in 16 bits are used as they are, and a prompt before a text does not shift its parts."""
    folder = write_model(tmp_path / "model")
    tensors = load_file(folder / "model.safetensors")
    save_file(
        {name: value.astype(np.float16) for name, value in tensors.items()},
        folder / "model.safetensors",
        {"format": "pt"},
    )
    put(folder, "config.json", dtype="float16")
    put(folder, "config_sentence_transformers.json", prompts={"query": "ask: ", "passage": "told: "})
    assert_same_vectors(folder)


def weighted_model(folder: Path, **weights: float) -> Path:
    """Write a small model in which words have weights; others weigh a half, and "b" is told by its capital letter."""
    words = ["<pad>", "<unk>", "<s>", "</s>", "a", "B", *LETTERS[2:], *(f"##{letter}" for letter in LETTERS)]
    put_steps(write_model(folder), ("", "Transformer"), ("1_WordWeights", "WordWeights"), ("1_Pooling", "Pooling"))
    put(folder, "1_WordWeights/config.json", vocab=words, word_weights=weights, unknown_word_weight=0.5)
    return folder


def test_word_weights(tmp_path: Path) -> None:
    """Words weigh as for sentence-transformers: in texts, in their parts, and in questions."""
    folder = weighted_model(tmp_path / "model", a=3.0, b=0.01, c=0.2, B=2.0)
    assert_same_vectors(folder)
    plain = OnnxEmbedder(ModelFolder("tiny", write_model(tmp_path / "plain")))
    weighted = OnnxEmbedder(ModelFolder("tiny", folder))
    assert (weighted.embed_queries(TEXTS) * plain.embed_queries(TEXTS)).sum(axis=1).min() < 0.99


def test_word_weights_that_are_none(tmp_path: Path) -> None:
    folder = weighted_model(tmp_path / "model")
    put(folder, "1_WordWeights/config.json", word_weights=["a"])
    with pytest.raises(ModelDamagedError, match=r"1_WordWeights/config\.json holds no weights of words"):
        OnnxEmbedder(ModelFolder("tiny", folder))


def test_eight_bits_of_a_tiny_model(tmp_path: Path) -> None:
    """Quantisation changes a vector only a little, and a text's vector does not depend on its batch."""
    folder = ModelFolder("tiny", write_model(tmp_path / "model"))
    exact, rounded = OnnxEmbedder(folder), OnnxEmbedder(folder, int8=True)
    together = rounded.embed_passages(TEXTS)
    assert 0.98 < (together * exact.embed_passages(TEXTS)).sum(axis=1).min() < 1
    np.testing.assert_array_equal(together, np.concatenate([rounded.embed_passages([text]) for text in TEXTS]))


CHANGES: dict[str, Callable[[Path], object]] = {
    "is of type mpnet": lambda folder: put(folder, "config.json", model_type="mpnet"),
    "its activation is relu": lambda folder: put(folder, "config.json", hidden_act="relu"),
    r"it is of type \['bert'\]": lambda folder: put(folder, "config.json", model_type=["bert"]),
    "positions are not absolute": lambda folder: put(folder, "config.json", position_embedding_type="relative_key"),
    "it is a decoder": lambda folder: put(folder, "config.json", is_decoder=True),
    "its pooling is pooling_mode_max_tokens": lambda folder: put(
        folder, "1_Pooling/config.json", pooling_mode_mean_tokens=False, pooling_mode_max_tokens=True
    ),
    "neither mean nor cls": lambda folder: put(folder, "1_Pooling/config.json", pooling_mode_cls_token=True),
    "its pooling is lasttoken": lambda folder: put(folder, "1_Pooling/config.json", pooling_mode="lasttoken"),
    "its pooling is 1 and 2": lambda folder: put(folder, "1_Pooling/config.json", pooling_mode=[1, 2]),
    "leaves its prompt out": lambda folder: put(folder, "1_Pooling/config.json", include_prompt=False),
    "lower case": lambda folder: put(folder, "sentence_bert_config.json", do_lower_case=True),
    "encoder is in a subfolder": lambda folder: (folder / "modules.json").write_text(
        '[{"type": "Transformer", "path": "0_Transformer"}, {"type": "Pooling", "path": "1_Pooling"}]'
    ),
    "has no tokenizer.json": lambda folder: (folder / "tokenizer.json").unlink(),
    "has no model.safetensors": lambda folder: (folder / "model.safetensors").unlink(),
}


@pytest.mark.parametrize("reason", CHANGES)
def test_other_shapes_are_told_apart(tmp_path: Path, reason: str) -> None:
    """A model that the graph would compute wrongly is refused, with the reason."""
    folder = write_model(tmp_path / "model")
    bert_shape(ModelFolder("tiny", folder))
    CHANGES[reason](folder)
    with pytest.raises(UnsupportedModelError, match=reason):
        bert_shape(ModelFolder("tiny", folder))


@pytest.mark.parametrize("limit", [10**30, float("inf")])
def test_a_tokenizer_without_a_limit(tmp_path: Path, limit: float) -> None:
    """The window is then what the model has positions for."""
    folder = write_model(tmp_path / "model")
    put(folder, "tokenizer_config.json", model_max_length=limit)
    assert bert_shape(ModelFolder("tiny", folder)).max_tokens == 40


def test_another_shape_runs_on_torch(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """The registry falls back to torch, with one line that says why; there is no fallback for 8 bits."""
    folder = write_model(tmp_path / "model", hidden_act="relu")
    embedder = load_embedder(str(folder))
    assert isinstance(embedder, TransformerEmbedder)
    assert embedder.embed_passages(TEXTS).shape == (len(TEXTS), 32)
    assert [record.message for record in caplog.records if record.name.startswith("embeddings")] == [
        f"{folder} runs on sentence-transformers, which starts slowly: its activation is relu, not gelu"
    ]
    with pytest.raises(UnsupportedModelError, match="leave out :int8"):
        load_embedder(f"{folder}:int8")


def test_a_graph_that_the_runtime_refuses(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """If the runtime does not support the graph's operators, the model runs on torch, and one line says so."""
    folder = write_model(tmp_path / "model")
    get_or_build(f"onnx-1/{ModelFolder('tiny', folder).fingerprint}-fp32", lambda into: put(into, "model.onnx"))
    assert isinstance(load_embedder(str(folder)), TransformerEmbedder)
    assert "ONNX Runtime refuses its graph" in caplog.text


def test_models_of_other_kinds(tmp_path: Path) -> None:
    """Static embeddings, and models whose token and text vectors differ in length: each part is embedded alone."""
    words = Transformer(str(write_model(tmp_path / "bert")))
    dense = Dense(in_features=32, out_features=16)
    SentenceTransformer(modules=[words, TorchPooling(32), dense]).save(str(tmp_path / "dense"))
    tokenizer = Tokenizer.from_file(str(tmp_path / "bert" / "tokenizer.json"))
    SentenceTransformer(modules=[StaticEmbedding(tokenizer, embedding_dim=8)]).save(str(tmp_path / "static"))
    for name, dim in (("dense", 16), ("static", 8)):
        embedder = load_embedder(str(tmp_path / name))
        assert isinstance(embedder, TransformerEmbedder)
        whole, pieces = embedder.embed_parts(["tide table", "pier"], [[(0, 4), (5, 10)], []])
        assert (whole.shape, pieces.shape, embedder.dim) == ((2, dim), (2, dim), dim)
        np.testing.assert_allclose(pieces, embedder.embed_passages(["tide", "table"]), atol=1e-5)
        assert embedder.count_tokens(["tide"])[0] >= 4


def test_bfloat16(tmp_path: Path) -> None:
    """Weights in bfloat16, which NumPy lacks, are computed in 32 bits by both engines."""
    folder = write_model(tmp_path / "model")
    BertModel.from_pretrained(folder, dtype=torch.bfloat16).save_pretrained(folder)
    assert_same_vectors(folder)


def test_weights_that_lack_a_layer(tmp_path: Path) -> None:
    """A model without one of its tensors is damaged, and the error names the tensor."""
    folder = write_model(tmp_path / "model")
    tensors = load_file(folder / "model.safetensors")
    del tensors["encoder.layer.1.output.dense.weight"]
    save_file(tensors, folder / "model.safetensors", {"format": "pt"})
    with pytest.raises(ModelDamagedError, match=r"encoder\.layer\.1\.output\.dense\.weight"):
        OnnxEmbedder(ModelFolder("tiny", folder))


def test_cut_weights(tmp_path: Path) -> None:
    """A truncated weights file gives a one-line error, not a traceback."""
    folder = write_model(tmp_path / "model")
    path = folder / "model.safetensors"
    path.write_bytes(path.read_bytes()[:-100])
    with pytest.raises(ModelDamagedError, match="get the model again"):
        load_embedder(str(folder))


def test_weights_of_too_few_words(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A model that breaks off in the middle of a text gives a one-line error, too."""
    folder = write_model(tmp_path / "model")
    tensors = load_file(folder / "model.safetensors")
    tensors["embeddings.word_embeddings.weight"] = tensors["embeddings.word_embeddings.weight"][:5].copy()
    save_file(tensors, folder / "model.safetensors", {"format": "pt"})
    with pytest.raises(ModelDamagedError, match=r"model cannot be run, get it again: .*out of data bounds") as raised:
        load_embedder(str(folder)).embed_passages(TEXTS)
    assert "\n" not in str(raised.value)
    assert capfd.readouterr().err == ""
