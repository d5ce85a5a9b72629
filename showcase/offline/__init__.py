"""The site as a copy that works from a disk or a stick, without any server."""
