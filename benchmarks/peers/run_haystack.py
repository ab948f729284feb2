"""Haystack, hybrid: its in-memory store with both of its retrievers."""

from common import CANDIDATES, fused, main, model_folder
from haystack import Document
from haystack.components.embedders import SentenceTransformersTextEmbedder
from haystack.components.retrievers.in_memory import InMemoryBM25Retriever, InMemoryEmbeddingRetriever
from haystack.document_stores.in_memory import InMemoryDocumentStore
from haystack.utils import ComponentDevice


def build(folder, texts, vectors):
    store = InMemoryDocumentStore(embedding_similarity_function="cosine")
    pairs = enumerate(zip(texts, vectors.tolist(), strict=True))
    store.write_documents([Document(id=str(at), content=text, embedding=vector) for at, (text, vector) in pairs])
    store.save_to_disk(str(folder / "store.json"))


def start(folder):
    embedder = SentenceTransformersTextEmbedder(
        model=model_folder(), device=ComponentDevice.from_str("cpu"), normalize_embeddings=True, progress_bar=False
    )
    embedder.warm_up()
    store = InMemoryDocumentStore.load_from_disk(str(folder / "store.json"))
    vectors = InMemoryEmbeddingRetriever(store, top_k=CANDIDATES)
    words = InMemoryBM25Retriever(store, top_k=CANDIDATES)

    def ask(question):
        vector = embedder.run(text=question)["embedding"]
        legs = vectors.run(query_embedding=vector), words.run(query=question)
        return fused(*([int(found.id) for found in leg["documents"]] for leg in legs))

    return ask


if __name__ == "__main__":
    main(build, start)
