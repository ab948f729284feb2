"""Finds the rows nearest to a vector. Its engine, `faiss_store`, is loaded only when vectors are searched or written."""

from .base import VectorStore
from .joined import JoinedStore

__all__ = ["JoinedStore", "VectorStore"]
