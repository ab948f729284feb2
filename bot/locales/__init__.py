"""What the bot says, in every language it speaks: one catalogue of sentences per language."""

from .catalogue import DEFAULT, Words, languages, name_of, words_in

__all__ = ["DEFAULT", "Words", "languages", "name_of", "words_in"]
