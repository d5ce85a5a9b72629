"""Shared Horizons: one file per startup becomes a site and a book."""

__version__ = "0.1.0"
