"""LlamaIndex, hybrid: its own vector store and its BM25 retriever."""

from common import CANDIDATES, fused, main, model_folder
from llama_index.core import StorageContext, VectorStoreIndex, load_index_from_storage
from llama_index.core.schema import TextNode
from llama_index.embeddings.huggingface import HuggingFaceEmbedding
from llama_index.retrievers.bm25 import BM25Retriever


def model():
    return HuggingFaceEmbedding(model_name=model_folder(), device="cpu")


def build(folder, texts, vectors):
    nodes = [
        TextNode(id_=str(at), text=text, embedding=vector)
        for at, (text, vector) in enumerate(zip(texts, vectors.tolist(), strict=True))
    ]
    VectorStoreIndex(nodes, embed_model=model()).storage_context.persist(str(folder / "vectors"))
    BM25Retriever.from_defaults(nodes=nodes, similarity_top_k=CANDIDATES).persist(str(folder / "words"))


def start(folder):
    stored = StorageContext.from_defaults(persist_dir=str(folder / "vectors"))
    vectors = load_index_from_storage(stored, embed_model=model()).as_retriever(similarity_top_k=CANDIDATES)
    words = BM25Retriever.from_persist_dir(str(folder / "words"))

    def ask(question):
        return fused(*([int(found.node.node_id) for found in leg.retrieve(question)] for leg in (vectors, words)))

    return ask


if __name__ == "__main__":
    main(build, start)
