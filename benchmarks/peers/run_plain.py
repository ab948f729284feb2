"""The plain script: sentence-transformers and FAISS in one file. Vectors only, no full text."""

import sys
from pathlib import Path

import faiss
from common import TOP, main, model_folder, save_texts
from sentence_transformers import SentenceTransformer


def build(folder, texts, vectors):
    index = faiss.IndexFlatIP(vectors.shape[1])
    index.add(vectors)
    faiss.write_index(index, str(folder / "index.faiss"))
    save_texts(folder, texts)


def start(folder):
    model = SentenceTransformer(model_folder(), device="cpu")
    index = faiss.read_index(str(folder / "index.faiss"))

    def ask(question):
        vector = model.encode([question], normalize_embeddings=True, show_progress_bar=False)
        return index.search(vector, TOP)[1][0].tolist()

    return ask


def embed(files):
    """Index a folder of articles as the script's user would: one passage per paragraph."""
    texts = [part for file in sorted(files.iterdir()) for part in file.read_text(encoding="utf-8").split("\n\n")]
    model = SentenceTransformer(model_folder(), device="cpu")
    vectors = model.encode(texts, normalize_embeddings=True, show_progress_bar=False)
    index = faiss.IndexFlatIP(vectors.shape[1])
    index.add(vectors)


if __name__ == "__main__":
    if sys.argv[1] == "embed":
        embed(Path(sys.argv[2]))
    else:
        main(build, start)
