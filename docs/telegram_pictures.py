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

from tests.telegram_harness import Bot, LocalServer, Shown, driving

ROOT = Path(__file__).resolve().parents[1]
SCENES = {
    "answer": ["where do wounded soldiers recover?"],
    "no-answer": ["who won the 1998 world cup?"],
}

WIDTH, BUBBLE, EDGE, LINE = 560, 470, 14, 20
CHARACTER = 7.6
"""Mean width of a character at 14 pixels; enough to break lines by."""
STYLES = {
    "bold": "font-weight:600",
    "italic": "font-style:italic",
    "text_link": "fill:#2481cc",
    "blockquote": "fill:#3b6e4c",
    "expandable_blockquote": "fill:#3b6e4c",
}


class Glyph(NamedTuple):
    """A character with the kinds of mark-up it stands under."""

    text: str
    kinds: tuple[str, ...]


Line = list[Glyph]


def main() -> None:
    """Ask the questions of every scene, and draw what is shown."""
    with tempfile.TemporaryDirectory() as folder, LocalServer() as server, driving(server) as telegram:
        index = Path(folder) / "index"
        command = [sys.executable, "-m", "bot.cli", "--index", str(index), "index", "seeds"]
        subprocess.run(command, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=True)  # noqa: S603
        with Bot(server, Path(folder), command=["-m", "bot.cli", "bot"], BYLINE_INDEX=str(index)):
            telegram.wait_ready()
            for number, (name, questions) in enumerate(SCENES.items(), 1):
                ann = telegram.user(number, "Ann", language_code="en")
                parts = [bubble for question in questions for bubble in ((question, None), (None, ann.ask(question)))]
                shown = [drawn for text, reply in parts for drawn in _bubbles(text, reply.messages if reply else [])]
                (ROOT / "docs" / f"telegram-{name}.svg").write_text(_picture(shown), encoding="utf-8")


def _bubbles(question: str | None, messages: list[Shown]) -> Iterator[tuple[list[Line], list[list[str]], bool]]:
    if question:
        yield _lines([Glyph(character, ()) for character in question]), [], True
    for message in messages:
        rows = (message.raw.get("reply_markup") or {}).get("inline_keyboard") or []
        yield _lines(_glyphs(message)), [[button["text"] for button in row] for row in rows], False


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
        while len(run) * CHARACTER > BUBBLE - 2 * EDGE:
            room = int((BUBBLE - 2 * EDGE) / CHARACTER)
            cut = max((i for i in range(room) if run[i].text == " "), default=room)
            lines.append(run[:cut])
            run = run[cut + 1 :]
        lines.append(run)
    return lines


def _picture(bubbles: list[tuple[list[Line], list[list[str]], bool]]) -> str:
    parts, y = [], EDGE
    for lines, rows, mine in bubbles:
        height = len(lines) * LINE + EDGE
        longest = max(len(line) for line in lines) * CHARACTER + 2 * EDGE
        width = max(longest, BUBBLE if rows else 0)
        x = WIDTH - EDGE - width if mine else EDGE
        colour = "#e1f5d3" if mine else "#ffffff"
        parts.append(f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="12" fill="{colour}"/>')
        parts += [_text(line, x + EDGE, y + LINE * number + LINE) for number, line in enumerate(lines)]
        y += height + 4
        for row in rows:
            parts += _buttons(row, x, y)
            y += 34
        y += EDGE
    style = "font:14px 'Helvetica Neue',Arial,sans-serif;fill:#111"
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {y}" width="{WIDTH}" height="{y}">'
    return (
        f'{head}\n<rect width="100%" height="100%" fill="#c7d6e0"/>\n<g style="{style}">\n'
        + "\n".join(parts)
        + "\n</g></svg>\n"
    )


def _text(line: Line, x: float, y: float) -> str:
    spans = []
    for kinds, run in groupby(line, lambda glyph: glyph.kinds):
        style = ";".join(STYLES[kind] for kind in kinds)
        spans.append(f'<tspan style="{style}">{escape("".join(glyph.text for glyph in run))}</tspan>')
    quoted = any("quote" in kind for glyph in line for kind in glyph.kinds)
    bar = f'<rect x="{x - 7}" y="{y - LINE + 5}" width="3" height="{LINE}" fill="#3b6e4c"/>' if quoted else ""
    return f'{bar}<text x="{x}" y="{y}" xml:space="preserve">{"".join(spans)}</text>'


def _buttons(row: list[str], x: float, y: float) -> list[str]:
    width = (BUBBLE - 4 * (len(row) - 1)) / len(row)
    found = []
    for number, text in enumerate(row):
        left = x + number * (width + 4)
        found.append(f'<rect x="{left}" y="{y}" width="{width}" height="30" rx="8" fill="#8aa5b5"/>')
        middle = left + width / 2
        found.append(f'<text x="{middle}" y="{y + 20}" text-anchor="middle" style="fill:#fff">{escape(text)}</text>')
    return found


if __name__ == "__main__":
    main()
