"""The screen Trends and its charts."""
