"""The `byline` command: finds the command's module, gives it its settings, and maps errors to exit codes.

Imports only that module, so that `byline --help` answers at once.
"""

try:
    import argparse
    import gc
    import importlib
    import io
    import os
    import signal
    import sys
    from collections.abc import Sequence
    from errno import EDQUOT, EIO, ENOSPC
    from pathlib import Path
    from typing import TYPE_CHECKING, Any, NoReturn, TextIO

    from .exit_codes import ANSWERED, FAILED, INTERRUPTED
except KeyboardInterrupt:  # what `main` does, which is not defined yet
    raise SystemExit(130) from None

if TYPE_CHECKING:
    from .config import Settings

COMMANDS = {
    "index": "bring the index up to date with files and folders",
    "ask": "answer one question, or a stream of them",
    "chat": "answer questions in a conversation",
    "verify": "check that quotes of earlier answers still stand in their articles",
    "articles": "list, show or remove what is indexed",
    "status": "show the index at a glance",
    "doctor": "check files, model, index and settings, and say how to fix each",
    "eval": "score the answers on golden questions",
    "bot": "run the Telegram bot",
}


class _Interrupt:
    """Raises KeyboardInterrupt and records it: C code, such as NumPy's start-up, may turn it into another error."""

    came = False

    def __call__(self, *_: object) -> None:
        self.came = True
        raise KeyboardInterrupt


_interrupt = _Interrupt()


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return its exit code. Without arguments, run that of the process, and end the process."""
    own = arguments is None
    if own:
        gc.disable()  # while modules are loaded, which leave no garbage: saves 30 ms
    given = sys.argv[1:] if arguments is None else arguments
    try:
        if own and signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # else ignored on purpose
            signal.signal(signal.SIGINT, _interrupt)
        code = _outcome(given)
    except KeyboardInterrupt:
        code = INTERRUPTED
    except OSError:  # standard error is full, so not even the error could be reported
        _drop(sys.stderr)
        code = FAILED
    if own:
        os._exit(code)  # skips Python's own shutdown: 80 ms, and the bot's would wait for an index run to end
    return code


def _outcome(arguments: Sequence[str]) -> int:
    _open_streams()
    try:
        try:
            return _run(_parser().parse_args(arguments))
        finally:
            sys.stdout.flush()
    except BrokenPipeError:  # `byline articles | head`
        _drop(sys.stdout)
        return ANSWERED
    except Exception as error:
        if _interrupt.came:
            return INTERRUPTED
        # An error about a file would carry the file's name.
        if isinstance(error, OSError) and error.errno in {ENOSPC, EDQUOT, EIO} and error.filename is None:
            print(f"byline: standard output: {error.strerror}; send it elsewhere", file=sys.stderr)
            _drop(sys.stdout)
            return FAILED
        import logging  # noqa: PLC0415 - not for --help

        # Through the log, which masks secrets; Python's own traceback would show the values in messages.
        logging.getLogger(__name__).critical("an error that nobody foresaw; please report it", exc_info=True)
        return FAILED


def _open_streams() -> None:
    """Open a null device in place of each standard stream that the shell has closed (`>&-`).

    Characters that standard output cannot encode become question marks.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode, encoding="utf-8"))
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")


def _drop(stream: TextIO) -> None:
    """Discard what the stream still has to write, so that the process can end without an error."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _run(options: argparse.Namespace) -> int:
    from . import config, logs  # noqa: PLC0415 - not for --help
    from .app import keep_patterns  # noqa: PLC0415
    from .errors import FAILURES, UsageError  # noqa: PLC0415

    logs.configure(level="WARNING", form="text")  # until the settings are read
    secrets: tuple[str, ...] = ()
    try:
        settings = config.load(
            file=options.config,
            flags={key: getattr(options, key, None) for key in ("index", "model", "max_error")},
            token_file=options.command in {"bot", "doctor"},
        )
        secrets = settings.secrets
        logs.configure(level=_log_level(options, settings), form=settings.log_format, secrets=secrets)
        config.tell_misspelt(os.environ)
        if not gc.isenabled():  # the process is this run's alone; whatever is loaded by now stays to the end
            gc.freeze()
            gc.enable()
            keep_patterns()
        code: int = options.run(options, settings)
        return code
    except (UsageError, *FAILURES) as error:
        _complain(logs.masked(str(error), secrets))
        return FAILED


def _complain(message: str) -> None:
    from .commands.exchange import complain  # noqa: PLC0415 - needed only after an error

    complain(message)


def _log_level(options: argparse.Namespace, settings: "Settings") -> str:
    """Return the log level of this run: the settings' for the bot, warnings for a command that a person waits for."""
    levels = ("ERROR", "WARNING", "INFO", "DEBUG")
    usual = settings.log_level.upper() if options.command == "bot" else "WARNING"
    return levels[min(max(levels.index(usual) + options.verbose - options.quiet, 0), len(levels) - 1)]


_GLOBAL = frozenset({"--index", "--config", "-v", "--verbose", "-q", "--quiet"})


class _Parser(argparse.ArgumentParser):
    """Imports a command's module once it is named; reports a wrong argument in one line, with what shows the usage."""

    command = ""

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> tuple[Any, list[str]]:
        if not self.command:
            return super().parse_known_args(args, namespace)
        module = importlib.import_module(f".commands.{self.command}", __package__)
        module.configure(self)
        self.set_defaults(run=module.run, command=self.command)
        found, unknown = super().parse_known_args(args, namespace)
        if unknown:
            self.error(f"unrecognized arguments: {' '.join(unknown)}")
        return found, unknown

    def error(self, message: str) -> NoReturn:
        misplaced = _GLOBAL & {word.partition("=")[0] for word in message.split()}
        if message.startswith("unrecognized") and misplaced:
            _complain(f"{min(misplaced)} goes before the command; see: byline --help")
        else:
            _complain(f"{message}; see: {self.prog} --help")
        self.exit(FAILED)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="byline",
        description="Ask your articles: the best-matching passages, word for word, with the source of each.",
        epilog="Exit codes: 0 answered or done, 1 nothing found, 2 a mistake or failure, 130 interrupted.",
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="show program's version number and exit")
    parser.add_argument("--index", metavar="DIR", help="folder of the index")
    parser.add_argument(
        "--config", type=Path, metavar="FILE", help="settings file (default: byline.toml here, or in ~/.config/byline)"
    )
    parser.add_argument("-v", "--verbose", action="count", default=0, help="say more on standard error")
    parser.add_argument("-q", "--quiet", action="count", default=0, help="say less on standard error")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name, summary in COMMANDS.items():
        sub = commands.add_parser(name, help=summary, description=summary[0].upper() + summary[1:] + ".")
        sub.command = name
    return parser


class _Version(argparse.Action):
    """Prints the version, looked up only on request: argparse's own action would take 20 ms for it at every start."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib import metadata  # noqa: PLC0415 - heavy, and seldom needed

        try:
            print(f"byline {metadata.version('byline')}")
        except metadata.PackageNotFoundError:
            print("byline 0 (not installed)")
        parser.exit()


if __name__ == "__main__":
    sys.exit(main())
