"""Turns rows of a table into lines that can be understood alone: "Year 1911: bricks 4,200; men 214"."""

from collections.abc import Iterator, Sequence


def row_lines(rows: Sequence[Sequence[str]], *, headed: bool) -> Iterator[str]:
    """Yield a line for each row with words; if the first row names the columns, each cell is preceded by its name."""
    names = rows[0] if headed and len(rows) > 1 else ()
    for row in rows[1:] if names else rows:
        named = len(names) == len(row) > 1
        first, *others = map(_named, names, row) if named else row or [""]
        yield _line(first, [cell for cell in others if cell], named=named)


def _named(name: str, cell: str) -> str:
    """Return a cell after its column's name ("Ticket Day"), or alone if it begins with that name, as "Level 3" does."""
    return cell if not cell or cell.casefold().startswith(name.casefold()) else f"{name} {cell}"


def _line(first: str, others: Sequence[str], *, named: bool) -> str:
    if not (first and others):
        return "; ".join([first, *others] if first else others)
    if named or len(others) == 1:
        # "200 g" precedes what is measured without a colon; a name, or a year, precedes its value with one.
        measure = first[0].isdigit() and not others[0][-1:].isdigit() and not named
        return f"{first.rstrip(':')}{'' if measure else ':'} {'; '.join(others)}"
    return "; ".join([first, *others])
