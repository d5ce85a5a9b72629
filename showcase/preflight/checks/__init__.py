"""The checks, a file for each thing that a press looks at."""
