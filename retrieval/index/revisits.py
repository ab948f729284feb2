"""When an address is asked again: what its server said of it, and for how long nothing has changed there."""

import json
from dataclasses import asdict, dataclass
from typing import Self

from ..articles.fetch_visit import Validators

SOONEST_SECONDS = 3_600.0
LATEST_SECONDS = 30 * 86_400.0

MAX_PAGES = 100
"""Of one feed or sitemap that are asked again in one run, those that wait the longest first."""


@dataclass(frozen=True, slots=True)
class VisitStamp:
    """What is remembered of an address. Times are seconds since the epoch."""

    validators: Validators
    how: str
    """In which way it was read."""
    root: str
    """The address that led to it: a feed, a sitemap, or itself."""
    changed: float
    """When something new was found there last."""
    asked: float

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read what `text` wrote."""
        found = json.loads(text)
        return cls(**{**found, "validators": Validators(**found["validators"])})

    @property
    def text(self) -> str:
        """As it is kept in the database."""
        return json.dumps(asdict(self))

    @property
    def due(self) -> float:
        """When it is time to ask again: when it has stayed as it is for as long once more.

        After one hour, two, four and so on: news are corrected in their first hours, if at all.
        """
        return self.asked + min(max(self.asked - self.changed, SOONEST_SECONDS), LATEST_SECONDS)
