"""Finds the rows nearest to a vector: several engines behind one protocol."""

from .base import VectorStore
from .joined import JoinedStore
from .registry import compress, make_compressed_store, make_store, write_rows

__all__ = ["JoinedStore", "VectorStore", "compress", "make_compressed_store", "make_store", "write_rows"]
