"""The screen of a diary that cannot be opened."""
