"""Finds the rows nearest to a vector. The engine, `faiss_store`, is loaded only to search or write vectors."""

from .base import VectorStore
from .joined import JoinedStore

__all__ = ["JoinedStore", "VectorStore"]
