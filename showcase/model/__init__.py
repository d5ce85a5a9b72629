"""What a startup, a source, a challenge or a State is."""
