"""What is looked at before a book goes to press: the proof, and what changed since one was approved."""
