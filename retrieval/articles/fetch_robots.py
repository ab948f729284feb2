"""Reads a robots.txt as RFC 9309 has it, which the standard library does not: there, the longest rule decides.

Knows no network.
"""

import re
from collections.abc import Sequence

from msgspec import Struct

from .fetch_guard import encoded

_SECONDS = re.compile(r"\d+(?:\.\d+)?", re.ASCII)


class Robots(Struct, frozen=True):
    """What the owner of a server asks of a program."""

    rules: Sequence[tuple[str, bool]] = ()
    """Beginnings of paths, and whether they may be visited."""
    delay: float = 0.0
    """Seconds between two requests."""

    def permit(self, path: str) -> bool:
        """Return whether an encoded path with its query may be visited."""
        _, permitted = max(((len(rule), ok) for rule, ok in self.rules if _fits(rule, path)), default=(0, True))
        return permitted


def robots_of(text: str, agent: str) -> Robots:
    """Return what is asked of a program by its name, or else of all; what cannot be read is passed over."""
    asked: dict[str, list[tuple[str, str]]] = {}
    names: set[str] = set()
    naming = False
    for line in text.splitlines():
        key, _, value = (part.strip() for part in line.partition("#")[0].partition(":"))
        if key.lower() == "user-agent":
            names = names if naming else set()
            naming = True
            if value.lower() in {agent.lower(), "*"}:
                names.add(value.lower())
                asked.setdefault(value.lower(), [])
        elif key.lower() in {"allow", "disallow", "crawl-delay"}:
            naming = False
            for name in names:
                asked[name].append((key.lower(), value))
    found = asked.get(agent.lower(), asked.get("*", []))
    delays = [float(value) for key, value in found if key == "crawl-delay" and _SECONDS.fullmatch(value)]
    rules = [(encoded(value), key == "allow") for key, value in found if key != "crawl-delay" and value]
    return Robots(rules, next(iter(delays), 0.0))


def _fits(rule: str, path: str) -> bool:
    """Return whether a path begins like a rule, in which `*` is anything and a `$` at its end the end of the path."""
    whole, at = f"\n{path}\n", 0  # neither contains a line break, so that these stand for the ends
    for piece in (f"\n{rule[:-1]}\n" if rule.endswith("$") else f"\n{rule}").split("*"):
        found = whole.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return True
