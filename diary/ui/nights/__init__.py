"""The screen Diary: its nights as a calendar and a list."""
