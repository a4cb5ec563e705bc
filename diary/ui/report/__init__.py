"""The screen Report."""
