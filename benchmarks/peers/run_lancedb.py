"""LanceDB, hybrid: exact vector search and its own full text, fused by its own reciprocal rank fusion."""

import lancedb
from common import TOP, main, model_folder
from lancedb.rerankers import RRFReranker
from sentence_transformers import SentenceTransformer


def build(folder, texts, vectors):
    rows = [
        {"number": at, "text": text, "vector": vector}
        for at, (text, vector) in enumerate(zip(texts, vectors.tolist(), strict=True))
    ]
    table = lancedb.connect(str(folder / "lance")).create_table("passages", rows, mode="overwrite")
    table.create_fts_index("text", replace=True)


def start(folder):
    model = SentenceTransformer(model_folder(), device="cpu")
    table = lancedb.connect(str(folder / "lance")).open_table("passages")
    reranker = RRFReranker()

    def ask(question):
        vector = model.encode(question, normalize_embeddings=True, show_progress_bar=False)
        query = table.search(query_type="hybrid").vector(vector).text(question).distance_type("cosine")
        return [row["number"] for row in query.rerank(reranker).limit(TOP).to_list()]

    return ask


if __name__ == "__main__":
    main(build, start)
