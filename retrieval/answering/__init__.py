"""Answering or abstaining: how confident the answer is, and what other articles report."""
