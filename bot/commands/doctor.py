"""`byline doctor`: checks everything that Byline needs, and says how to put each problem right."""

import argparse
import shlex
from collections import Counter
from collections.abc import Callable
from contextlib import closing, suppress
from functools import partial
from stat import S_IROTH

from msgspec import Struct
from msgspec.structs import asdict, replace

from embeddings.registry import load_embedder
from retrieval.errors import NoIndexError
from retrieval.index import NO_MODEL
from retrieval.index.examine import examine_index

from ..app import choose_model, make_assistant
from ..config import TOKEN, Settings
from ..errors import FAILURES, UsageError
from ..exit_codes import ANSWERED, FAILED
from ..logs import masked
from ..render.plain_text import one_line
from ..text_file import read_text
from .exchange import print_json
from .progress import ProgressBar

_EXAMINED = 2_000
"""Articles that are compared with their words and hashes: 25,000, of 300,000 passages, would take minutes."""


class Finding(Struct, frozen=True):
    """The outcome of one check."""

    name: str
    ok: bool
    words: str
    """What was found; for a problem, with the command that solves it."""


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(options: argparse.Namespace, settings: Settings) -> int:
    index = partial(_index, quiet=options.quiet > 0)
    checks: dict[str, Callable[[Settings], str]] = {
        "settings": _file,
        "index": index,
        "model": _model,
        "answers": _answers,
        "telegram": _token,
    }
    if settings.telegram.token:
        checks["state"] = _state
    findings: list[Finding] = []
    for name, check in checks.items():
        found = _finding(name, check, settings)
        # A damaged index fails whatever reads it.
        told = next((it.name for it in findings if not it.ok and found.words in it.words), None)
        findings.append(replace(found, words=f"see {told}") if told else found)
    if options.json:
        print_json([asdict(finding) for finding in findings])
    else:
        print("\n".join(f"{'ok  ' if f.ok else 'MEND'} {f.name}: {one_line(f.words)}" for f in findings))
    return ANSWERED if all(finding.ok for finding in findings) else FAILED


def _finding(name: str, check: Callable[[Settings], str], settings: Settings) -> Finding:
    """Run a check, which returns a sentence if all is well, and raises otherwise."""
    try:
        words, ok = check(settings), True
    except (UsageError, *FAILURES) as error:
        words, ok = str(error), False
    return Finding(name, ok, masked(words, settings.secrets))


def _file(settings: Settings) -> str:
    token = settings.telegram.token
    for file in (settings.file, settings.telegram.token_file):
        if file and file.is_file() and token and token in read_text(file) and file.stat().st_mode & S_IROTH:
            what = f"every user of this machine can read the token in {file}"
            raise UsageError(f"{what}: chmod o= {shlex.quote(str(file))}")
    return str(settings.file or "no file")


def _index(settings: Settings, *, quiet: bool) -> str:
    with ProgressBar(quiet=quiet) as progress:
        if problems := examine_index(settings.index, load_embedder, progress, most=_EXAMINED):
            raise UsageError("; ".join(problems))
    return f"{settings.index} is whole"


def _model(settings: Settings) -> str:
    name = NO_MODEL
    with suppress(NoIndexError), closing(make_assistant(settings)) as assistant:
        name = assistant.status().model
    if name == NO_MODEL:  # no index, or an empty one: check the model that the next run would use
        name = choose_model(settings.model, Counter(), None)
    embedder = load_embedder(name)
    if settings.model != "auto":  # which the next index run would change to
        load_embedder(settings.model)
    return f"{embedder.name}, {embedder.dim} dimensions, {embedder.max_tokens} tokens"


def _answers(settings: Settings) -> str:
    with closing(make_assistant(settings)) as assistant:
        assistant.warm_up()
    return "a question goes through"


def _state(settings: Settings) -> str:
    from ..telegram.checks import check_state  # noqa: PLC0415 - heavy, and of no use without a token

    return check_state(settings.state)


def _token(settings: Settings) -> str:
    token = settings.telegram.token
    if not token:
        return "no token set; to run the bot: export BYLINE_TELEGRAM_TOKEN=…"
    if not TOKEN.fullmatch(token):
        raise UsageError("the token does not look like one of @BotFather's: copy it whole")
    from ..telegram.checks import check_token  # noqa: PLC0415 - heavy, and useless without a token

    return check_token(settings.telegram)
