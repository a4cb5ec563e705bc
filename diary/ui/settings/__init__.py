"""The screen Settings and its sections."""
