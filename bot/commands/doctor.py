"""`byline doctor`: checks what Byline needs, and says how to mend each thing."""

import argparse
from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict, dataclass, replace

from embeddings.errors import EmbeddingError
from embeddings.registry import load_embedder
from retrieval.errors import NoIndexError, RetrievalError
from retrieval.index import NO_MODEL
from retrieval.index.examine import examine_index

from ..app import make_assistant
from ..config import TOKEN, Settings
from ..errors import FAILURES, SettingsError
from ..exit_codes import ANSWERED, FAILED
from ..logs import masked
from .output import print_json


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found."""

    name: str
    ok: bool
    words: str
    """What was found; where it is not well, with the command that mends it."""


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(options: argparse.Namespace, settings: Settings) -> int:
    checks: tuple[Callable[[Settings], Finding], ...] = (_index, _model, _answers, _token)
    findings = [check(settings) for check in checks]
    findings = [replace(finding, words=masked(finding.words, settings.secrets)) for finding in findings]
    if options.json:
        print_json([asdict(finding) for finding in findings])
    else:
        print("\n".join(f"{'ok  ' if f.ok else 'MEND'} {f.name}: {f.words}" for f in findings))
    return ANSWERED if all(finding.ok for finding in findings) else FAILED


def _index(settings: Settings) -> Finding:
    try:
        problems = examine_index(settings.index, load_embedder)
    except FAILURES as error:
        return Finding("index", False, str(error))
    if problems:
        return Finding("index", False, "; ".join(problems))
    return Finding("index", True, f"{settings.index} is whole")


def _model(settings: Settings) -> Finding:
    name = NO_MODEL
    try:
        with closing(make_assistant(settings)) as assistant:
            name = assistant.status().model
    except NoIndexError:
        pass  # as with one that is empty: the model of the next run is looked at
    except RetrievalError as error:
        return Finding("model", False, str(error))
    if name == NO_MODEL:
        name = "minilm" if settings.model == "auto" else settings.model
    try:
        embedder = load_embedder(name)
        if settings.model != "auto":  # that the next run of the index would change to
            load_embedder(settings.model)
    except EmbeddingError as error:
        return Finding("model", False, str(error))
    return Finding("model", True, f"{embedder.name}, {embedder.dim} dimensions, {embedder.max_tokens} tokens")


def _answers(settings: Settings) -> Finding:
    try:
        with closing(make_assistant(settings)) as assistant:
            assistant.warm_up()
    except FAILURES as error:
        return Finding("answers", False, str(error))
    return Finding("answers", True, "a question goes through")


def _token(settings: Settings) -> Finding:
    token = settings.telegram.token
    if not token:
        return Finding("telegram", True, "no token set; to run the bot: export BYLINE_TELEGRAM_TOKEN=…")
    if not TOKEN.fullmatch(token):
        return Finding("telegram", False, "the token does not look like one of @BotFather's: copy it whole")
    from ..telegram.introduction import introduce  # noqa: PLC0415 - heavy, and of no use without a token

    try:
        return Finding("telegram", True, introduce(settings.telegram))
    except SettingsError as error:
        return Finding("telegram", False, str(error))
