"""Counts the processor cores available to this process."""

import os
import sys


def usable_cores() -> int:
    """Return the number of cores that this process may run on; that of the machine if the system does not tell."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
