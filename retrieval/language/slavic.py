"""What Russian and Ukrainian stems have in common."""

from ..patterns import lazy
from .rewriting import Rules

FLEETING: Rules = (
    # рынок, рынка; владелец, владельца; жінок, жінки; китаец, китайца
    (lazy(r"(?<=\w[бвгґджзклмнпрстфхцчшщ])(?:[оеє]|ь)(?=[кц]$)"), ""),
    (lazy(r"(?<=\w[аеиіоуюя])[еє](?=[кц]$)"), "й"),
)
"""They take the vowel out of a stem that its last syllable loses in other cases."""
