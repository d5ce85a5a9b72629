"""The editorial rules: each a small function that reads as a sentence and yields its problems."""
