"""How questions ask for the score of a match, and what a score looks like.

English, German, French, Spanish, Russian, Ukrainian, all at once. Pure; knows text only.
"""

SCORE_CUES = (
    r"what(?: (?:is|was)|['’]s) the (?:(?:final|half-time|full-time) )?score|by what score|mit welchem ergebnis"
    r"|(?:sur )?quel (?:(?:est|était|fut|a été) le )?score|cu[aá]l (?:es|fue) el (?:marcador|tanteo)"
    r"|(?:с|з|із) (?:каким|яким) (?:сч[её]том|рахунком)"
    r"|(?:какой|каков|який)(?: был| був)? (?:сч[её]т|рахунок)(?= (?:матч|игр|гр[аи]|финал|фінал)|$)"
)
"""Matched against a question's normal form. A bank account is "счёт", too."""
SCORE = (
    r"(?<!um )(?<!at )(?<!в )(?<!о )(?<![\d.,:–—-])\d{1,3}\s?[:–—-]\s?\d{1,3}"
    r"(?![\d:]|[.,–—-]\d|\s(?:uhr|[ap]\.?m)(?!\w))"
)
"""Two numbers that are neither a time of day nor a date."""
