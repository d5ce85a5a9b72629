"""Full-text search: what of the built pages is searched, its index, and the words that queries are held against."""
