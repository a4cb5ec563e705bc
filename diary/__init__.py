"""Night Cramp Diary: log each morning, see what goes with the cramps, bring one page to a doctor."""

__version__ = "0.1.0"
