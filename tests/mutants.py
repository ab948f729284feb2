"""Mutation tests: one bug of each class put back on purpose, which the suite must catch. `python -m tests.mutants`"""

import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
KEPT_OUT = (".git", ".venv*", ".test-cache", "__pycache__", ".mypy_cache", ".ruff_cache", ".hypothesis", ".demo-index*")


@dataclass(frozen=True, slots=True)
class Mutant:
    """One bug: a text in a file, its replacement, and the test that must fail."""

    name: str
    file: str
    right: str
    wrong: str
    test: str


WRITER = "retrieval/index/writer.py"

MUTANTS = (
    Mutant("a generation is not one transaction", "retrieval/index/transaction.py",
           'connection.execute("BEGIN IMMEDIATE")', 'connection.execute("SELECT 1")', "tests/test_faults.py -k killed"),
    Mutant("rows are deleted before the new ones are published", WRITER,
           "        with publication(self._connection) as words:\n            delete_all(self._connection)\n",
           "        delete_all(self._connection)\n        with publication(self._connection) as words:\n",
           "tests/test_faults.py -k switch"),
    Mutant("a commit that does not wait for the disk", "retrieval/index/schema.py",
           '"PRAGMA synchronous = FULL"', '"PRAGMA synchronous = OFF"', "tests/test_faults.py -k power"),
    Mutant("a full disk ends in words about damage", "retrieval/index/transaction.py",
           "        if connection.in_transaction:  # a full disk has ended it already\n            connection",
           "        if True:\n            connection", "tests/test_faults.py -k ENOSPC"),
    Mutant("model and version of a new index are written apart", "retrieval/index/model.py",
           "        with transaction(self._connection):\n            self.record()", "        self.record()",
           "tests/test_faults.py -k first"),
    Mutant("no checksum over an article", "retrieval/index/articles.py",
           "broken = sealed != seal(article, bounds)", "broken = False", "tests/test_damage.py"),
    Mutant("words of a removed article stay in the full text", "retrieval/index/postings.py",
           "self._removed[stem].append(passage)", "pass", "tests/test_index.py -k no_byte"),
    Mutant("files that others may read", "retrieval/index/schema.py", "touch(mode=0o600)", "touch()",
           "tests/test_index.py -k owner"),
    Mutant("a file of vectors is put in its place before it is synced", "retrieval/index/vector_file.py",
           "        os.fsync(self._file.fileno())\n        Path(self._file.name)", "        Path(self._file.name)",
           "tests/test_faults.py -k synced"),
    Mutant("any file of vectors of the same model is searched", "retrieval/index/generation.py",
           "(self.model.fingerprint, self.identity)", '(self.model.fingerprint, "")',
           "tests/test_examine.py -k another"),
    Mutant("a question is no read transaction", "retrieval/index/reader.py",
           'connection.execute("BEGIN")', 'connection.execute("SELECT 1")', "tests/test_index.py -k snapshot_stays"),
    Mutant("two writers at once", "retrieval/index/lock.py", "fcntl.LOCK_EX | fcntl.LOCK_NB", "fcntl.LOCK_SH",
           "tests/test_concurrency.py -k second_writer"),
    Mutant("answers are put in order by the clock", "bot/telegram/state/state.py",
           "ORDER BY max(rowid)", "ORDER BY max(at)",
           "tests/test_telegram_state.py -k clock"),
    Mutant("what is forgotten stays in the log of the state", "bot/telegram/state/ledger.py",
           'self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")', "pass", "tests/test_telegram_state.py -k forgotten"),
    Mutant("the state has no log to fall back on", "bot/telegram/state/schema.py", "journal_mode = WAL",
           "journal_mode = OFF", "tests/test_state_faults.py -k killed"),
    Mutant("the state is never synced", "bot/telegram/state/schema.py", "synchronous = NORMAL", "synchronous = OFF",
           "tests/test_state_faults.py -k power"),
    Mutant("an update that is handled takes earlier ones along", "bot/telegram/state/ledger.py",
           "payload = NULL WHERE id = ?", "payload = NULL WHERE id <= ?", "tests/test_state_faults.py -k killed"),
    Mutant("a settings file that nests too deep is a traceback", "bot/config.py",
           "(ValueError, RecursionError) as error", "ValueError as error", "tests/test_config.py -k mistake"),
    Mutant("a traceback that masks nothing", "bot/cli.py", "except Exception as error:", "except OSError as error:",
           "tests/test_secrets.py -k traceback"),
    Mutant("HTML that is not escaped", "bot/render/telegram.py", "html.escape(str(text)",
           "(lambda text, quote: text)(str(text)", "tests/test_render_telegram.py"),
    Mutant("a token in a line of the log", "bot/logs.py", "return _TOKEN.sub(_MASK, text)", "return text",
           "tests/test_logs.py"),
)  # fmt: skip


def caught(mutant: Mutant) -> bool:
    """Put a bug into a copy of the project, and return whether its test fails there."""
    with tempfile.TemporaryDirectory() as home:
        copy = Path(home) / "byline"
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(*KEPT_OUT))
        file = copy / mutant.file
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace(mutant.right, mutant.wrong), encoding="utf-8")
        command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *mutant.test.split()]
        code = subprocess.run(command, cwd=copy, capture_output=True, check=False).returncode
        if code not in {0, 1}:  # 1: tests failed; any other code proves nothing
            raise SystemExit(f"{mutant.name}: the tests did not run (pytest exit code {code})")
        return code == 1


def main() -> int:
    """Try every mutant; return 1 if one survives."""
    alive = 0
    for mutant in MUTANTS:
        started = time.monotonic()
        dead = caught(mutant)
        alive += not dead
        print(f"| {mutant.name} | `{mutant.test}` | {'caught' if dead else 'NOT CAUGHT'} |", flush=True)
        print(f"  {time.monotonic() - started:.0f} s", file=sys.stderr)
    return 1 if alive else 0


if __name__ == "__main__":
    sys.exit(main())
