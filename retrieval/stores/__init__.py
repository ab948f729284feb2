"""Vectors to nearest rows: the engines behind one protocol."""

from .base import VectorStore
from .registry import make_store

__all__ = ["VectorStore", "make_store"]
