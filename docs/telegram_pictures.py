"""Draws the pictures of docs/telegram.md: real messages of the real bot over seeds/, as SVG.

Run from the root of the project, with the offline Bot API beside it: `python -m docs.telegram_pictures`.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from html import escape
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from bot.render.cutting import shorten
from tests.telegram_harness import Bot, LocalServer, Shown, driving

ROOT = Path(__file__).resolve().parents[1]
ADMIN = 900


class Scene(NamedTuple):
    """What somebody writes to the bot, one message after the other."""

    name: str
    user: int
    who: str
    language: str
    texts: tuple[str, ...]


SCENES = (
    Scene("answer", 801, "Ann", "en", ("where do wounded soldiers recover?",)),
    Scene("no-answer", 802, "Ann", "en", ("who won the 1998 world cup?",)),
    Scene("russian", 803, "Анна", "ru", ("кто выиграл чемпионат мира 1998 года?",)),
    Scene("follow", 804, "Ann", "en", ("/follow when does Weir Bridge open again?", "/following")),
    Scene(
        "upload", ADMIN, "Boss", "en",
        ("/add The swan pond is drained\n\nThe swan pond behind the chapel was drained to look for the sexton’s key.",
         "/gaps"),
    ),
)  # fmt: skip

WIDTH, BUBBLE, EDGE, LINE, SIZE = 560, 470, 14, 20, 14
MINE, THEIRS, GROUND, BUTTON, QUOTE, LINK = "#e1f5d3", "#ffffff", "#c7d6e0", "#8aa5b5", "#3b6e4c", "#2481cc"
STYLES = {
    "bold": "font-weight:600",
    "italic": "font-style:italic",
    "code": f"font-family:monospace;fill:{LINK}",
    "text_link": f"fill:{LINK}",
    "bot_command": f"fill:{LINK}",
    "blockquote": f"fill:{QUOTE}",
    "expandable_blockquote": f"fill:{QUOTE}",
}
ADVANCES = {
    0.24: "ijl'‘’|", 0.29: " .,:;!ItfI/[]", 0.34: "r()-“”\"·", 0.5: "ckszvxyJ", 0.67: "ABEKPSVXY&", 0.72: "CDHNRUw",
    0.78: "GOQмшщюжыАВДЖМШЮ", 0.84: "mM%", 0.94: "W",
}  # fmt: skip
"""Widths of characters in ems, after Helvetica's metrics, rounded up a little."""
_ADVANCE = {character: ems for ems, characters in ADVANCES.items() for character in characters}


class Glyph(NamedTuple):
    """A character with the kinds of mark-up it stands under."""

    text: str
    kinds: tuple[str, ...]

    @property
    def width(self) -> float:
        """In pixels."""
        bold = 1.06 if "bold" in self.kinds else 1.0
        return SIZE * bold * _ADVANCE.get(self.text, 1.3 if self.text > "\u2fff" else 0.57)

    @property
    def quoted(self) -> bool:
        """Whether it stands in a quote."""
        return any("quote" in kind for kind in self.kinds)


Line = list[Glyph]


class Bubble(NamedTuple):
    """A message as it is drawn."""

    lines: list[Line]
    buttons: list[list[str]]
    mine: bool
    answers: tuple[str, str] | None = None
    """Whose message it replies to, and what that says."""


def main() -> None:
    """Play every scene, and draw what is shown."""
    with tempfile.TemporaryDirectory() as folder, LocalServer() as server, driving(server) as telegram:
        index = Path(folder) / "index"
        command = [sys.executable, "-m", "bot.cli", "--index", str(index), "index", "seeds"]
        subprocess.run(command, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=True)  # noqa: S603
        env = {"BYLINE_INDEX": str(index), "BYLINE_TELEGRAM_ADMINS": str(ADMIN)}
        with Bot(server, Path(folder), command=["-m", "bot.cli", "bot"], **env):
            telegram.wait_ready()
            for scene in SCENES:
                person = telegram.user(scene.user, scene.who, language_code=scene.language)
                shown = [bubble for text in scene.texts for bubble in _exchange(scene.who, text, person.ask(text))]
                (ROOT / "docs" / f"telegram-{scene.name}.svg").write_text(_picture(shown), encoding="utf-8")


def _exchange(who: str, text: str, messages: Iterator[Shown]) -> Iterator[Bubble]:
    yield Bubble(_lines([Glyph(character, ()) for character in text]), [], mine=True)
    for message in messages:
        rows = (message.raw.get("reply_markup") or {}).get("inline_keyboard") or []
        buttons = [[button["text"] for button in row] for row in rows]
        yield Bubble(_lines(_glyphs(message)), buttons, mine=False, answers=(who, shorten(text, 60)))


# --- lines ------------------------------------------------------------------------------------------------------------


def _glyphs(message: Shown) -> list[Glyph]:
    glyphs, place = [], 0
    for character in message.text:
        over = (e["type"] for e in message.entities if e["offset"] <= place < e["offset"] + e["length"])
        glyphs.append(Glyph(character, tuple(kind for kind in over if kind in STYLES)))
        place += 2 if character > "\uffff" else 1
    return glyphs


def _lines(glyphs: list[Glyph]) -> list[Line]:
    """Return the glyphs in lines that fit a bubble."""
    lines: list[Line] = []
    for is_break, paragraph in groupby(glyphs, lambda glyph: glyph.text == "\n"):
        run = list(paragraph)
        if is_break:
            lines += [[] for _ in run[1:]]
            continue
        while (room := _room(run)) < len(run):
            cut = max((i for i in range(room + 1) if run[i].text == " "), default=room)
            lines.append(run[:cut])
            run = run[cut + (run[cut].text == " ") :]
        lines.append(run)
    return lines


def _room(run: Line) -> int:
    """Return how many glyphs fit a line."""
    left = BUBBLE - 2.0 * EDGE
    for number, glyph in enumerate(run):
        left -= glyph.width
        if left < 0:
            return number
    return len(run)


def _width(line: Line) -> float:
    return sum(glyph.width for glyph in line)


# --- drawing ----------------------------------------------------------------------------------------------------------


def _picture(bubbles: list[Bubble]) -> str:
    parts: list[str] = []
    y = float(EDGE)
    for bubble in bubbles:
        drawn, height = _bubble(bubble, y)
        parts += drawn
        y += height + EDGE
    style = f"font:{SIZE}px 'Helvetica Neue',Helvetica,Arial,sans-serif;fill:#111"
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {y:g}" width="{WIDTH}" height="{y:g}">'
    ground = f'<rect width="100%" height="100%" rx="10" fill="{GROUND}"/>'
    return f'{head}\n{ground}\n<g style="{style}">\n' + "\n".join(parts) + "\n</g></svg>\n"


def _bubble(bubble: Bubble, y: float) -> tuple[list[str], float]:
    """Return a message's shapes, and the height that they take."""
    above = 46 if bubble.answers else 0
    height = len(bubble.lines) * LINE + EDGE + above
    width = max(BUBBLE if bubble.buttons or bubble.answers else 0, *(_width(line) + 2 * EDGE for line in bubble.lines))
    x = WIDTH - EDGE - width if bubble.mine else EDGE
    parts = [_box(x, y, width, height, MINE if bubble.mine else THEIRS, 14)]
    if bubble.answers:
        parts += _reply_head(*bubble.answers, x + EDGE, y + 8, width - 2 * EDGE)
    parts += _quotes(bubble.lines, x + EDGE, y + above + 6, width - 2 * EDGE)
    parts += [_text(line, x + EDGE, y + above + LINE * n + LINE) for n, line in enumerate(bubble.lines) if line]
    for row in bubble.buttons:
        parts += _buttons(row, x, y + height + 4)
        height += 36
    return parts, height


def _reply_head(who: str, text: str, x: float, y: float, width: float) -> list[str]:
    return [
        _box(x, y, width, 38, "#eaf3fa", 6),
        _box(x, y, 3, 38, LINK, 1),
        f'<text x="{x + 11}" y="{y + 16}" style="font-size:13px;font-weight:600;fill:{LINK}">{escape(who)}</text>',
        f'<text x="{x + 11}" y="{y + 32}" style="font-size:13px;fill:#444">{escape(text)}</text>',
    ]


def _quotes(lines: list[Line], x: float, y: float, width: float) -> list[str]:
    """Return a tinted box with a bar behind each run of quoted lines."""
    found = []
    for quoted, run in groupby(enumerate(lines), lambda item: any(glyph.quoted for glyph in item[1])):
        numbers = [number for number, _ in run]
        if quoted:
            top, height = y + LINE * numbers[0] - 2, LINE * len(numbers) + 2
            found += [_box(x - 8, top, width + 12, height, "#e8f3ea", 5), _box(x - 8, top, 3, height, QUOTE, 1)]
    return found


def _box(x: float, y: float, width: float, height: float, colour: str, radius: int) -> str:  # noqa: PLR0917 - a shape
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" rx="{radius}" fill="{colour}"/>'


def _text(line: Line, x: float, y: float) -> str:
    spans = []
    for kinds, run in groupby(line, lambda glyph: glyph.kinds):
        style = ";".join(STYLES[kind] for kind in kinds)
        text = escape("".join(glyph.text for glyph in run))
        spans.append(f'<tspan style="{style}">{text}</tspan>' if style else text)
    return f'<text x="{x:.1f}" y="{y:.1f}" xml:space="preserve">{"".join(spans)}</text>'


def _buttons(row: list[str], x: float, y: float) -> list[str]:
    width = (BUBBLE - 4 * (len(row) - 1)) / len(row)
    found = []
    for number, text in enumerate(row):
        left = x + number * (width + 4)
        found.append(_box(left, y, width, 32, BUTTON, 8))
        middle = left + width / 2
        found.append(f'<text x="{middle}" y="{y + 21}" text-anchor="middle" style="fill:#fff">{escape(text)}</text>')
    return found


if __name__ == "__main__":
    main()
