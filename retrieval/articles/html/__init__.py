"""Saved web pages: what they say of themselves, their text, and the reader that joins the two."""

from .page import read

__all__ = ["read"]
