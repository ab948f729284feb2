"""LangChain, hybrid: its FAISS store and its BM25 retriever, which can only be rebuilt from the texts at each start."""

from common import CANDIDATES, fused, main, model_folder, read_texts, save_texts
from langchain_community.retrievers import BM25Retriever
from langchain_community.vectorstores import FAISS
from langchain_huggingface import HuggingFaceEmbeddings


def model():
    return HuggingFaceEmbeddings(
        model_name=model_folder(), model_kwargs={"device": "cpu"}, encode_kwargs={"normalize_embeddings": True}
    )


def build(folder, texts, vectors):
    pairs = zip(texts, vectors.tolist(), strict=True)
    store = FAISS.from_embeddings(pairs, model(), metadatas=[{"number": at} for at in range(len(texts))])
    store.save_local(str(folder / "faiss"))
    save_texts(folder, texts)


def start(folder):
    store = FAISS.load_local(str(folder / "faiss"), model(), allow_dangerous_deserialization=True)
    texts = read_texts(folder)
    words = BM25Retriever.from_texts(texts, metadatas=[{"number": at} for at in range(len(texts))], k=CANDIDATES)

    def ask(question):
        legs = store.similarity_search(question, k=CANDIDATES), words.invoke(question)
        return fused(*([found.metadata["number"] for found in leg] for leg in legs))

    return ask


if __name__ == "__main__":
    main(build, start)
