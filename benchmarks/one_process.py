"""Run a command and print its time and memory as JSON. Kept small: a child's peak includes its parent's memory."""

import json
import os
import subprocess
import sys
import time

started = time.perf_counter()
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.PIPE, text=True)
output = process.stdout.read() if process.stdout else ""
_, status, usage = os.wait4(process.pid, 0)
seconds = time.perf_counter() - started
process.returncode = os.waitstatus_to_exitcode(status)
figures = {"code": process.returncode, "seconds": seconds, "megabytes": usage.ru_maxrss / 1000, "output": output}
print(json.dumps(figures))
