"""Exit codes of the `byline` command, in the manner of grep: 0 answered or done, 1 nothing found, 2 failed."""

ANSWERED = 0
NOTHING_FOUND = 1
FAILED = 2
INTERRUPTED = 130
"""Ended by Ctrl-C."""
