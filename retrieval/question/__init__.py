"""What a question asks: its words, the thing wanted, the articles meant, the spelling of the corpus."""
