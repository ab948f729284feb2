"""Injects disk failures: runs a scenario in a child process and makes the n-th call that changes a file fail.

The calls are counted by `faulty_disk.c`, which is compiled once and preloaded. A worker process imports everything and
forks for each fault, so that a fault costs one run of the scenario but no start of the interpreter.
"""

import ctypes
import errno
import json
import os
import random
import shutil
import struct
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCE = Path(__file__).with_suffix(".c")

KILL = -1
"""The process dies before the call."""
TEAR = -2
"""The process dies after writing half of the bytes."""

KINDS = {"ENOSPC": errno.ENOSPC, "EIO": errno.EIO, "EROFS": errno.EROFS, "EMFILE": errno.EMFILE}


@dataclass(frozen=True, slots=True)
class Fault:
    """Which call fails, and how. Call 0 means none: the calls are only counted."""

    at: int = 0
    kind: int = KILL
    stays: bool = False
    """Whether every later call fails as well, as on a full disk."""
    journal: str = ""
    """Path of the file in which every change is recorded; empty for none."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run ended."""

    calls: int
    """Calls that change a file under the folder; 0 if the process died."""
    code: int
    """Exit code; if negative, the signal that ended the process."""
    said: str
    """Standard error."""


def compile_shim(folder: Path) -> Path | None:
    """Return the compiled shim; None without a C compiler or on a system other than Linux."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None or sys.platform != "linux":
        return None
    library = folder / "faulty_disk.so"
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", library, SOURCE, "-ldl"], check=True)
    return library


class Worker:
    """The process that forks: runs `tests.fault_scenarios` under the shim, one request per line."""

    def __init__(self, library: Path) -> None:
        environment = {**os.environ, "LD_PRELOAD": str(library), "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.fault_scenarios"],
            cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip

    def run(self, what: str, folder: Path, places: Path, fault: Fault = Fault()) -> Outcome:
        """Run a scenario with a fault."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        request = [what, str(folder), str(places), fault.at, fault.kind, fault.stays, fault.journal]
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        return Outcome(*json.loads(self._process.stdout.readline()))

    def close(self) -> None:
        """Stop the process."""
        self._process.communicate()


def serve(scenarios: dict[str, Callable[[Path, Path], int]]) -> None:
    """Run each request from standard input in a child process."""
    for line in sys.stdin:
        what, folder, places, at, kind, stays, journal = json.loads(line)
        fault = Fault(at, kind, stays, journal)
        outcome = _in_child(scenarios[what], Path(folder), Path(places), fault)
        sys.stdout.write(json.dumps(outcome) + "\n")
        sys.stdout.flush()


def _in_child(scenario: Callable[[Path, Path], int], folder: Path, places: Path, fault: Fault) -> tuple[int, int, str]:
    counted, count = os.pipe()
    error_read, error_write = os.pipe()
    child = os.fork()
    if child == 0:
        os.dup2(error_write, 2)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        shim = ctypes.CDLL(None)
        code = 99
        try:
            shim.fault_arm(
                str(folder).encode(), ctypes.c_long(fault.at), fault.kind, int(fault.stays), fault.journal.encode()
            )
            code = scenario(folder, places)
        except BaseException:
            sys.excepthook(*sys.exc_info())
        finally:
            shim.fault_calls.restype = ctypes.c_long
            os.write(count, str(shim.fault_calls()).encode())
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)
    os.close(count)
    os.close(error_write)
    with os.fdopen(error_read, encoding="utf-8", errors="replace") as errors, os.fdopen(counted) as calls:
        said, number = errors.read(), calls.read()
    _, status = os.waitpid(child, 0)
    return int(number or 0), os.waitstatus_to_exitcode(status), said


# --- power loss, replayed ---


@dataclass(frozen=True, slots=True)
class Change:
    """One entry of a journal."""

    op: str
    """W(rite), T(runcate), S(ync), U(nlink) or R(ename); for a rename, `data` is the new path."""
    path: str
    offset: int
    data: bytes


def read_journal(file: Path) -> list[Change]:
    """Return the changes recorded in a run, in order."""
    content = file.read_bytes()
    changes, at, head = [], 0, struct.Struct("=4q")
    while at < len(content):
        op, name, offset, size = head.unpack_from(content, at)
        at += head.size
        path = content[at : at + name].decode()
        at += name
        changes.append(Change(chr(op), path, offset, content[at : at + size]))
        at += size
    return changes


def states_after_power_loss(before: dict[str, bytes], changes: list[Change]) -> Iterator[tuple[bool, dict[str, bytes]]]:
    """Yield possible contents of the disk after a power loss, for each point in a run.

    After each change: all that was synced and nothing since (True). After each write, also with every second unsynced
    change, and with a random half of them, where the other writes are torn (False).
    """
    held = {path: bytearray(content) for path, content in before.items()}
    pending: dict[str, list[Change]] = {}
    chance = random.Random(20_250_331)
    for change in changes:
        if change.op == "D" or change.path.endswith("-shm"):
            continue  # shared memory: created anew by whoever opens the database first
        _happen(change, held, pending)
        yield True, _copy(held)
        if change.op in "WTR":
            late = [late for some in pending.values() for late in some]
            yield False, _torn(held, late, [number % 2 == 0 for number in range(len(late))])
            yield False, _torn(held, late, [chance.random() < 0.5 for _ in late])


def _happen(change: Change, held: dict[str, bytearray], pending: dict[str, list[Change]]) -> None:
    """Apply a change. Directory entries are assumed to be kept in order, file contents only once they are synced."""
    if change.op == "S":
        for late in pending.pop(change.path, []):
            _apply(held, late)
    elif change.op == "U":
        pending.pop(change.path, None)
        held.pop(change.path, None)
    elif change.op == "R":
        new = change.data.decode()
        held[new] = held.pop(change.path, bytearray())
        pending[new] = [replace(late, path=new) for late in pending.pop(change.path, [])]
    else:
        pending.setdefault(change.path, []).append(change)


def _torn(held: dict[str, bytearray], late: list[Change], kept: list[bool]) -> dict[str, bytes]:
    """Return the disk with some of the unsynced changes; of the other writes only half of the sectors."""
    torn = {path: bytearray(content) for path, content in held.items()}
    for change, whole in zip(late, kept, strict=True):
        if whole:
            _apply(torn, change)
        elif change.op == "W":
            _apply(torn, replace(change, data=change.data[: len(change.data) // 512 // 2 * 512]))
    return _copy(torn)


def _copy(held: dict[str, bytearray]) -> dict[str, bytes]:
    return {path: bytes(content) for path, content in held.items()}


def _apply(held: dict[str, bytearray], change: Change) -> None:
    content = held.setdefault(change.path, bytearray())
    if change.op == "T":
        del content[change.offset :]
        content.extend(bytes(change.offset - len(content)))
    else:
        content.extend(bytes(max(0, change.offset + len(change.data) - len(content))))
        content[change.offset : change.offset + len(change.data)] = change.data
