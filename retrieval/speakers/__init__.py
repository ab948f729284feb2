"""Who says so: the speaker that a text itself names for a quote, in six languages."""
