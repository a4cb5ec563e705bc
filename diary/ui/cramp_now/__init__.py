"""The dark page of a cramp that lasts."""
