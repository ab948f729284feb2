"""Knowledge of languages: which one a text is in, its words and stems, sentences, numbers and dates."""
