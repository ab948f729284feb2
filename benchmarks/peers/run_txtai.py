"""txtai, hybrid: its vectors and its own BM25, with its defaults otherwise."""

import numpy as np
from common import TOP, main, model_folder
from txtai import Embeddings

VECTORS = {}


def given(texts):
    return np.array([VECTORS[text] for text in texts], np.float32)


def build(folder, texts, vectors):
    VECTORS.update(zip(texts, vectors, strict=True))
    embeddings = Embeddings(method="external", transform=given, hybrid=True, content=True)
    embeddings.index(enumerate(texts))
    # From here on the model embeds: questions are not among the given vectors.
    for name in ("method", "transform"):
        embeddings.config.pop(name)
    embeddings.config["path"] = model_folder()
    embeddings.save(str(folder / "index"))


def start(folder):
    embeddings = Embeddings()
    embeddings.load(str(folder / "index"))
    return lambda question: [int(found["id"]) for found in embeddings.search(question, TOP)]


if __name__ == "__main__":
    main(build, start)
