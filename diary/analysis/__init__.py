"""What the diary shows: nights to frames, findings and their words. Pure; knows neither the store nor the screens.

Nothing is imported here: `finding`, `words`, `intervals`, `interim` and `cold_threshold` load without pandas, so that
screens can name them at start.
"""
