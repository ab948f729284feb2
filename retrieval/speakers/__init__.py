"""Speaker attribution: whom a text itself names as the speaker of a quote, in six languages."""
