"""The site's own knowledge: which pages there are, where they lie, and what a page asks for."""
