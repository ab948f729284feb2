"""What Russian and Ukrainian stems have in common."""

from ..patterns import lazy

# рынок, рынка; владелец, владельца; китаец, китайца; жінок, жінки
_FLEETING = lazy(r"(?<=\w[бвгґджзклмнпрстфхцчшщ])(?:[оеє]|ь)(?=[кц]$)")
_FLEETING_AFTER_VOWEL = lazy(r"(?<=\w[аеиіоуюя])[еє](?=[кц]$)")


def without_fleeting(stem: str) -> str:
    """Return a Russian or Ukrainian stem without the vowel that its last syllable loses in other cases."""
    return _FLEETING_AFTER_VOWEL.sub("й", _FLEETING.sub("", stem))
