"""Finds every regular expression of the program, and builds inputs on which a slow one would take long."""

import importlib
import pkgutil
import random
import re
import string
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from msgspec import Struct
from msgspec.structs import astuple

import bot
import embeddings
import retrieval
from retrieval.alternatives import Alternatives

from .conftest import ROOT
from .fuzzing import TARGETS

Known = set[tuple[str, int]]
"""Patterns with their flags."""

PACKAGES = (bot, embeddings, retrieval)
ENDINGS = ("", "\x01", "\n\x01", "!")
"""Endings at which a match that has succeeded so far fails."""


def all_patterns() -> Known:
    """Return the patterns held by modules, and those compiled while the fuzzing seeds are processed."""
    known: Known = set()
    with _recording(known):
        for package in PACKAGES:
            for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
                for value in vars(importlib.import_module(module.name)).values():
                    known |= {(found.pattern, found.flags) for found in _patterns_in(value)}
        for target in TARGETS.values():
            for seed in target.seeds():
                target.check(seed)
    return known


@contextmanager
def _recording(known: Known) -> Iterator[None]:
    """Record the patterns that our modules compile inside the block."""
    real = re._compile  # type: ignore[attr-defined]

    def recorded(pattern: Any, flags: int) -> Any:
        found = real(pattern, flags)
        caller = sys._getframe(2).f_code.co_filename
        if isinstance(pattern, str) and any(caller.startswith(f"{ROOT}/{p.__name__}/") for p in PACKAGES):
            known.add((pattern, found.flags))
        return found

    re._compile = recorded  # type: ignore[attr-defined]
    try:
        yield
    finally:
        re._compile = real  # type: ignore[attr-defined]


def _patterns_in(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield value
    elif isinstance(value, Alternatives):
        yield re.compile(f"(?:{value._alternatives}){value._ending}", value._flags)
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _patterns_in(inner)
    elif isinstance(value, list | tuple | set | frozenset):
        for inner in value:
            yield from _patterns_in(inner)
    elif isinstance(value, Struct):
        for inner in astuple(value):
            yield from _patterns_in(inner)


def attacks(pattern: str, flags: int, length: int) -> Iterator[str]:
    """Yield texts of about a given length: what a repeated part matches, many times over, then an ending that fails."""
    tree = parser.parse(pattern, flags)
    chance = random.Random(repr(pattern))
    for before, repeated in _repeats(tree):
        pumps = {_sample(repeated, chance) for _ in range(3)} - {""}
        for pump in sorted(pumps):
            for head in ("", _sample(before, chance)):
                for ending in ENDINGS:
                    yield head + pump * (length // len(pump)) + ending
            whole = _sample(before, chance) + pump
            yield whole * (length // len(whole)) + "\x01"


def _repeats(tree: Any, before: tuple[Any, ...] = ()) -> Iterator[tuple[list[Any], Any]]:
    """Yield each part that may repeat more than 8 times, with what comes before it."""
    for at, (code, argument) in enumerate(tree):
        ahead = (*before, *list(tree)[:at])
        if code in _REPEATS:
            _, most, inner = argument
            if most > 8:
                yield list(ahead), inner
            yield from _repeats(inner, ahead)
        for inner in _inner(code, argument) if code not in _REPEATS else ():
            yield from _repeats(inner, ahead)


_REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)


def _inner(code: Any, argument: Any) -> list[Any]:
    match code:
        case codes.SUBPATTERN:
            return [argument[-1]]
        case codes.BRANCH:
            return list(argument[1])
        case codes.ASSERT | codes.ASSERT_NOT:
            return [argument[1]]
        case codes.ATOMIC_GROUP:
            return [argument]
    return []


def _sample(tree: Any, chance: random.Random) -> str:
    """Return a text that a part of a pattern matches; lookarounds are ignored."""
    return "".join(_one(code, argument, chance) for code, argument in tree)


def _one(code: Any, argument: Any, chance: random.Random) -> str:
    match code:
        case codes.LITERAL:
            return chr(argument)
        case codes.NOT_LITERAL:
            return next(c for c in "xy" if ord(c) != argument)
        case codes.ANY:
            return "x"
        case codes.IN:
            return _of_set(argument, chance)
        case codes.BRANCH:
            return _sample(chance.choice(argument[1]), chance)
        case codes.SUBPATTERN:
            return _sample(argument[-1], chance)
        case codes.ATOMIC_GROUP:
            return _sample(argument, chance)
    if code in _REPEATS:
        least, most, inner = argument
        return "".join(_sample(inner, chance) for _ in range(min(most, least + chance.randrange(2))))
    return ""


def _of_set(items: Any, chance: random.Random) -> str:
    negated = bool(items) and items[0][0] is codes.NEGATE
    if negated:
        members = {c for item in items[1:] for c in _members(item)}
        return chance.choice([c for c in " x0.-\n" if c not in members] or ["é"])
    return chance.choice([c for item in items for c in _members(item)] or ["x"])


def _members(item: Any) -> list[str]:
    code, argument = item
    if code is codes.LITERAL:
        return [chr(argument)]
    if code is codes.RANGE:
        return [chr(argument[0]), chr(argument[1])]
    kinds = {codes.CATEGORY_DIGIT: "0", codes.CATEGORY_SPACE: " \n\t", codes.CATEGORY_WORD: "x0"}
    opposite = {codes.CATEGORY_NOT_DIGIT: "x", codes.CATEGORY_NOT_SPACE: "x", codes.CATEGORY_NOT_WORD: " ."}
    return list(kinds.get(argument) or opposite.get(argument) or string.ascii_letters)
