"""The hand-off kit: everything that a press needs for a book, in one folder and one zip."""
