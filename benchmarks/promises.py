"""Compares the speed that Byline promises with what was measured."""

from typing import Any


def promises(result: dict[str, Any]) -> str:
    """Return a table of the promises with their figures, for the parts that were measured."""
    lines = ["| over 10,000 passages | promised | measured |", "| --- | --- | --- |"]
    lines += [f"| {what} | {promised} | {figure} |" for what, promised, figure in _rows(result)]
    return "\n".join(lines)


def shown(figure: dict[str, float]) -> str:
    """Return a median with the minimum and the maximum."""
    return f"{figure['median']} ({figure['min']}–{figure['max']})"


def _rows(result: dict[str, Any]) -> list[tuple[str, str, str]]:
    rows = []
    if cold := result.get("cold"):
        ours, seconds = cold["byline"], cold["byline"]["seconds"]["median"]
        rows += [
            ("`byline ask`, whole process, s", "≤ 0.45", shown(ours["seconds"])),
            ("— peak memory, MB", "≤ 180", f"{ours['MB']:.0f}"),
            ("`byline --help`, s", "< 0.15", shown(cold["byline --help"]["seconds"])),
        ]
        if plain := cold.get("plain"):
            rows.append(("— times quicker than plain", "≥ 14", f"{plain['seconds']['median'] / seconds:.1f}"))
        if floor := cold.get("floor"):
            rows.append(("— times the floor", "", f"{seconds / floor['seconds']['median']:.2f}"))
    if warm := result.get("warm"):
        rows.append(
            ("a question in process, p50 / p95 ms", "≤ 12 / 25", "{p50 ms} / {p95 ms}".format_map(warm["byline"]))
        )
    if stages := result.get("stages"):
        rows.append(("— until the passages are ranked, p50 ms", "≤ 9", str(stages["until ranked"])))
    if at_once := result.get("at once"):
        rows.append(("eight askers at once, questions/s", "≥ 90", shown(at_once)))
    if embedding := result.get("embedding"):
        rows += [
            ("indexing 2,000 passages from files, passages/s", "≥ 50", shown(embedding["fp32"])),
            ("— with int8", "≥ 100", shown(embedding["int8"])),
            ("— the plain script", "", shown(embedding["plain"])),
        ]
    if writing := result.get("writing"):
        rows += [
            ("one more article of 12 paragraphs, whole process, s", "≤ 0.8", shown(writing["add one"])),
            ("1,000 files unchanged, whole process, s", "≤ 1", shown(writing["unchanged"])),
        ]
    return rows
