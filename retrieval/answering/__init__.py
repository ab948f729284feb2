"""Answer or abstain: how sure, and what other articles report."""
