"""Chroma: vectors only, which is what its local collection ranks by."""

import chromadb
from chromadb.config import Settings
from common import TOP, main, model_folder
from sentence_transformers import SentenceTransformer

QUIET = Settings(anonymized_telemetry=False)
BATCH = 2_000


def build(folder, texts, vectors):
    client = chromadb.PersistentClient(str(folder / "chroma"), settings=QUIET)
    collection = client.create_collection(
        "passages", embedding_function=None, configuration={"hnsw": {"space": "cosine"}}
    )
    for start_ in range(0, len(texts), BATCH):
        part = slice(start_, start_ + BATCH)
        numbers = [str(at) for at in range(len(texts))[part]]
        collection.add(ids=numbers, documents=texts[part], embeddings=vectors[part])


def start(folder):
    model = SentenceTransformer(model_folder(), device="cpu")
    client = chromadb.PersistentClient(str(folder / "chroma"), settings=QUIET)
    collection = client.get_collection("passages", embedding_function=None)

    def ask(question):
        vector = model.encode([question], normalize_embeddings=True, show_progress_bar=False)
        return [int(number) for number in collection.query(query_embeddings=vector, n_results=TOP)["ids"][0]]

    return ask


if __name__ == "__main__":
    main(build, start)
