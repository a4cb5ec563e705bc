"""Other files: the diary's own JSON first. Nothing here knows the store or the analysis."""
