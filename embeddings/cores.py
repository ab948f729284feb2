"""How many processor cores there are for this process."""

import os
import sys


def usable_cores() -> int:
    """Return the cores that this process may run on; all of the machine's where the system does not tell."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
