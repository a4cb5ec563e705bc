"""Catch up: nights that were kept on paper, or not logged, as a table."""
