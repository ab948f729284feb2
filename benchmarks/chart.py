"""Draws growth curves as SVG, both axes logarithmic. Knows the figures, not how they were measured."""

from collections.abc import Callable, Mapping, Sequence
from html import escape
from math import log10
from typing import Any

WIDTH, HEIGHT, LEFT, TOP, RIGHT, BOTTOM = 720, 420, 60, 40, 190, 50
CURVES = (
    ("search p50 ms", 1.0, "vector search, ms", "#1b6ca8"),
    ("question p50 ms", 1.0, "question, ms", "#c0392b"),
    ("open s", 1000.0, "opening, ms", "#7d3c98"),
    ("ask cold s", 1000.0, "ask, whole process, ms", "#d68910"),
    ("add one article s", 1000.0, "add an article, ms", "#1e8449"),
    ("process MB", 1.0, "memory, MB", "#566573"),
)
LEAST, MOST = 0.01, 10_000.0


def draw(sizes: Sequence[Mapping[str, Any]]) -> str:
    """Return the SVG chart of the figures measured at each size."""
    counts = [float(one["passages"]) for one in sizes]
    low, high = log10(min(counts)), max(log10(max(counts)), log10(min(counts)) + 1)

    def x_of(count: float) -> float:
        return LEFT + (log10(count) - low) / (high - low) * (WIDTH - LEFT - RIGHT)

    parts = [*_grid(counts, x_of)]
    labels = []
    for name, factor, label, colour in CURVES:
        points = [(x_of(count), _y_of(factor * one[name]["median"])) for count, one in zip(counts, sizes, strict=True)]
        line = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        parts.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in points]
        labels.append((points[-1][1], label, colour, factor * sizes[-1][name]["median"]))
    parts += _labels(labels)
    body = "\n".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif"'
        f' font-size="12">\n<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>\n'
        f'<text x="{LEFT}" y="22" font-size="14">What growth costs, by passages in the index (medians)</text>\n'
        f"{body}\n</svg>\n"
    )


def _y_of(value: float) -> float:
    share = (log10(min(max(value, LEAST), MOST)) - log10(LEAST)) / (log10(MOST) - log10(LEAST))
    return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM)


def _grid(counts: Sequence[float], x_of: Callable[[float], float]) -> list[str]:
    parts = []
    for exponent in range(round(log10(LEAST)), round(log10(MOST)) + 1):
        y = _y_of(10.0**exponent)
        parts.append(f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y:.1f}" y2="{y:.1f}" stroke="#e5e7e9"/>')
        parts.append(f'<text x="{LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{10.0**exponent:g}</text>')
    for count in counts:
        x = x_of(count)
        parts.append(f'<text x="{x:.1f}" y="{HEIGHT - BOTTOM + 20}" text-anchor="middle">{int(count):,}</text>')
    return parts


def _labels(labels: Sequence[tuple[float, str, str, float]]) -> list[str]:
    """Return the curves' labels at their right ends, pushed apart where they would overlap."""
    parts, below = [], 0.0
    for y, label, colour, value in sorted(labels):
        below = max(y + 4, below + 15)
        text = escape(f"{label}: {value:.3g}")
        parts.append(f'<text x="{WIDTH - RIGHT + 10}" y="{below:.1f}" fill="{colour}">{text}</text>')
    return parts
