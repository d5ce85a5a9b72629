"""The live preview: the site as it is being written, a page at a time."""
