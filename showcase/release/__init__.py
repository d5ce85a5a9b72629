"""The data release: the published profiles as files for other programs, and what describes those files."""
