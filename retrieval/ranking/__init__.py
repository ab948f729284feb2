"""Ranking: which passages answer a question, and which of their sentences."""
