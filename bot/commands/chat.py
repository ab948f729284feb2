"""`byline chat`: questions and follow-ups in the terminal, with line editing and history."""

import argparse
import io
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from types import ModuleType

import platformdirs

from retrieval.types import Answer, Hit

from ..app import make_assistant
from ..assistant import Assistant
from ..config import Settings
from ..conversation import Turn, Wish, Wished, small_talk, wish
from ..errors import UsageError
from ..exit_codes import ANSWERED
from ..fulfilment import fulfil, only_one
from ..locales import DEFAULT, words_in
from ..render.plain_text import printable
from ..render.worth_showing import worth_showing
from ..text_file import text_lines
from .ask import add_max_error, article_list, terminal_renderer

HELP = """\
Ask a question in plain words; a follow-up may lean on the one before.
  /more      further passages for the last question, a few at a time
  /context   what stands before and after the last quote; /context 2: the passage after it
  /why       what speaks for the last quote and against it
  /sources   the articles that answers come from
  /forget    begin a new conversation
  /quit      leave (so do "exit", "bye" and Ctrl-D)"""

_LEAVING = frozenset({"quit", "exit", "bye", "q", ":q"})
"""What ends other programs ends this one, with or without a slash before it."""

_PASSAGES = 10
"""Passages of an answer that /more and /context can reach."""
_FIRST_SHOWN = 3
_MORE_SHOWN = 4
"""Passages per screen, judged by eye: with the answer only quotes are shown, /more shows whole passages."""


def configure(parser: argparse.ArgumentParser) -> None:
    add_max_error(parser)
    parser.epilog = "Inside: /more /context /why /sources /forget /help /quit."


def run(_options: argparse.Namespace, settings: Settings) -> int:
    history = platformdirs.user_state_path("byline") / "chat-history"
    with closing(make_assistant(settings)) as assistant, _edited_lines(history):
        if isinstance(sys.stdin, io.TextIOWrapper):
            sys.stdin.reconfigure(errors="replace")  # undecodable bytes must not end a conversation
        print("Ask your articles. /help shows what else there is.")
        chat = Chat(assistant)
        while (line := _read()) is not None:
            if line.strip().lower().removeprefix("/") in _LEAVING:
                break
            if line.strip():
                print(chat.respond(line.strip()) + "\n")
    return ANSWERED


def _read() -> str | None:
    if not sys.stdin.isatty():
        if isinstance(line := next(text_lines(sys.stdin), None), UsageError):
            raise line
        return line
    try:
        return input("> ")
    except (EOFError, KeyboardInterrupt) as end:
        print()  # the shell's prompt begins a line of its own
        if isinstance(end, KeyboardInterrupt):
            raise
        return None


class Chat:
    """One conversation: the questions so far, and the last answer."""

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant
        self._turns: list[Turn] = []
        self._last: Answer | None = None
        self._meant: Hit | None = None
        """What "the article" means: that of the last answer's first passage, or the only one listed since."""
        self._shown = 0
        """How many passages of the last answer were printed."""
        self._renderer = terminal_renderer()

    def respond(self, line: str) -> str:
        if not line.startswith("/"):
            return self._ask(line)
        commands = {
            "/help": lambda: HELP,
            "/more": self._more,
            "/context": lambda: self._context(*line.split()[1:2]),
            "/why": self._why,
            "/sources": lambda: self._told(Wish(Wished.ARTICLES)),
            "/forget": self._forget,
        }
        command = line.split(maxsplit=1)[0]
        return commands.get(command, lambda: f"There is no {printable(command)}.\n{HELP}")()

    def _ask(self, question: str) -> str:
        if talk := small_talk(question):
            return words_in(DEFAULT)(talk)
        if (wished := wish(question)) and (told := self._told(wished)):
            return told
        answer = worth_showing(self._assistant.ask(question, history=self._turns, k=_PASSAGES), DEFAULT)
        self._last = answer
        self._meant = answer.hits[0] if answer.hits else None
        self._turns += Turn.all_of(answer)
        self._shown = _FIRST_SHOWN
        return self._renderer.answer(answer, shown=_FIRST_SHOWN)

    def _more(self) -> str:
        hits = self._last.hits[self._shown : self._shown + _MORE_SHOWN] if self._last else ()
        self._shown += len(hits)
        return "\n".join(self._renderer.passage(hit) for hit in hits) or "There is nothing more."

    def _context(self, number: str = "1") -> str:
        hits = {str(at): hit for at, hit in enumerate(self._last.hits if self._last else (), 1)}
        if not hits:
            return words_in(DEFAULT)("wish-nothing")
        if number not in hits:
            return f"There is no passage {printable(number)}; /context takes a number from 1 to {len(hits)}."
        found = self._assistant.context(hits[number].passage.id)
        return self._renderer.context(found) if found else "This passage is no longer in the articles."

    def _why(self) -> str:
        if self._last is None or not self._last.hits:
            return words_in(DEFAULT)("wish-nothing")
        return self._renderer.why(self._last)

    def _told(self, wished: Wish) -> str:
        """Return the reply to a message about the articles themselves; "" if it asks about their content after all."""
        if wished.wished is Wished.MORE:
            return self._more()
        if wished.of_shown:
            return self._of(self._meant, wished.wished) if self._meant else words_in(DEFAULT)("wish-nothing")
        if (told := fulfil(wished, self._assistant)) is None:
            return ""
        self._meant = only_one(told, self._assistant) or self._meant
        return article_list(wished, told)

    def _of(self, hit: Hit, wished: Wished) -> str:
        """Return the reply to a message about the article of a hit."""
        if wished is Wished.SPEAKER:
            return self._renderer.whose_words(hit)
        quoted = self._last is not None and hit in self._last.hits  # /context knows no listed article
        more = "\n/context shows what stands around the quote." if wished is Wished.WHOLE and quoted else ""
        return self._renderer.source(hit) + more

    def _forget(self) -> str:
        self._turns, self._last, self._meant, self._shown = [], None, None, 0
        return "A new conversation."


@contextmanager
def _edited_lines(history: Path) -> Iterator[None]:
    """Turn on line editing with a history of earlier chats, where Python has readline; afterwards write the history."""
    editor: ModuleType | None = None
    with suppress(ImportError, OSError):
        if sys.stdin.isatty():
            import readline  # noqa: PLC0415 - missing on some platforms

            history.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            history.touch(mode=0o600)
            readline.read_history_file(history)
            readline.set_history_length(1_000)
            editor = readline
    try:
        yield
    finally:
        if editor:
            with suppress(OSError):
                editor.write_history_file(history)
