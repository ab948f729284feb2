"""Parts that the patterns of numbers, days and prices share."""

YEAR = r"(?:1\d|20)\d\d"
"""From 1000 to 2099."""

ORDINAL_ENDING = r"(?:st|nd|rd|th|er|\.)"
"""Follows the number of a day: "1st", "1er", "1."."""

CLOCK = r"(?:[ap]\.?m\b|uhr\b|o['’]clock)"
"""Follows the number of an hour."""

MONEY_SIGNS = "$€£¥₽₴"
