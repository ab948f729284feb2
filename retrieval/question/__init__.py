"""Understanding a question: its terms, the kind of thing wanted, the articles meant, the spelling that they use."""
