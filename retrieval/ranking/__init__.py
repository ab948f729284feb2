"""Which passages answer, and which of their sentences."""
