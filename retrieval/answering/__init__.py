"""Answer or abstain: how sure, and who says so."""
