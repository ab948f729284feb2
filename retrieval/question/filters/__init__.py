"""Which articles a question says to search: of a source, an author or a period."""
