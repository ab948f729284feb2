"""What some languages have in common by grammar or spelling, rather than by words: ISO 639-1 codes."""

EAST_SLAVIC = frozenset({"ru", "uk"})
"""Nouns and names have cases; articles and the verb "to be" are left out."""

CYRILLIC = frozenset({"be", "bg", "ru", "sr", "uk"})
"""They are written in Cyrillic."""

CAPITALISED_NOUNS = frozenset({"de", "lb"})
"""A capital marks a noun, not a name."""

COMPOUNDING = frozenset({"da", "de", "nb", "nl", "no", "sv"})
"""Compounds are written as one word: a "Routineprüfung" is a "Prüfung"."""

ELISION = frozenset({"fr", "it", "ca"})
"""Small words are joined to the next one: l'eau, dell'acqua."""

MARKED_ENDINGS = frozenset({"ca", "es", "fr", "it", "pt"})
"""A word without its accents has another stem: tranvía, tranvia."""

ADJECTIVES_BEHIND = frozenset({"es", "fr"})
"""What tells a thing from others of its kind stands behind it: "festival rock"."""
