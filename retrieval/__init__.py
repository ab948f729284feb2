"""From articles to answers. Imports `embeddings.base` and `embeddings.errors` only; the only home of faiss and of
SQL."""
