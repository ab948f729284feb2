"""Understanding a question: its terms, the kind of thing wanted, the articles meant; `spelling` has its spelling."""
