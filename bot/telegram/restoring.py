"""An answer that was kept → as the articles have it now. Everything here blocks."""

from retrieval.types import Answer, Hit, Quote, Reported

from .library import Library
from .records import Found, Place, Report


def restore(library: Library, found: Found) -> Answer | None:
    """Return an answer with those of its passages that are still there; None without its first."""
    hits = [_hit(library, place) for place in found.places]
    if not hits or hits[0] is None:
        return None
    return Answer(
        question=found.question,
        interpreted_as=found.interpreted_as,
        hits=tuple(hit for hit in hits if hit),
        confidence=0.0,
        answered=found.answered,
        reason=found.reason,
        filter=found.filter,
        reported=tuple(it for report in found.reports if (it := _reported(library, report))),
    )


def quoted(library: Library, found: Found) -> str | None:
    """Return what an answer quoted; None where it quoted nothing, or that is gone."""
    if not found.answered or (near := library.context(found.places[0].passage)) is None:
        return None
    return near.passage.text[found.places[0].start : found.places[0].end]


def _hit(library: Library, place: Place) -> Hit | None:
    if (near := library.context(place.passage)) is None:
        return None
    also = tuple(there[0] for other in place.also_in if (there := library.article(other)))
    return Hit(near.passage, near.article, 0.0, Quote(near.passage, place.start, place.end), also_in=also)


def _reported(library: Library, report: Report) -> Reported | None:
    if (hit := _hit(library, report.place)) is None:
        return None
    return Reported(hit.article, hit.quote, tuple(Quote(hit.passage, start, end) for start, end in report.figures))
