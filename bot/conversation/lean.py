"""The ways in which a question depends on what was said before it."""

from enum import StrEnum


class Lean(StrEnum):
    """How a question depends on what was said before it."""

    NONE = "none"
    PERSON = "person"
    THING = "thing"
    POINTER = "pointer"
    ELLIPSIS = "ellipsis"
