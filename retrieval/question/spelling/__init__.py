"""The words of a question as the articles spell them: slips, spaces, accents, capitals, alphabets and keyboards."""
